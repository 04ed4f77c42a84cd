import type { LineLinks, NoticeLine, NoticeRequest } from '../domain/notice.ts';
import { age, instant, isPast, type Instant } from '../domain/time.ts';
import { marketZone } from '../policies/market-zone.ts';
import { plain } from '../messages/plain.ts';
import type { Messages } from '../messages/messages.ts';
import type { Viewpoint } from '../messages/moment.ts';
import { ruleText, sourceText } from './deadline-source.ts';
import { worthOf } from './notice-risk.ts';
import { orderLink } from './seller-center.ts';
import { stageText, toldOf } from './told.ts';

export interface Detail {
  readonly label: string;
  readonly value: string;
}

/** One finding in words, for any channel to lay out. Nothing in it is escaped yet. */
export interface RowView {
  readonly subject: string;
  readonly href?: string;
  /** "new", "worse"; absent where every line is new. */
  readonly change?: string;
  readonly timing: string;
  readonly what: string;
  readonly worth?: string;
  readonly details: readonly Detail[];
  readonly links?: LineLinks;
}

export function viewpointOf({ now, shop }: Pick<NoticeRequest, 'now' | 'shop'>): Viewpoint {
  return { now, zone: shop.zone, marketZone: marketZone(shop.market) };
}

export function subjectName(messages: Messages, notice: Pick<NoticeRequest, 'now' | 'shop'>, line: NoticeLine): string {
  switch (line.subject.kind) {
    case 'order':
      return `${messages.notice.order} ${plain(line.order ?? line.subject.id, 40)}`;
    case 'credential':
      return toldOf(messages, line, notice.now).name;
    case 'shop':
      return plain(notice.shop.name, 60);
    case 'incident':
      return plain(String(line.facts?.['carrier'] ?? line.subject.id), 60);
  }
}

export function lineLink(notice: Pick<NoticeRequest, 'shop'>, line: NoticeLine): string | undefined {
  return line.order === undefined ? undefined : orderLink(notice.shop, plain(line.order, 60));
}

export function rowView(messages: Messages, notice: NoticeRequest, line: NoticeLine): RowView {
  const told = toldOf(messages, line, notice.now);
  const stage = stageText(messages, line);
  const href = lineLink(notice, line);
  const worth = worthOf(messages, notice, line);
  return {
    subject: subjectName(messages, notice, line),
    ...(href === undefined ? {} : { href }),
    ...(notice.kind === 'sweep' ? { change: changeWord(messages, line) } : {}),
    timing: stage.timing(told),
    what: line.comesAndGoes ? `${stage.what(told)}${messages.gap}${messages.comesAndGoes.note}` : stage.what(told),
    ...(worth === undefined ? {} : { worth }),
    details: details(messages, notice, line),
    ...(line.links && { links: line.links }),
  };
}

/** What has become of it since people heard of it last, in a word. */
export function changeWord(messages: Messages, line: NoticeLine): string {
  if (line.comesAndGoes && line.transition === 'reopened') return messages.comesAndGoes.word;
  const other = line.transition === 'escalated' ? stageText(messages, line).changed : undefined;
  return other ?? messages.transition[line.transition];
}

function details(messages: Messages, notice: NoticeRequest, line: NoticeLine): readonly Detail[] {
  const text = messages.notice;
  const carrier = plain([line.carrier ?? '', line.number ?? ''].join(' '), 100);
  const parcel = plain(line.parcel ?? '', 40);
  const parts: readonly (readonly [string, string | undefined])[] = [
    carrier === ''
      ? [text.parcel, parcel]
      : [text.carrier, parcel === '' ? carrier : `${carrier} (${text.parcel} ${parcel})`],
    [text.lastScan, lastScan(messages, notice, line.lastEvent)],
    [text.deadline, deadline(messages, notice, line)],
    [text.lastCall, lastUseful(messages, notice, line)],
    [text.rule, ruleText(messages, line)],
    // Where a deadline or a last scan is told, it says since when.
    [text.since, line.deadline || line.lastEvent ? '' : messages.moment(line.since, viewpointOf(notice))],
    [text.underWay, underWay(messages, line.remedy)],
    [text.foldedOrders, foldedOrders(messages, line)],
  ];
  return parts.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [{ label, value }]));
}

/** The first few: the rest is in the table. */
function foldedOrders({ notice }: Messages, { folded }: NoticeLine): string | undefined {
  if (!folded || folded.count === 0) return undefined;
  const named = folded.rows.slice(0, 3).map(({ order }) => plain(order ?? '', 40));
  return notice.folded(folded.count, named);
}

/** When it is crossed, how far off that is unless the row's own figure says so, and who says so. */
function deadline(messages: Messages, notice: NoticeRequest, line: NoticeLine): string | undefined {
  if (!line.deadline) return undefined;
  const { at, source } = line.deadline;
  const told = toldOf(messages, line, notice.now);
  const figure = told.isPast ? told.late : told.left;
  const isSaid = stageText(messages, line).timing(told).includes(figure);
  const parts = [
    messages.moment(at, viewpointOf(notice)),
    ...(isSaid ? [] : [distance(messages, at, notice.now)]),
    sourceText(messages, source),
  ];
  return parts.join(' – ');
}

/** The house's last working moment before a line that is still ahead. */
function lastUseful(messages: Messages, { now, shop }: NoticeRequest, line: NoticeLine): string | undefined {
  const call = lastCallOf(line);
  if (call === undefined || !line.deadline || isPast(line.deadline.at, now)) return undefined;
  return `${messages.moment(call, { now, zone: shop.zone })} – ${distance(messages, call, now)}`;
}

export function lastCallOf({ facts }: Pick<NoticeLine, 'facts'>): Instant | undefined {
  const call = facts?.['lastCall'];
  return typeof call === 'number' ? instant(call) : undefined;
}

/** "in 20 hours", "28 hours ago". */
function distance(messages: Messages, at: Instant, now: Instant): string {
  const { notice: text } = messages;
  return isPast(at, now) ? text.ago(messages.duration(age(at, now))) : text.ahead(messages.duration(age(now, at)));
}

/** In the reader's own zone alone: no rule hangs on the market's clock here. */
export function lastScan(
  messages: Messages,
  { now, shop }: Pick<NoticeRequest, 'now' | 'shop'>,
  event: NoticeLine['lastEvent'],
): string {
  if (!event) return '';
  const text = plain(event.text ?? '', 140);
  return `${messages.moment(event.at, { now, zone: shop.zone })}${text === '' ? '' : ` – “${text}”`}`;
}

export function underWay(messages: Messages, remedy: string | undefined): string {
  if (remedy === undefined) return '';
  const known: Readonly<Record<string, string>> = messages.remedy;
  return (Object.hasOwn(known, remedy) ? known[remedy] : undefined) ?? messages.otherRemedy;
}
