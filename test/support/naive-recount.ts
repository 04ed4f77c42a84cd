import { aDay } from './a-day.ts';
import type { DayTotals } from '../../shared/domain/day-totals.ts';
import type { Countable } from '../../shared/totals/order-count.ts';

const hour = 3_600_000;

/**
 * The totals of a British day under the article, reckoned from its text: 24 hours to confirm, 48 from then to the
 * pick-up, delivered by the end of the fifth day, counted as late a day after. In winter London keeps UTC. It shares
 * no code with what it is held against, so that a mistake has to be made twice to go unseen.
 */
export function recount(orders: readonly Countable[], now: number): Omit<DayTotals, 'day' | 'countedAt' | 'fared'> {
  const { day: _, countedAt: __, ...totals } = structuredClone(aDay(0)) as Writable<Omit<DayTotals, 'fared'>>;
  for (const { order, trace, deeds } of orders) {
    if (order.sample || order.fulfilledBy === 'tiktok') continue;
    if (['UNPAID', 'ON_HOLD', 'unrecognised'].includes(order.status)) continue;
    const isCancelled = order.status === 'CANCELLED';
    const wasToShip = order.paidAt !== undefined || order.platform.rts_sla_time !== undefined;
    if (isCancelled && !wasToShip) continue;
    const isOwnTime = ['pre-order', 'made-to-order', 'back-order'].includes(order.type);
    const fifthDay = new Date(order.createdAt);
    fifthDay.setUTCDate(fifthDay.getUTCDate() + 5);
    fifthDay.setUTCHours(23, 59, 59, 0);
    const ours = {
      confirm: isOwnTime ? undefined : order.createdAt + 24 * hour,
      pickup: order.confirmedAt === undefined ? undefined : order.confirmedAt + 48 * hour,
      deliver: isOwnTime ? undefined : fifthDay.getTime(),
    };
    const theirs = {
      confirm: order.platform.rts_sla_time,
      pickup: order.platform.tts_sla_time,
      deliver: order.platform.delivery_sla_time,
    };
    const doneAt = { confirm: order.confirmedAt, pickup: order.collectedAt, deliver: order.deliveredAt };
    const shipped = ['IN_TRANSIT', 'DELIVERED', 'COMPLETED'];
    const isDone = {
      confirm: [...shipped, 'PARTIALLY_SHIPPING', 'AWAITING_COLLECTION'].includes(order.status),
      pickup: shipped.includes(order.status),
      deliver: ['DELIVERED', 'COMPLETED'].includes(order.status),
    };
    const later = {
      confirm: order.collectedAt ?? order.deliveredAt,
      pickup: order.deliveredAt,
      deliver: isDone.deliver ? order.updatedAt : undefined,
    };
    const end = order.cancelledAt ?? Number.NEGATIVE_INFINITY;
    let hasFate = false;
    for (const clock of ['confirm', 'pickup', 'deliver'] as const) {
      const drawn = theirs[clock] ?? ours[clock];
      if (drawn === undefined) continue;
      const line = clock === 'deliver' ? Math.max(drawn, deeds.extendedUntil ?? drawn) : drawn;
      const fate = (at: number): 'onTime' | 'late' | 'open' | undefined => {
        const done = doneAt[clock];
        if (done !== undefined) return done <= at ? 'onTime' : 'late';
        const bound = later[clock];
        if (bound !== undefined) return bound <= at ? 'onTime' : undefined;
        if (isCancelled) return end > at ? 'late' : undefined;
        if (isDone[clock]) return undefined;
        return now <= at ? 'open' : 'late';
      };
      const found = fate(line);
      if (found === undefined) continue;
      hasFate = true;
      totals[clock][found] += 1;
      if (clock === 'deliver' && fate(line + 24 * hour) === 'late') totals.lateCounted += 1;
    }
    if (isCancelled && !hasFate) continue;
    totals.orders += 1;
    if (isCancelled) continue;
    for (const clock of ['confirm', 'pickup', 'deliver'] as const) {
      const [a, b] = [theirs[clock], ours[clock]];
      if (a === undefined || b === undefined) continue;
      const drift = (totals.drift[`${clock}-by`] ??= { compared: 0, apart: {} });
      drift.compared += 1;
      const name = String(Math.round((a - b) / hour));
      if (Math.abs(a - b) > hour) drift.apart[name] = (drift.apart[name] ?? 0) + 1;
    }
    if (trace.scans.length > 0) {
      totals.traces.read += 1;
      let whole = true;
      for (let scan = 1; scan < trace.scans.length; scan += 1)
        whole &&= (trace.scans[scan] ?? 0) - (trace.scans[scan - 1] ?? 0) <= 48 * hour;
      if (whole) totals.traces.whole += 1;
    }
    if (order.confirmedAt !== undefined && order.collectedAt !== undefined) {
      totals.pickups.count += 1;
      totals.pickups.time += Math.max(0, order.collectedAt - order.confirmedAt);
    }
  }
  return totals as Omit<DayTotals, 'day' | 'countedAt' | 'fared'>;
}

type Writable<Value> = Value extends number | string
  ? Value extends string
    ? string
    : number
  : { -readonly [Key in keyof Value]: Writable<Value[Key]> };
