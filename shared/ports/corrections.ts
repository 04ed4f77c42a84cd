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

/** A number to be entered at TikTok in the shop's name. */
export interface NumberChange {
  /** The key of the item that it is for. */
  readonly item: string;
  /** TikTok's package id. */
  readonly parcel: string;
  readonly number: string;
  /** TikTok's id of the carrier. */
  readonly provider: string;
}

/**
 * What became of it. `platform-label`: the number is one of TikTok's own labels, so it is no number of this parcel.
 * `refused`: TikTok does not take it, and a person has to see why.
 */
export type NumberOutcome = Correction | 'platform-label' | 'refused';
