import { isCollected } from '../domain/order.ts';
import { hours } from '../domain/time.ts';
import { okBecause, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { atRest, beforeHandOver } from './clocks-apply.ts';
import { judgeClock, type OrderClock } from './judge-clock.ts';

const clock: OrderClock = {
  field: 'pick_up_cut_off_time',
  // Pick-up slots are daily, so this is the last one (rules of 2024).
  stages: [
    { stage: 'sea-cutoff-soon', begins: hours(-24) },
    { stage: 'sea-cutoff-passed', begins: hours(0) },
  ],
  inHouse: true,
  // TikTok sets the field in South-East Asia only.
  optional: true,
};

/** "South-East Asia: picked up before the cut-off of the order, a parcel stays out of the late dispatch rate." */
export const pickupCutoff = {
  id: 'pickup-cutoff',
  on: 'order',
  stages: [
    { id: 'sea-cutoff-soon', severity: 'warning' },
    { id: 'sea-cutoff-passed', severity: 'breach' },
  ],
  clocks: [clock],
  inhibitedBy: ['feed-lagging'],
  during: beforeHandOver,
  judge({ order }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    const rest = atRest(order);
    if (rest) return rest;
    return isCollected(order) ? okBecause('collected') : judgeClock(order, clock, at);
  },
} as const satisfies Check<'order'>;
