import { lastTold } from '../domain/last-told.ts';
import { isInTransit, lastMoved, type Order, type Trace } from '../domain/order.ts';
import { days, hours, type Instant } from '../domain/time.ts';
import { okBecause, unknown, type Facts, type Verdict } from '../domain/verdict.ts';
import { laneTemplateOf } from '../lanes/lane-of.ts';
import { freeDaysBetween } from '../policies/free-days.ts';
import type { Check, OrderSubject, Setting } from './check.ts';
import { atRest } from './clocks-apply.ts';
import { judgeClock, type OrderClock } from './judge-clock.ts';

const clock: OrderClock = {
  clock: 'trace-silent',
  stages: [
    // The rule asks for a scan every 48 hours, a day before the line at 72 (founding article, 2024).
    { stage: 'trace-gap-48', begins: hours(-24) },
    { stage: 'tracking-stale', begins: hours(0) },
  ],
};

/**
 * "A scan at least every 48 hours; silent beyond 72 the platform calls it a logistics exception and opens the
 * refund channel." What we know of the trace may be old, so it accuses nobody before TikTok was asked again.
 */
export const traceSilent = {
  id: 'trace-silent',
  on: 'order',
  stages: [
    { id: 'trace-gap-48', severity: 'warning' },
    { id: 'tracking-stale', severity: 'critical', remedy: 'supplement-tracking' },
  ],
  clocks: [clock],
  inhibitedBy: ['feed-lagging', 'credential-expiry', 'silence-cause'],
  during: ['IN_TRANSIT'],
  needsTrace: true,
  judge: silenceOf,
} as const satisfies Check<'order'>;

// Further checks ask about the same silence right after, and nothing of it can have changed.
let last: { readonly subject: OrderSubject; readonly at: Setting; readonly verdict: Verdict } | undefined;

/** Whether TikTok's trace of the order is silent; the same answer for whoever asks about the same subject. */
export function silenceOf(subject: OrderSubject, at: Setting): Verdict {
  if (last?.subject !== subject || last.at !== at) last = { subject, at, verdict: judgeSilence(subject, at) };
  return last.verdict;
}

function judgeSilence({ order, trace, traceRead }: OrderSubject, at: Setting): Verdict {
  if (order.status === 'unrecognised') return unknown('status-unrecognised');
  const rest = atRest(order);
  if (rest) return rest;
  if (!isInTransit(order)) return okBecause('not-in-transit');
  const moved = lastMoved(order, trace);
  if (moved === undefined) return unknown(traceRead ? 'never-scanned' : 'trace-not-read');
  const verdict = judgeClock(order, clock, at, { lastScan: moved });
  if (verdict.is !== 'firing') return verdict;
  if (!traceRead) return unknown('trace-not-read');
  const facts = usualSilence(order, trace, moved, at);
  return facts ? { ...verdict, facts } : verdict;
}

/** What is usual about the silence; the platform's clock runs on, only words and order depend on it. */
function usualSilence(order: Order, trace: Trace, moved: Instant, { now, shop }: Setting): Facts | undefined {
  const freeDays = freeDaysBetween(moved, now, shop);
  const blind = lastTold(trace)?.milestone === 'picked-up' ? laneTemplateOf(order, shop)?.blind : undefined;
  if (freeDays === 0 && blind === undefined) return undefined;
  return { ...(freeDays > 0 && { freeDays }), ...(blind !== undefined && { blindDays: blind / days(1) }) };
}
