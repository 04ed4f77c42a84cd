import type { NoticeLine, NoticeRequest } from '../domain/notice.ts';
import type { Severity } from '../domain/verdict.ts';
import { marketName } from '../messages/market.ts';
import { plain } from '../messages/plain.ts';
import { messagesIn } from '../messages/registry.ts';
import type { Messages } from '../messages/messages.ts';
import { firstGroup, grouped, nextAhead, shownPerGroup } from './notice-groups.ts';
import type { Group, Room } from './notice-groups.ts';
import { lineLink, rowView, subjectName, viewpointOf } from './notice-row.ts';
import type { RowView } from './notice-row.ts';
import { assumptionOf, atStake } from './notice-risk.ts';
import { unwatchedView, type UnwatchedView } from './notice-unwatched.ts';
import { subjectLine, titleOf, whyOf } from './notice-title.ts';
import { endOf, stageText, toldOf } from './told.ts';

/** The findings of one stage: said once what it means, then line by line. */
export interface GroupView {
  readonly severity: Severity;
  readonly severityName: string;
  readonly headline: string;
  readonly count: string;
  readonly next: string;
  readonly act: string;
  /** On what assumption money is at risk. */
  readonly risk?: string;
  readonly rows: readonly RowView[];
  readonly more?: string;
}

export interface SolvedView {
  readonly subject: string;
  readonly href?: string;
  readonly headline: string;
  readonly because: string;
}

/** A notice in words, the same for every channel. Nothing in it is escaped yet. */
export interface NoticeView {
  readonly subject: string;
  readonly preheader: string;
  readonly shop: string;
  readonly when: string;
  readonly kind: string;
  readonly title: string;
  readonly why: string;
  /** The earliest line still ahead; absent when nothing is. */
  readonly next?: {
    readonly at: string;
    readonly left: string;
    readonly subject: string;
    readonly headline: string;
    readonly severity: Severity;
  };
  readonly allCrossed: boolean;
  readonly first?: {
    readonly of: string;
    readonly act: string;
    readonly severity: Severity;
    readonly href?: string;
  };
  readonly worth?: string;
  readonly groups: readonly GroupView[];
  readonly solved: readonly SolvedView[];
  readonly solvedMore?: string;
  readonly unwatched?: UnwatchedView;
  readonly notes: readonly string[];
}

export function noticeView(notice: NoticeRequest, room: Room): NoticeView {
  const messages = messagesIn(notice.channel.locale);
  const text = messages.notice;
  const live = notice.lines.filter((line) => line.transition !== 'resolved');
  const solved = notice.lines.filter((line) => line.transition === 'resolved');
  const groups = grouped(live);
  const ahead = nextAhead(live, notice.now);
  const title = titleOf(messages, notice, live);
  const shop = plain(notice.shop.name, 60);
  const first = firstGroup(groups);
  const worth = atStake(messages, notice, live);
  const shown = shownPerGroup(groups, room);
  const solvedShown = solved.slice(0, room.perGroup);
  const unwatched = unwatchedView(messages, notice);
  return {
    subject: subjectLine(messages, notice, title, ahead, live.length > 0),
    preheader:
      groups.map((group) => `${stageText(messages, group[0]).headline} (${group.length})`).join(' · ') || title,
    shop: `${shop} · ${marketName(plain(notice.shop.market, 20), notice.channel.locale)}`,
    when: messages.moment(notice.now, { now: notice.now, zone: notice.shop.zone }),
    kind: text.kind[notice.kind],
    title,
    why: whyOf(messages, notice, title),
    ...(ahead ? { next: nextView(messages, notice, ahead) } : {}),
    allCrossed: ahead === undefined && live.some((line) => line.deadline !== undefined),
    ...(first ? { first: firstView(messages, notice, first) } : {}),
    ...(worth === undefined ? {} : { worth }),
    groups: groups.map((group, index) => groupView(messages, notice, group, shown[index] ?? 0, room.attached)),
    solved: solvedShown.map((line) => solvedView(messages, notice, line)),
    ...(solved.length > solvedShown.length
      ? { solvedMore: text.moreOfKind(solved.length - solvedShown.length, room.attached) }
      : {}),
    ...(unwatched && { unwatched }),
    notes: notes(messages, notice, room),
  };
}

function nextView(messages: Messages, notice: NoticeRequest, line: NoticeLine): NonNullable<NoticeView['next']> {
  return {
    at: messages.moment(line.deadline?.at ?? notice.now, viewpointOf(notice)),
    left: messages.notice.remaining(toldOf(messages, line, notice.now).left),
    severity: line.severity,
    subject: subjectName(messages, notice, line),
    headline: stageText(messages, line).headline,
  };
}

function firstView(messages: Messages, notice: NoticeRequest, group: Group): NonNullable<NoticeView['first']> {
  const [line] = group;
  const href = lineLink(notice, line);
  const stage = stageText(messages, line);
  return {
    of: `${stage.headline} · ${messages.subjects(line.subject.kind, group.length)}`,
    act: stage.act(group.length),
    severity: line.severity,
    ...(href === undefined ? {} : { href }),
  };
}

function groupView(
  messages: Messages,
  notice: NoticeRequest,
  group: Group,
  shown: number,
  attached: boolean,
): GroupView {
  const [line] = group;
  const stage = stageText(messages, line);
  const risk = [...new Set(group.flatMap((one) => assumptionOf(messages, notice, one) ?? []))].join('; ');
  return {
    severity: line.severity,
    severityName: messages.severity[line.severity],
    headline: stage.headline,
    count: messages.subjects(line.subject.kind, group.length),
    next: stage.next,
    act: stage.act(group.length),
    ...(risk !== '' && { risk }),
    rows: group.slice(0, shown).map((one) => rowView(messages, notice, one)),
    ...(group.length > shown ? { more: messages.notice.moreOfKind(group.length - shown, attached) } : {}),
  };
}

function solvedView(messages: Messages, notice: NoticeRequest, line: NoticeLine): SolvedView {
  const href = lineLink(notice, line);
  return {
    subject: subjectName(messages, notice, line),
    ...(href === undefined ? {} : { href }),
    headline: stageText(messages, line).headline,
    because: endOf(messages, line),
  };
}

const causes = new Set(['credential-expiry', 'feed-lagging', 'incident']);

function notes(messages: Messages, notice: NoticeRequest, { countsRest = false }: Room): readonly string[] {
  const text = messages.notice;
  const { counts, lines, more } = notice;
  const open = lines.filter((line) => line.transition !== 'resolved');
  const why = open.filter((line) => causes.has(line.check)).map((line) => stageText(messages, line).headline);
  return [
    ...(counts.inhibited > 0 ? [text.inhibited(counts.inhibited, [...new Set(why)])] : []),
    ...(counts.snoozed === undefined ? [] : [text.snoozed(counts.snoozed)]),
    ...(counts.quarantined > 0 ? [text.quarantined(counts.quarantined)] : []),
    ...(more > 0 && !countsRest ? [text.notListed(more)] : []),
    ...(open.some((line) => line.deadline?.source.kind === 'clause') ? [text.clauseNote] : []),
    ...(open.some((line) => line.risk) ? [text.risk.note] : []),
  ];
}
