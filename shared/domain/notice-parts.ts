import { findingKey } from './finding.ts';
import type { NoticeCounts, NoticeLine, NoticeRequest } from './notice.ts';

/** Of what has been told before: it got worse, it lasts, it is over. */
export function isFollowUp({ transition }: NoticeLine): boolean {
  return transition !== 'opened' && transition !== 'reopened';
}

/** Some lines of a notice as a notice of their own, which says nothing else. */
export function partOf(notice: NoticeRequest, lines: readonly NoticeLine[]): NoticeRequest {
  const { list: _, heldSince: __, notWatched: ___, ...rest } = notice;
  return { ...rest, lines, more: 0, counts: { ...notice.counts, ...transitionsOf(lines), quarantined: 0 } };
}

/** The notice without those lines; undefined where nothing is left to say. */
export function restOf(notice: NoticeRequest, without: readonly NoticeLine[]): NoticeRequest | undefined {
  const lines = notice.lines.filter((line) => !without.includes(line));
  const { more, counts } = notice;
  if (without.length > 0 && lines.length === 0 && more === 0 && counts.quarantined === 0) return undefined;
  const gone = Object.entries(transitionsOf(without)).map(([kind, count]) => [
    kind,
    Math.max(0, counts[kind as NoticeLine['transition']] - count),
  ]);
  return { ...notice, lines, counts: { ...counts, ...Object.fromEntries(gone) } };
}

/** The notice with those of its lines resolved that have been since; the same object where none has. */
export function amended(notice: NoticeRequest, news: readonly NoticeLine[]): NoticeRequest {
  const over = new Map(news.flatMap((line) => (line.transition === 'resolved' ? [[keyOf(line), line]] : [])));
  const changed = notice.lines.filter((line) => line.transition !== 'resolved' && over.has(keyOf(line)));
  if (changed.length === 0) return notice;
  const lines = notice.lines.map((line) => {
    const end = changed.includes(line) ? over.get(keyOf(line)) : undefined;
    const { risk: _, ...rest } = line;
    return end ? { ...rest, transition: 'resolved' as const, ...becauseOf(end) } : line;
  });
  return { ...notice, lines, counts: changed.reduce(withOneOver, notice.counts) };
}

export function keyOf({ subject, check }: NoticeLine): string {
  return findingKey(subject, check);
}

function becauseOf({ resolvedBecause }: NoticeLine): Pick<NoticeLine, 'resolvedBecause'> {
  return resolvedBecause === undefined ? {} : { resolvedBecause };
}

function withOneOver(counts: NoticeCounts, { transition, severity }: NoticeLine): NoticeCounts {
  return {
    ...counts,
    [transition]: Math.max(0, counts[transition] - 1),
    [severity]: Math.max(0, counts[severity] - 1),
    resolved: counts.resolved + 1,
  };
}

function transitionsOf(lines: readonly NoticeLine[]): Record<NoticeLine['transition'], number> {
  const counts = { opened: 0, escalated: 0, reminded: 0, resolved: 0, reopened: 0 };
  for (const { transition } of lines) counts[transition] += 1;
  return counts;
}
