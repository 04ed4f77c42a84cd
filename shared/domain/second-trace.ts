import type { ToldMilestone } from './milestone.ts';
import type { Instant } from './time.ts';

/** One scan as somebody other than TikTok tells it. */
export interface CarrierEvent {
  readonly at: Instant;
  /** At most 200 characters. */
  readonly text: string;
  readonly milestone: ToldMilestone;
  /** `stated`: the source names the zone of its time. `assumed`: it gave a bare local time. */
  readonly zone: 'stated' | 'assumed';
}

/** What a source independent of TikTok says of one parcel number. Events ascend. */
export interface SecondTrace {
  readonly number: string;
  /** Who says so: `17track`, `csv`. */
  readonly source: string;
  /** When the source was asked or the file imported. */
  readonly askedAt: Instant;
  /**
   * `pending`: the source has been told of the number and knows nothing yet. `not-found`: it looked and the carrier
   * has no scan. `unreadable`: it cannot follow this carrier or number.
   */
  readonly state: 'pending' | 'traced' | 'not-found' | 'unreadable';
  /** Who carries the number, in the source's words. */
  readonly carrier?: string;
  /** The source's own status, raw: `InTransit_CustomsProcessing`. */
  readonly status?: string;
  readonly events: readonly CarrierEvent[];
}
