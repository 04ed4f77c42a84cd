import { isConfirmed } from '../domain/order.ts';
import { hours } from '../domain/time.ts';
import { okBecause, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { atRest } from './clocks-apply.ts';
import { judgeClock, type OrderClock } from './judge-clock.ts';

const clock: OrderClock = {
  clock: 'confirm-by',
  field: 'rts_sla_time',
  stages: [
    // Half of the article's 24 hours: a working day is left.
    { stage: 'confirm-due-soon', begins: hours(-12) },
    { stage: 'confirm-overdue', begins: hours(0) },
  ],
  inHouse: true,
};

/**
 * "Confirm within 24 hours of the order, else it is cancelled and the shop loses credit." The API knows no
 * confirmation, so the ship call (`rts_time`) or any state past AWAITING_SHIPMENT counts as one.
 */
export const confirmBy = {
  id: 'confirm-by',
  on: 'order',
  stages: [
    { id: 'confirm-due-soon', severity: 'warning' },
    { id: 'confirm-overdue', severity: 'critical' },
  ],
  clocks: [clock],
  inhibitedBy: ['feed-lagging'],
  during: ['AWAITING_SHIPMENT'],
  judge({ order }, at) {
    const rest = atRest(order);
    if (rest) return rest;
    if (isConfirmed(order)) return okBecause('confirmed');
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    return judgeClock(order, clock, at);
  },
} as const satisfies Check<'order'>;
