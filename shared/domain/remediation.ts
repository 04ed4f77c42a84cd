import type { Market, Recipient } from './shop.ts';
import type { Instant } from './time.ts';
import type { Deadline } from './verdict.ts';

/** One finding for which a remedy is asked. Text fields come from outside: escape them where they land. */
export interface RemedyItem {
  /** Idempotency key within the shop: `check/subject#episode`. */
  readonly key: string;
  readonly check: string;
  readonly stage: string;
  readonly order: string;
  readonly parcel?: string;
  readonly carrier?: string;
  readonly number?: string;
  readonly lastEvent?: { readonly at: Instant; readonly text?: string };
  readonly since: Instant;
  readonly deadline?: Deadline;
  /** The first scan that the carrier has and TikTok lacks, by TikTok's reckoning, and who says so. */
  readonly proof?: { readonly at: Instant; readonly text: string; readonly source: string };
}

/** One act by one remedy on one group of findings of one run. At most 200 items. */
export interface RemediationRequest {
  readonly v: 1;
  /** Idempotency key: `shop#run#remedy#group`. */
  readonly id: string;
  readonly shop: { readonly id: string; readonly name: string; readonly market: Market; readonly zone: string };
  readonly run: string;
  readonly remedy: string;
  /** What the items have in common, e.g. the carrier's name. */
  readonly group: string;
  readonly to: Recipient;
  readonly now: Instant;
  readonly items: readonly RemedyItem[];
}
