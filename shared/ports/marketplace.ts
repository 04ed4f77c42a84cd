import type { Order, Trace } from '../domain/order.ts';
import type { Shop } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import type { SellerCredentials } from './credentials.ts';

/** An order that could not be parsed: its id where it could be read, and the failing paths without values. */
export interface Malformed {
  readonly id?: string;
  readonly updatedAt?: Instant;
  readonly paths: readonly string[];
}

export interface OrderPage {
  readonly orders: readonly Order[];
  readonly malformed: readonly Malformed[];
  /** Update (or create) time of the last order of the page. */
  readonly reached?: Instant;
  /** Orders in the whole window, as TikTok counts them. */
  readonly total: number;
  readonly next?: string;
}

export interface OrderWindow {
  readonly by: 'update_time' | 'create_time';
  readonly from: Instant;
  /** Exclusive; whole seconds. */
  readonly to: Instant;
}

/** Calls made on the wire, retries counted apart. */
export interface CallCounts {
  readonly search: number;
  readonly detail: number;
  readonly tracking: number;
  readonly other: number;
  readonly retries: number;
}

/** What scans of several orders say and nobody understands: numbers and addresses folded, cut. */
export interface UnreadText {
  readonly text: string;
  readonly orders: number;
}

export interface AuthorizedShop {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly sellerType: string;
  readonly cipher: string;
}

/** TikTok Shop, for one shop and one sweep. Throws Transient or Rejected. */
export interface Marketplace {
  searchOrders(window: OrderWindow, page?: string): Promise<OrderPage>;
  readTrace(order: string): Promise<Trace>;
  readonly calls: CallCounts;
  /** Of the traces read so far, the most frequent first; twenty at most. */
  readonly unread: readonly UnreadText[];
}

/** Opens a Marketplace for a shop, its token refreshed when less than 24 h are left. */
export interface Marketplaces {
  open(shop: Shop, now: Instant): Promise<OpenedMarketplace>;
}

export interface OpenedMarketplace {
  readonly credentials: SellerCredentials;
  /** Absent when no usable token could be had; the credentials say why. */
  readonly marketplace?: Marketplace;
  /** A passing failure while refreshing: the pull counts as refused, not as a credential fault. */
  readonly transient?: string;
}
