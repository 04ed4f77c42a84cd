import type { Score } from '../domain/score.ts';

/** Figures that people imported because no API gives them. */
export interface Scores {
  /** The oldest first; of each figure the 26 weeks up to its newest. */
  list(shop: string): Promise<readonly Score[]>;
  /** One figure a day: a later word on the same day takes the place of the earlier one. */
  put(shop: string, scores: readonly Score[]): Promise<void>;
}
