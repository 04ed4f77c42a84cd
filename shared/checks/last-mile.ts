import { lastTold } from '../domain/last-told.ts';
import { isInTransit } from '../domain/order.ts';
import { after, hours, isPast } from '../domain/time.ts';
import { okBecause, okUntil, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { atRest } from './clocks-apply.ts';

/** Sorting after a hand-over is silent for 32 to 48 hours as a rule (trade press, 2025). */
const usualSilence = hours(48);

/**
 * "At the hand-over to the local carrier traces die: the parcel goes on under a second number that nobody follows."
 * TikTok gives that number only with the details of a parcel, which are never asked for; so it is the hand-over without
 * any scan behind it that tells. `trace-gap-48` is told of at the same hour, so this stands in lists and is told to
 * nobody.
 */
export const lastMile = {
  id: 'last-mile',
  on: 'order',
  stages: [{ id: 'last-mile-unfollowed', severity: 'warning', quiet: true }],
  inhibitedBy: ['feed-lagging', 'silence-cause'],
  during: ['IN_TRANSIT'],
  judge({ order, trace }, { now }) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    const rest = atRest(order);
    if (rest) return rest;
    if (!isInTransit(order)) return okBecause('not-in-transit');
    const told = lastTold(trace);
    if (told?.milestone !== 'handed-to-last-mile' || trace.scans.at(-1) !== told.at)
      return okBecause('not-handed-to-last-mile');
    const line = after(told.at, usualSilence);
    return isPast(line, now) ? { is: 'firing', stage: 'last-mile-unfollowed', since: line } : okUntil(line);
  },
} as const satisfies Check<'order'>;
