import type { Setting } from '../checks/check.ts';
import { strictestLimit } from '../checks/late-budget.ts';
import type { DayTotals, Drift, Fates, TraceCount } from '../domain/day-totals.ts';
import type { Order, Trace } from '../domain/order.ts';
import { age, hours, isPast, after, type Duration, type Instant } from '../domain/time.ts';
import type { Fate } from './fate-of.ts';
import { withLane } from './lane-count.ts';
import { orderCount, type Countable, type OrderCount } from './order-count.ts';

const hour = hours(1);

const nothing: Fates = { onTime: 0, late: 0, open: 0 };

export function emptyDay(day: string, countedAt: Instant): DayTotals {
  return {
    day,
    countedAt,
    orders: 0,
    confirm: nothing,
    pickup: nothing,
    deliver: nothing,
    lateCounted: 0,
    traces: { read: 0, whole: 0 },
    pickups: { count: 0, time: 0 as Duration },
    drift: {},
  };
}

/**
 * The totals of a day with so many more of its orders. They come in any order and in any number of pages; the caller
 * sees to it that each comes once, and counts a day as of one `now`.
 */
export function countDay(before: DayTotals, orders: Iterable<Countable>, at: Setting): DayTotals {
  const longestGap = longestGapOf(at, before.countedAt);
  let totals = before;
  for (const countable of orders) {
    const count = orderCount(countable, at);
    if (count) totals = withFared(added(totals, countable, count, longestGap), countable, count, at);
  }
  return totals;
}

/** Undefined where no pack of the shop says how often a trace has to be updated: then none is measured. */
function longestGapOf(at: Setting, when: Instant): Duration | undefined {
  const limit = strictestLimit('trace-gap-hours', at, when);
  return limit && hours(limit.value);
}

function added(
  totals: DayTotals,
  { order, trace }: Countable,
  { fates, drifts, isLateCounted }: OrderCount,
  longestGap: Duration | undefined,
): DayTotals {
  const isCancelled = order.status === 'CANCELLED';
  return {
    ...totals,
    orders: totals.orders + 1,
    confirm: withFate(totals.confirm, fates['confirm-by']),
    pickup: withFate(totals.pickup, fates['pickup-by']),
    deliver: withFate(totals.deliver, fates['deliver-by']),
    lateCounted: totals.lateCounted + (isLateCounted ? 1 : 0),
    ...(isCancelled ? {} : withTrace(totals, order, trace, longestGap)),
    pickups: isCancelled ? totals.pickups : withPickup(totals.pickups, order),
    drift: withDrifts(totals.drift, drifts),
  };
}

function withFared(totals: DayTotals, of: Countable, { fates }: OrderCount, at: Setting): DayTotals {
  const before = totals.fared ?? [];
  const fared = withLane(before, of, fates['deliver-by'], at);
  return fared === before ? totals : { ...totals, fared };
}

function withFate(fates: Fates, fate: Fate | undefined): Fates {
  return fate === undefined ? fates : { ...fates, [fate]: fates[fate] + 1 };
}

/** A day's totals stay one item: a shop with more carriers than this hears of its largest. */
const mostLanes = 20;

function withTrace(
  { traces, lanes = {} }: DayTotals,
  { carrier }: Order,
  { scans }: Trace,
  longestGap: Duration | undefined,
): Partial<Pick<DayTotals, 'traces' | 'lanes'>> {
  if (scans.length === 0 || longestGap === undefined) return {};
  const isWhole = scans.every((scan, place) => !isPast(after(scans[place - 1] ?? scan, longestGap), scan));
  const lane = carrier === undefined ? undefined : lanes[carrier];
  const isKept = carrier !== undefined && (lane !== undefined || Object.keys(lanes).length < mostLanes);
  return {
    traces: counted(traces, isWhole),
    ...(isKept && { lanes: { ...lanes, [carrier]: counted(lane ?? { read: 0, whole: 0 }, isWhole) } }),
  };
}

function counted({ read, whole }: TraceCount, isWhole: boolean): TraceCount {
  return { read: read + 1, whole: whole + (isWhole ? 1 : 0) };
}

function withPickup(pickups: DayTotals['pickups'], { confirmedAt, collectedAt }: Order): DayTotals['pickups'] {
  if (confirmedAt === undefined || collectedAt === undefined) return pickups;
  return { count: pickups.count + 1, time: (pickups.time + age(confirmedAt, collectedAt)) as Duration };
}

function withDrifts(known: DayTotals['drift'], drifts: OrderCount['drifts']): DayTotals['drift'] {
  const entries = Object.entries(drifts).map(([clock, drift]) => [clock, withDrift(known[clock], drift)]);
  return entries.length === 0 ? known : { ...known, ...Object.fromEntries(entries) };
}

/** TikTok gives whole seconds and ends days where it likes: up to an hour is the same deadline. */
function withDrift({ compared, apart }: Drift = { compared: 0, apart: {} }, difference: number): Drift {
  if (Math.abs(difference) <= hour) return { compared: compared + 1, apart };
  const name = String(Math.round(difference / hour));
  return { compared: compared + 1, apart: { ...apart, [name]: (apart[name] ?? 0) + 1 } };
}
