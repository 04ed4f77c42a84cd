import type { SecondTrace } from '../domain/second-trace.ts';
import type { Shop } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';

export interface AskedParcel {
  readonly number: string;
  /** As TikTok names it. */
  readonly carrier?: string;
}

/** A source of traces that does not depend on TikTok. Throws Transient, or Rejected about the credential. */
export interface TraceSource {
  readonly id: string;
  /** Most parcels in one call. */
  readonly batch: number;
  /** Announces numbers; costs quota. Left out: the source answers for any number at once. */
  register?(parcels: readonly AskedParcel[], now: Instant): Promise<readonly SecondTrace[]>;
  /** One trace for each parcel asked for, whatever its state. */
  query(parcels: readonly AskedParcel[], now: Instant): Promise<readonly SecondTrace[]>;
  /** Calls made on the wire, retries included. */
  readonly calls: number;
}

export interface TraceSources {
  /** Undefined where the shop has connected none. */
  open(shop: Shop): Promise<TraceSource | undefined>;
}
