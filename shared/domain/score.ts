import type { Instant } from './time.ts';

/** Figures that TikTok shows in Seller Center only, so people import them. */
export const metrics = ['logistics-score', 'trace-completeness'] as const;
export type Metric = (typeof metrics)[number];

export interface Score {
  readonly metric: Metric;
  /** The day it was read off, as an instant: midnight UTC where only a day is known. */
  readonly at: Instant;
  readonly value: number;
}
