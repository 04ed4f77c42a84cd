import type { Setting } from '../checks/check.ts';
import { beforeRules, clauseLine } from '../checks/deadline-of.ts';
import type { LaneCount } from '../domain/day-totals.ts';
import type { Order, Trace } from '../domain/order.ts';
import { age, hours, instant, isPast, type Duration, type Instant } from '../domain/time.ts';
import type { Fate } from './fate-of.ts';
import { laneKey, laneNameOf } from './lane-name.ts';
import { addLength } from './lengths.ts';
import type { Countable } from './order-count.ts';

/** A day's totals stay one item: a shop with more lanes than this hears of the first. */
const mostLanes = 20;

/**
 * The lanes of a day with one more order. Scans of several parcels
 * cannot be told apart and what was cancelled is no parcel: those orders are left out.
 */
export function withLane(
  lanes: readonly LaneCount[],
  { order, trace }: Pick<Countable, 'order' | 'trace'>,
  deliver: Fate | undefined,
  at: Setting,
): readonly LaneCount[] {
  if (order.status === 'CANCELLED' || order.parcels.length > 1) return lanes;
  if (trace.scans.length === 0 && (deliver === undefined || deliver === 'open')) return lanes;
  const { lane, carrier } = laneNameOf(order, at.shop);
  const known = lanes.find((one) => one.lane === lane && one.carrier === carrier);
  if (!known && lanes.length === mostLanes) return lanes;
  const counted = added(known ?? { lane, carrier, ...nothing }, order, trace, deliver, at);
  return known
    ? lanes.map((one) => (one === known ? counted : one))
    : [...lanes, counted].toSorted((one, other) => (laneKey(one) < laneKey(other) ? -1 : 1));
}

const nothing = { scanned: 0, stalled: 0, due: 0, late: 0, toFirstScan: {} };

function added(count: LaneCount, order: Order, trace: Trace, deliver: Fate | undefined, at: Setting): LaneCount {
  const wait = toFirstScan(order, trace);
  const isScanned = trace.scans.length > 0;
  return {
    ...count,
    scanned: count.scanned + (isScanned ? 1 : 0),
    stalled: count.stalled + (isScanned && hasStalled(order, trace, at) ? 1 : 0),
    due: count.due + (deliver === 'onTime' || deliver === 'late' ? 1 : 0),
    late: count.late + (deliver === 'late' ? 1 : 0),
    toFirstScan: wait === undefined ? count.toFirstScan : addLength(count.toFirstScan, wait),
  };
}

/** From the label, or the ship call that orders it, to the first scan that is more than paper and is understood. */
function toFirstScan({ confirmedAt }: Order, { scans, milestones = [] }: Trace): Duration | undefined {
  const told = milestones.findIndex((one) => one !== 'label-created' && one !== 'information-only');
  const first = scans[told];
  if (first === undefined || milestones[told] === 'unrecognised') return undefined;
  const label = scans[milestones.indexOf('label-created')] ?? confirmedAt;
  return label === undefined ? undefined : age(label, first);
}

/** No rule calls a shorter silence one (founding article, 2024), so most gaps need not be laid beside the rules. */
const surelyMoving = hours(24);

/** Whether the trace was silent beyond the line at any time, from its first scan to its end or until now. */
function hasStalled(order: Order, { scans }: Trace, at: Setting): boolean {
  const end = endOf(order, scans, at.now);
  return scans.some((scan, place) => isStall(order, scan, scans[place + 1] ?? end, at));
}

function endOf({ status, deliveredAt }: Order, scans: readonly Instant[], now: Instant): Instant {
  if (status === 'DELIVERED' || status === 'COMPLETED') return deliveredAt ?? scans.at(-1) ?? now;
  return instant(Math.max(now, scans.at(-1) ?? now));
}

function isStall(order: Order, scan: Instant, next: Instant, at: Setting): boolean {
  if (age(scan, next) <= surelyMoving) return false;
  const line = clauseLine('trace-silent', beforeRules(order, at.shop, at.shop.packs, scan), at);
  return line !== undefined && isPast(line.at, next);
}
