import { isDealtWith, type KnownActs } from '../domain/known-acts.ts';
import type { NoticeLine } from '../domain/notice.ts';
import type { Instant } from '../domain/time.ts';

/** The lines that nobody has dealt with since what they tell happened; the end of something is always told. */
export function stillToSay(lines: readonly NoticeLine[], acts: KnownActs, now: Instant): readonly NoticeLine[] {
  return lines.filter(({ handle, check, subject, carrier }) => {
    if (!handle) return true;
    const { episode, at, lane } = handle;
    const carriers = carrier === undefined ? [] : carrier.split(', ');
    return !isDealtWith({ ref: { check, subject, episode }, subject, carriers, lane }, at, now, acts);
  });
}
