import type { NoticeLine } from '../domain/notice.ts';
import { isPast } from '../domain/time.ts';
import type { Instant } from '../domain/time.ts';

/** How many lines a channel shows; the rest is counted, and attached where the channel takes a file. */
export interface Room {
  readonly perGroup: number;
  readonly total: number;
  readonly attached: boolean;
  /** The channel itself ends with how many it leaves out. */
  readonly countsRest?: boolean;
}

export type Group = readonly [NoticeLine, ...NoticeLine[]];

/** By check and stage, in the order in which the lines come: they are sorted by time to the line. */
export function grouped(lines: readonly NoticeLine[]): readonly Group[] {
  const groups = new Map<string, [NoticeLine, ...NoticeLine[]]>();
  for (const line of lines) {
    const key = `${line.check}/${line.stage}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()];
}

/** Each group shows its first lines while there is room; later groups still show one. */
export function shownPerGroup(groups: readonly Group[], room: Room): readonly number[] {
  let left = Math.max(0, room.total - groups.length);
  return groups.map((group) => {
    const extra = Math.min(group.length, room.perGroup, left + 1) - 1;
    left -= extra;
    return extra + 1;
  });
}

/** What darkens the whole shop is mended first, whatever else is due; then what is critical, then what stands first. */
export function firstGroup(groups: readonly Group[]): Group | undefined {
  const critical = groups.filter(([line]) => line.severity === 'critical');
  const dark = critical.find(([line]) => line.subject.kind === 'credential' || line.subject.kind === 'shop');
  return dark ?? critical.find(([line]) => line.subject.kind === 'incident') ?? critical[0] ?? groups[0];
}

/** The line that will be crossed next; one that is crossed at this very instant is not crossed yet. */
export function nextAhead(lines: readonly NoticeLine[], now: Instant): NoticeLine | undefined {
  const ahead = lines.filter((line) => line.deadline !== undefined && !isPast(line.deadline.at, now));
  return ahead.toSorted((one, other) => (one.deadline?.at ?? 0) - (other.deadline?.at ?? 0))[0];
}
