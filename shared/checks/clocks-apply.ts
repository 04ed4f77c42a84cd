import { isClosed, type Order } from '../domain/order.ts';
import { okBecause, type RestReason, type Verdict } from '../domain/verdict.ts';

/**
 * Whether the platform judges the seller by this order's clocks at all. An unpaid order and one in its remorse hour
 * may not be shipped yet; free samples and orders that TikTok fulfils itself are not the seller's to keep on time.
 */
export function clocksApply(order: Order): boolean {
  return whyAtRest(order) === undefined;
}

/** What a check says of an order whose clocks do not apply; undefined = they do. */
export function atRest(order: Order): Verdict | undefined {
  const why = whyAtRest(order);
  return why && okBecause(why);
}

function whyAtRest(order: Order): RestReason | undefined {
  if (isClosed(order)) return 'order-closed';
  if (order.status === 'UNPAID') return 'not-paid';
  if (order.status === 'ON_HOLD') return 'on-hold';
  if (order.sample) return 'sample';
  return order.fulfilledBy === 'tiktok' ? 'fulfilled-by-tiktok' : undefined;
}

/** The states of an order that is still the seller's to send. */
export const beforeHandOver = ['AWAITING_SHIPMENT', 'PARTIALLY_SHIPPING', 'AWAITING_COLLECTION'] as const;

/** The states of an order whose clocks run. */
export const underWay = [...beforeHandOver, 'IN_TRANSIT'] as const;

/** Orders with a handling time of their own: the packs' clocks from the order's creation do not fit them. */
export function hasOwnHandlingTime(order: Order): boolean {
  return order.type === 'pre-order' || order.type === 'made-to-order' || order.type === 'back-order';
}
