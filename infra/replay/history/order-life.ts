import type { Order, Trace } from '../../../shared/domain/order.ts';
import type { Shop } from '../../../shared/domain/shop.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { Malformed } from '../../../shared/ports/marketplace.ts';

/**
 * A shop's orders over time. Nothing of the future is ever shown: whoever asks as of an hour gets what TikTok would have
 * answered then, as far as the source knows.
 */
export interface OrderHistory {
  /** Orders whose newest change as of `now` lies in [from, to), the oldest change first; `place` names one of them. */
  changed(from: Instant, to: Instant, now: Instant): readonly number[];
  shown(places: readonly number[], now: Instant): ShownOrders;
  /** Undefined: nobody knows this order then. The same object as long as no scan has come. */
  trace(order: string, now: Instant): Trace | undefined;
  /** Lets go of what was kept of an order that is closed. */
  forget?(order: string): void;
  /** The full hours between which orders come and change; undefined where there are none. */
  readonly span: { readonly from: Instant; readonly until: Instant } | undefined;
  /** What it cannot tell, as sentences. */
  readonly limits: readonly string[];
  readonly size: number;
}

export interface ShownOrders {
  readonly orders: readonly Order[];
  readonly malformed: readonly Malformed[];
}

/** A history and whose it is. */
export interface ShopHistory {
  readonly shop: Shop;
  readonly history: OrderHistory;
}
