import { lastTold } from '../domain/last-told.ts';
import { isInTransit } from '../domain/order.ts';
import { earlierOf } from '../domain/time.ts';
import { okBecause, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { atRest } from './clocks-apply.ts';
import { lookFacts } from './look-facts.ts';

/**
 * "Wrong or missing declarations are held by customs, and what is not answered is sent back." The text of the newest
 * scan says so; TikTok is not asked for it more often than its daily look.
 */
export const customsHold = {
  id: 'customs-hold',
  on: 'order',
  stages: [{ id: 'customs-hold', severity: 'breach' }],
  inhibitedBy: ['feed-lagging', 'silence-cause'],
  during: ['IN_TRANSIT'],
  judge({ order, trace }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    const rest = atRest(order);
    if (rest) return rest;
    if (!isInTransit(order)) return okBecause('not-in-transit');
    const told = lastTold(trace);
    if (told?.milestone !== 'export-customs-held' && told?.milestone !== 'import-customs-held')
      return okBecause('nothing-wrong');
    if (told.doubtful) return unknown('trace-unclear');
    const place = told.milestone === 'export-customs-held' ? 'export-customs' : 'import-customs';
    return {
      is: 'firing',
      stage: 'customs-hold',
      since: earlierOf(told.at, at.now),
      facts: { place, ...lookFacts(at) },
    };
  },
} as const satisfies Check<'order'>;
