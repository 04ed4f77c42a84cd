import { isInTransit, lastMoved } from '../domain/order.ts';
import { hours } from '../domain/time.ts';
import { okBecause, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { atRest } from './clocks-apply.ts';
import { judgeClock, type OrderClock } from './judge-clock.ts';

const clock: OrderClock = {
  clock: 'parcel-lost',
  stages: [{ stage: 'claim-eligible', begins: hours(0) }],
  // Only some markets say after which silence a parcel counts as lost.
  optional: true,
};

/**
 * "TikTok Shipping compensates lost and damaged parcels, up to 100 US dollars." A parcel counts as lost after a
 * silence that the packs name; as with any silence, TikTok has to be asked again before anybody is told.
 */
export const claim = {
  id: 'claim',
  on: 'order',
  stages: [{ id: 'claim-eligible', severity: 'breach' }],
  clocks: [clock],
  inhibitedBy: ['feed-lagging'],
  during: ['IN_TRANSIT'],
  needsTrace: true,
  judge({ order, trace, traceRead }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    const rest = atRest(order);
    if (rest) return rest;
    if (!isInTransit(order)) return okBecause('not-in-transit');
    if (order.shipping !== 'tiktok') return okBecause('not-tiktok-shipped');
    const moved = lastMoved(order, trace);
    if (moved === undefined) return unknown(traceRead ? 'never-scanned' : 'trace-not-read');
    const verdict = judgeClock(order, clock, at, { lastScan: moved });
    return verdict.is === 'firing' && !traceRead ? unknown('trace-not-read') : verdict;
  },
} as const satisfies Check<'order'>;
