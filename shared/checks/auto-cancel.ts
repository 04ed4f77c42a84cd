import { isCollected, isConfirmed, type Order } from '../domain/order.ts';
import { hours } from '../domain/time.ts';
import { unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { atRest, underWay } from './clocks-apply.ts';
import { judgeClock, type OrderClock } from './judge-clock.ts';

/** A working day is left to save the order, wherever it is (order fields of 202309: no shorter notice is known). */
const lastDay = hours(-24);

// A market or an order without such a line is not cancelled by it, so no line is no gap in the watch.
const ship: OrderClock = {
  clock: 'ship-cancel-by',
  field: 'shipping_due_time',
  stages: [{ stage: 'auto-cancel-ship-soon', begins: lastDay }],
  inHouse: true,
  optional: true,
};
const collect: OrderClock = {
  clock: 'collect-cancel-by',
  field: 'collection_due_time',
  stages: [{ stage: 'auto-cancel-collect-soon', begins: lastDay }],
  inHouse: true,
  optional: true,
};
const deliver: OrderClock = {
  field: 'delivery_due_time',
  stages: [{ stage: 'auto-cancel-deliver-soon', begins: lastDay }],
  optional: true,
};

/** "An order that is not shipped, not collected or not delivered by its last date is cancelled by TikTok itself." */
export const autoCancel = {
  id: 'auto-cancel',
  on: 'order',
  stages: [
    { id: 'auto-cancel-ship-soon', severity: 'critical' },
    { id: 'auto-cancel-collect-soon', severity: 'critical' },
    { id: 'auto-cancel-deliver-soon', severity: 'critical' },
  ],
  clocks: [ship, collect, deliver],
  inhibitedBy: ['feed-lagging'],
  during: underWay,
  judge({ order }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    return atRest(order) ?? judgeClock(order, clockOf(order), at);
  },
} as const satisfies Check<'order'>;

/** The next state that TikTok waits for; a partly shipped order has not reached AWAITING_COLLECTION as a whole. */
function clockOf(order: Order): OrderClock {
  if (isCollected(order)) return deliver;
  return isConfirmed(order) && order.status !== 'PARTIALLY_SHIPPING' ? collect : ship;
}
