/** Whose label a number stands on, as TikTok's validation says: its own, of its collection, or neither. */
export type LabelOrigin = 'platform' | 'collection' | 'other';

/**
 * What became of a change. `already`: the parcel has that number, whoever gave it. `window-over`: TikTok no longer
 * lets it be changed. `used-up`: it was changed before, to something else.
 */
export type Correction = 'changed' | 'already' | 'window-over' | 'used-up';

/** Tracking numbers of one shop at TikTok. Throws Transient or Rejected. */
export interface Corrections {
  labelOf(number: string): Promise<LabelOrigin>;
  /** Repeatable: a repeat answers `already`. `provider` is TikTok's id of the carrier. */
  change(parcel: string, number: string, provider: string): Promise<Correction>;
}
