import type { LaneId } from '../domain/lane.ts';
import type { Milestone } from '../domain/milestone.ts';
import type { Market, SellerType } from '../domain/shop.ts';
import type { Duration } from '../domain/time.ts';

/** A node that a parcel's trace has to show. */
export interface LaneNode {
  /** What the node is called. */
  readonly node: Milestone;
  /** Others that prove it as well: whatever comes after customs has been through it. */
  readonly or?: readonly Milestone[];
  /** How long after the pick-up it is expected at the latest; lenient, for carriers leave scans out. */
  readonly by: Duration;
}

/** What happens on one lane: from where, to where, by what. Dated and sourced as clauses are. */
export interface LaneTemplate {
  readonly id: LaneId;
  readonly origin: string;
  /** Left out = all markets. */
  readonly markets?: readonly Market[];
  readonly sellerTypes: readonly SellerType[];
  /** Who carries it across; left out = anybody. */
  readonly shipping?: readonly ('tiktok' | 'seller')[];
  /** In the order of the way. */
  readonly nodes: readonly [LaneNode, ...LaneNode[]];
  /** After the pick-up no public trace is normal for so long: the parcel lies in a transit warehouse. */
  readonly blind?: Duration;
  readonly source: string;
  /** `assumed`: nobody publishes it; chosen so that a healthy parcel is never late. */
  readonly confidence: 'press' | 'assumed';
}
