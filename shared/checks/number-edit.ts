import { isCollected, isConfirmed } from '../domain/order.ts';
import { hours, isPast } from '../domain/time.ts';
import { okBecause, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { atRest, beforeHandOver } from './clocks-apply.ts';
import { judgeClock, type OrderClock } from './judge-clock.ts';

const clock: OrderClock = {
  clock: 'number-edit-by',
  // A carrier that has the parcel scans it within two days; the last of the three is for correcting the number.
  stages: [{ stage: 'number-edit-window', begins: hours(-24) }],
  // Some markets name no limit in hours.
  optional: true,
};

/**
 * "Number and carrier can be corrected once, within 72 hours of shipment." That matters where a number may be wrong:
 * the seller sent the parcel and nobody has scanned it. After the line there is nothing left to correct.
 */
export const numberEdit = {
  id: 'number-edit',
  on: 'order',
  stages: [{ id: 'number-edit-window', severity: 'warning' }],
  clocks: [clock],
  inhibitedBy: ['feed-lagging'],
  during: beforeHandOver,
  judge({ order }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    const rest = atRest(order);
    if (rest) return rest;
    if (order.shipping !== 'seller') return okBecause('not-seller-shipped');
    if (!isConfirmed(order)) return okBecause('not-confirmed');
    if (isCollected(order)) return okBecause('collected');
    const verdict = judgeClock(order, clock, at);
    const line = verdict.is === 'firing' ? verdict.deadline : undefined;
    return line && isPast(line.at, at.now) ? okBecause('line-passed') : verdict;
  },
} as const satisfies Check<'order'>;
