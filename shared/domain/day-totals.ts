import type { Lengths } from './report-state.ts';
import { before, days, iso, type Duration, type Instant } from './time.ts';

/** How a day's orders fared against one line. Every order is in exactly one of the three, or in none at all. */
export interface Fates {
  readonly onTime: number;
  readonly late: number;
  /** Not done and not due yet: it can still go either way. */
  readonly open: number;
}

/** What TikTok's own deadline says beside the one our clause computes. */
export interface Drift {
  /** Orders with both. */
  readonly compared: number;
  /** Those in which the two are more than an hour apart, by hours of difference (`24` = TikTok is a day later). */
  readonly apart: Readonly<Record<string, number>>;
}

export interface TraceCount {
  readonly read: number;
  readonly whole: number;
}

/** How the parcels of one carrier fared on one lane. */
export interface LaneCount {
  /** Id of the lane's template; `unclear`: none fits. */
  readonly lane: string;
  readonly carrier: string;
  /** Orders with a scan, and those of them that were silent longer than the rules allow at any time. */
  readonly scanned: number;
  readonly stalled: number;
  /** Orders whose promised day has come or that were delivered before, and those of them delivered too late. */
  readonly due: number;
  readonly late: number;
  /** From the label to the carrier's first scan. */
  readonly toFirstScan: Lengths;
}

/** All orders of one day, each counted once; computed whole from the orders, so that counting again says the same. */
export interface DayTotals {
  /** Day (UTC) of the orders' creation: `2026-11-22`. */
  readonly day: string;
  readonly countedAt: Instant;
  /** Orders whose clocks are the seller's to keep: no samples, none that TikTok fulfils, none cancelled in time. */
  readonly orders: number;
  readonly confirm: Fates;
  readonly pickup: Fates;
  readonly deliver: Fates;
  /** Of `deliver.late`: so late that they count in the late-fulfilment rate. */
  readonly lateCounted: number;
  /** Traces with at least one scan, and those of them without a longer gap than the packs allow. */
  readonly traces: TraceCount;
  /** The same by carrier, as TikTok names it; the first twenty of the day. */
  readonly lanes?: Readonly<Record<string, TraceCount>>;
  /** By lane and carrier; the first twenty of the day; left out: none, or counted before they were. */
  readonly fared?: readonly LaneCount[];
  /** From confirmation to pick-up, summed. */
  readonly pickups: { readonly count: number; readonly time: Duration };
  /** By clock. */
  readonly drift: Readonly<Record<string, Drift>>;
}

/** The day (UTC) of an instant: `2026-11-22`. */
export function dayOf(at: Instant): string {
  return iso(at).slice(0, 'YYYY-MM-DD'.length);
}

/** So many days before `now` and the day of `now` itself, ascending. */
export function daysUpTo(now: Instant, earlier: number): readonly string[] {
  return Array.from({ length: earlier + 1 }, (_, place) => dayOf(before(now, days(earlier - place))));
}
