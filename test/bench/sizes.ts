import { instant, minutes } from '../../shared/domain/time.ts';

/** How much of a world is swept, and how often. */
export interface Size {
  /** Open orders the generator keeps. */
  readonly open: number;
  /** Age of the oldest order of all; 5.8 days is the mean life of an open one. */
  readonly historyDays: number;
  /** Sweeps after the first look. */
  readonly sweeps: number;
}

/**
 * Every sweep meets orders at every point of their lives; the smaller shops are followed for longer, because a life is
 * three hundred sweeps long and the largest takes ten seconds for one.
 */
export const sizes: readonly Size[] = [
  { open: 1_000, historyDays: 20, sweeps: 96 },
  { open: 10_000, historyDays: 20, sweeps: 12 },
  { open: 100_000, historyDays: 10, sweeps: 4 },
];

/** In half an hour about 2 % of a generated shop's open orders change (measured 2026-11: 1.9 to 2.3 %). */
export const step = minutes(30);

export const beginning = instant(Date.parse('2026-03-16T12:00:00Z'));
