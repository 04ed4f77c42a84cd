import { isCollected, isConfirmed } from '../domain/order.ts';
import { hours } from '../domain/time.ts';
import { okBecause, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { atRest, beforeHandOver } from './clocks-apply.ts';
import { judgeClock, type OrderClock } from './judge-clock.ts';

const clock: OrderClock = {
  clock: 'pickup-by',
  field: 'tts_sla_time',
  stages: [
    // A carrier needs a working day to be sent (pick-up slots are daily; rules of 2024).
    { stage: 'pickup-due-soon', begins: hours(-24) },
    { stage: 'pickup-overdue', begins: hours(0) },
  ],
  inHouse: true,
};

/** "Once confirmed, have the parcel picked up within 72 hours, in the United Kingdom 48." A label is no pick-up. */
export const pickupBy = {
  id: 'pickup-by',
  on: 'order',
  stages: [
    { id: 'pickup-due-soon', severity: 'warning' },
    { id: 'pickup-overdue', severity: 'breach', remedy: 'appeal-pack' },
  ],
  clocks: [clock],
  inhibitedBy: ['feed-lagging', 'silence-cause'],
  during: beforeHandOver,
  judge({ order }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    const rest = atRest(order);
    if (rest) return rest;
    if (isCollected(order)) return okBecause('collected');
    if (isConfirmed(order)) return judgeClock(order, clock, at);
    // Until then the platform's field is watched as that of the confirmation; some packs' clocks run already.
    if (order.platform.tts_sla_time !== undefined) return okBecause('not-confirmed');
    const verdict = judgeClock(order, clock, at);
    return verdict.is === 'unknown' ? okBecause('not-confirmed') : verdict;
  },
} as const satisfies Check<'order'>;
