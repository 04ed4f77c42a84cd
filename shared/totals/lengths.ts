import type { Spread } from '../domain/digest.ts';
import type { Lengths } from '../domain/report-state.ts';
import { days, hours, type Duration } from '../domain/time.ts';

/** Finer than this nobody plans by, and it keeps a day's totals small (house rule, 2026). */
const fineUntil = hours(48);
const coarse = hours(6);
const longest = days(10);

/** One more length, under its hours: rounded up, in steps of six hours beyond two days, at most ten days. */
export function addLength(lengths: Lengths, length: Duration): Lengths {
  const step = length <= fineUntil ? hours(1) : coarse;
  const rounded = Math.min(longest, Math.max(1, Math.ceil(length / step)) * step);
  const name = String(rounded / hours(1));
  return { ...lengths, [name]: (lengths[name] ?? 0) + 1 };
}

export function joinLengths(one: Lengths, other: Lengths): Lengths {
  const joined: Record<string, number> = { ...one };
  for (const [name, count] of Object.entries(other)) joined[name] = (joined[name] ?? 0) + count;
  return joined;
}

/** Nearest rank: always a length that was seen, rounded up. Undefined without any. */
export function spreadOf(lengths: Lengths): Spread | undefined {
  const counted = Object.entries(lengths)
    .map(([name, count]) => ({ length: Number(name), count }))
    .toSorted((one, other) => one.length - other.length);
  const sample = counted.reduce((sum, { count }) => sum + count, 0);
  if (sample === 0) return undefined;
  return { sample, median: lengthAt(counted, sample * 0.5), p90: lengthAt(counted, sample * 0.9) };
}

function lengthAt(counted: readonly { readonly length: number; readonly count: number }[], rank: number): number {
  let below = 0;
  for (const { length, count } of counted) {
    below += count;
    if (below >= rank) return length;
  }
  return 0;
}
