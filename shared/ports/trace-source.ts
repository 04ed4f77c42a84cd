import type { SecondTrace } from '../domain/second-trace.ts';
import type { Shop } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';

export interface AskedParcel {
  readonly number: string;
  /** As TikTok names it. */
  readonly carrier?: string;
}

/** What became of numbers that a source was told of. */
export interface Announced {
  /** Of those that it follows, and of those that it cannot follow. */
  readonly traces: readonly SecondTrace[];
  /** How many it had not been told of before: each cost quota. */
  readonly registered: number;
  /** Its quota or the day's limit is used up: it is told of the others on another day. */
  readonly isUsedUp: boolean;
}

/**
 * A source of traces that does not depend on TikTok. Throws Transient, or Rejected about the credential. A number that
 * is missing from an answer is still unknown, and asked about again.
 */
export interface TraceSource {
  readonly id: string;
  /** Most parcels in one call. */
  readonly batch: number;
  /** Announces numbers; costs quota. Left out: the source answers for any number at once. */
  register?(parcels: readonly AskedParcel[], now: Instant): Promise<Announced>;
  /** One trace for a parcel; of a number that it was never told of, pending and not `announced`. */
  query(parcels: readonly AskedParcel[], now: Instant): Promise<readonly SecondTrace[]>;
  /** Calls made on the wire, retries included. */
  readonly calls: number;
}

export interface TraceSources {
  /** Undefined where the shop has connected none. */
  open(shop: Shop): Promise<TraceSource | undefined>;
}
