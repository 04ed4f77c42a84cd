import { isCollected, isConfirmed } from '../domain/order.ts';
import { hours } from '../domain/time.ts';
import { okBecause, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { atRest, beforeHandOver } from './clocks-apply.ts';
import { judgeClock, type OrderClock } from './judge-clock.ts';

const clock: OrderClock = {
  clock: 'first-feedback-by',
  stages: [{ stage: 'first-feedback-overdue', begins: hours(0) }],
  // The article alone knows this clock: under other packs there is no such rule, not a deadline that is unknown.
  optional: true,
};

/**
 * "Within 24 hours of hand-over the carrier sends TikTok the first number and the pick-up event." TikTok shows no
 * hand-over. Where the seller's own carrier ships, the ship call stands for it; of TikTok Shipping it books a pick-up
 * that comes a day or two later (1.8 days on average, founding article, 2024), so nothing is overdue there.
 */
export const firstFeedback = {
  id: 'first-feedback',
  on: 'order',
  // Sellers make the ship call a day or two before the hand-over, so most healthy orders pass this line: it is listed
  // for those who chase carriers, and nobody is told.
  stages: [{ id: 'first-feedback-overdue', severity: 'breach', quiet: true }],
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
    return order.confirmedAt === undefined ? unknown('no-deadline-known') : judgeClock(order, clock, at);
  },
} as const satisfies Check<'order'>;
