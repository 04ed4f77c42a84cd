import type { NoticeLine, NoticeRequest } from '../domain/notice.ts';
import { marketZone } from '../policies/market-zone.ts';
import { money } from '../messages/money.ts';
import { plain } from '../messages/plain.ts';
import type { Messages } from '../messages/messages.ts';
import type { Viewpoint } from '../messages/moment.ts';
import { sourceText } from './deadline-source.ts';
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
}

export function viewpointOf({ now, shop }: Pick<NoticeRequest, 'now' | 'shop'>): Viewpoint {
  return { now, zone: shop.zone, marketZone: marketZone(shop.market) };
}

export function subjectName(messages: Messages, notice: NoticeRequest, line: NoticeLine): string {
  switch (line.subject.kind) {
    case 'order':
      return `${messages.notice.order} ${plain(line.order ?? line.subject.id, 40)}`;
    case 'credential':
      return toldOf(messages, line, notice.now).name;
    case 'shop':
      return plain(notice.shop.name, 60);
  }
}

export function lineLink(notice: NoticeRequest, line: NoticeLine): string | undefined {
  return line.order === undefined ? undefined : orderLink(notice.shop, plain(line.order, 60));
}

export function rowView(messages: Messages, notice: NoticeRequest, line: NoticeLine): RowView {
  const told = toldOf(messages, line, notice.now);
  const stage = stageText(messages, line);
  const href = lineLink(notice, line);
  const worth =
    line.amount !== undefined && line.currency !== undefined
      ? money(line.amount, line.currency, notice.channel.locale)
      : undefined;
  return {
    subject: subjectName(messages, notice, line),
    ...(href === undefined ? {} : { href }),
    ...(notice.kind === 'sweep' ? { change: messages.transition[line.transition] } : {}),
    timing: stage.timing(told),
    what: stage.what(told),
    ...(worth === undefined ? {} : { worth }),
    details: details(messages, notice, line),
  };
}

function details(messages: Messages, notice: NoticeRequest, line: NoticeLine): readonly Detail[] {
  const text = messages.notice;
  const from = viewpointOf(notice);
  const carrier = plain([line.carrier ?? '', line.number ?? ''].join(' '), 100);
  const parcel = plain(line.parcel ?? '', 40);
  const parts: readonly (readonly [string, string])[] = [
    carrier === ''
      ? [text.parcel, parcel]
      : [text.carrier, parcel === '' ? carrier : `${carrier} (${text.parcel} ${parcel})`],
    [text.lastScan, lastScan(messages, notice, line.lastEvent)],
    [
      text.deadline,
      line.deadline ? `${messages.moment(line.deadline.at, from)} – ${sourceText(messages, line.deadline.source)}` : '',
    ],
    // Where a deadline or a last scan is told, it says since when.
    [text.since, line.deadline || line.lastEvent ? '' : messages.moment(line.since, from)],
    [text.underWay, underWay(messages, line.remedy)],
  ];
  return parts.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }]));
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
