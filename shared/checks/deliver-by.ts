import { hours } from '../domain/time.ts';
import { unknown } from '../domain/verdict.ts';
import { deliveryGrace } from '../policies/delivery-grace.ts';
import type { Check } from './check.ts';
import { atRest, underWay } from './clocks-apply.ts';
import { judgeClock, type OrderClock } from './judge-clock.ts';

const clock: OrderClock = {
  clock: 'deliver-by',
  field: 'delivery_sla_time',
  stages: [
    { stage: 'delivery-due-soon', begins: hours(-24) },
    { stage: 'delivery-overdue', begins: hours(0) },
    { stage: 'delivery-late-counted', begins: deliveryGrace },
  ],
};

/**
 * "Keep the delivery promise: United Kingdom 5, South-East Asia 3, United States 7 calendar days from the order; what
 * the buyer agreed to receive later is not late." TikTok's data knows of no such extension, so people write it down.
 */
export const deliverBy = {
  id: 'deliver-by',
  on: 'order',
  stages: [
    { id: 'delivery-due-soon', severity: 'warning' },
    { id: 'delivery-overdue', severity: 'breach' },
    { id: 'delivery-late-counted', severity: 'critical', remedy: 'appeal-pack' },
  ],
  clocks: [clock],
  inhibitedBy: ['feed-lagging'],
  during: underWay,
  judge({ order, deeds }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    const rest = atRest(order);
    if (rest) return rest;
    return judgeClock(
      order,
      clock,
      at,
      deeds.extendedUntil === undefined ? undefined : { extendedTo: deeds.extendedUntil },
    );
  },
} as const satisfies Check<'order'>;
