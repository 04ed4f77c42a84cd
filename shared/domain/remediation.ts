import type { Market, Recipient } from './shop.ts';
import type { Instant } from './time.ts';
import type { Deadline } from './verdict.ts';

/** What is the same for every finding for which a remedy is asked. Text fields come from outside: escape them where they land. */
interface AnyItem {
  /** Idempotency key within the shop: `check/subject#episode`. */
  readonly key: string;
  readonly check: string;
  readonly stage: string;
  readonly since: Instant;
  readonly deadline?: Deadline;
}

/** A finding about an order. */
export interface OrderItem extends AnyItem {
  readonly kind: 'order';
  readonly order: string;
  readonly parcel?: string;
  readonly carrier?: string;
  readonly number?: string;
  readonly lastEvent?: { readonly at: Instant; readonly text?: string };
  /** The first scan that the carrier has and TikTok lacks, by TikTok's reckoning, and who says so. */
  readonly proof?: { readonly at: Instant; readonly text: string; readonly source: string };
}

/** A finding about a key or an authorization; never the secret itself. */
export interface CredentialItem extends AnyItem {
  readonly kind: 'credential';
  /** As in the finding: `erp-link:erp`, `authorization`. */
  readonly credential: string;
  readonly name: string;
  readonly owner?: string;
  /** Orders that nobody can see move because of it. */
  readonly orders?: number;
}

export interface RemedyItems {
  readonly order: OrderItem;
  readonly credential: CredentialItem;
}
export type RemedyKind = keyof RemedyItems;
export type RemedyItem = RemedyItems[RemedyKind];

/** One act by one remedy on one group of findings of one run. At most 200 items, all of one kind. */
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
