import type { Deeds } from '../domain/deed.ts';
import type { Trace } from '../domain/order.ts';
import { age } from '../domain/time.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import { laneKey, laneNameOf } from '../totals/lane-name.ts';
import { pollDue } from './poll-due.ts';
import { addLag } from './reporting.ts';
import type { Sweeping } from './sweeping.ts';

/**
 * How old the scans are that TikTok's answer shows for the first time, where the sweep before asked about the order
 * too. It saw none of them, so they came to TikTok in between or later than they happened: their age is the most that
 * the lag can be. Scans of several parcels cannot be told apart.
 */
export function noteLag(stored: WatchedOrder, deeds: Deeds, answer: Trace, step: Sweeping): void {
  const { reporting, setting, shop, look } = step;
  const lastRead = reporting?.lastRead;
  if (!reporting || !shop.weekly || lastRead === undefined || stored.order.parcels.length > 1) return;
  const { order, trace, findings } = stored;
  const known = trace.scans.at(-1) ?? Number.NEGATIVE_INFINITY;
  const fresh = answer.scans.filter((scan) => scan > known && scan <= setting.now);
  if (fresh.length === 0) return;
  const wasAsked = pollDue(
    { order, trace, deeds, findings },
    { ...setting, now: lastRead },
    { ...look, since: lastRead },
  );
  if (wasAsked !== 'due') return;
  for (const scan of fresh) addLag(reporting, laneKey(laneNameOf(order, shop)), age(scan, setting.now));
}
