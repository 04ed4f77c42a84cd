import { isCollected, isConfirmed } from '../domain/order.ts';
import { hours } from '../domain/time.ts';
import { okBecause, unknown } from '../domain/verdict.ts';
import { attests } from './attests.ts';
import type { Check } from './check.ts';
import { atRest, beforeHandOver } from './clocks-apply.ts';
import { judgeClock, type OrderClock } from './judge-clock.ts';

const clock: OrderClock = {
  clock: 'pick-start-by',
  stages: [{ stage: 'pick-start-slow', begins: hours(0) }],
};

/** "Nine of ten orders enter picking within two hours of confirmation." A benchmark without a penalty, so it is quiet. */
export const pickStart = {
  id: 'pick-start',
  on: 'order',
  stages: [{ id: 'pick-start-slow', severity: 'warning', quiet: true }],
  clocks: [clock],
  inhibitedBy: ['feed-lagging'],
  settledBy: 'pick-start',
  during: beforeHandOver,
  judge({ order, deeds }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    const rest = atRest(order);
    if (rest) return rest;
    if (!isConfirmed(order)) return okBecause('not-confirmed');
    if (isCollected(order)) return okBecause('collected');
    if (deeds.pickStartedAt !== undefined) return okBecause('attested');
    return attests(at, 'pick-start') ? judgeClock(order, clock, at) : unknown('needs-attestations');
  },
} as const satisfies Check<'order'>;
