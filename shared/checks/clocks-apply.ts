import { isClosed, type Order } from '../domain/order.ts';

/**
 * Whether the platform judges the seller by this order's clocks at all. An unpaid order and one in its remorse hour
 * may not be shipped yet; free samples and orders that TikTok fulfils itself are not the seller's to keep on time.
 */
export function clocksApply(order: Order): boolean {
  if (isClosed(order) || order.status === 'UNPAID' || order.status === 'ON_HOLD') return false;
  return !order.sample && order.fulfilledBy !== 'tiktok';
}

/** The states of an order that is still the seller's to send. */
export const beforeHandOver = ['AWAITING_SHIPMENT', 'PARTIALLY_SHIPPING', 'AWAITING_COLLECTION'] as const;

/** The states of an order whose clocks run. */
export const underWay = [...beforeHandOver, 'IN_TRANSIT'] as const;

/** Orders with a handling time of their own: the packs' clocks from the order's creation do not fit them. */
export function hasOwnHandlingTime(order: Order): boolean {
  return order.type === 'pre-order' || order.type === 'made-to-order' || order.type === 'back-order';
}
