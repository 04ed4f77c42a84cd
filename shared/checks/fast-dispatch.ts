import { isCollected } from '../domain/order.ts';
import { hours } from '../domain/time.ts';
import { okBecause, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { atRest, beforeHandOver } from './clocks-apply.ts';
import { judgeClock, type OrderClock } from './judge-clock.ts';

const clock: OrderClock = {
  clock: 'fast-dispatch-by',
  field: 'fast_dispatch_sla_time',
  // The line is a midnight. By 18:00 the day's pick-ups are over and drop-off points still open: whoever is not
  // scanned by then is late, whoever is told at noon only waits for the carrier (Thai rules of Jun 2025).
  stages: [{ stage: 'fast-dispatch-soon', begins: hours(-6) }],
  // Thailand and the Philippines alone reward it.
  optional: true,
};

/** "Ordered before noon, scanned the same working day, else the next: that is fast, and 9 of 10 orders should be." */
export const fastDispatch = {
  id: 'fast-dispatch',
  on: 'order',
  stages: [{ id: 'fast-dispatch-soon', severity: 'warning' }],
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
