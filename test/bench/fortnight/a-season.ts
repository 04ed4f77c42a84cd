import type { Order, Trace } from '../../../shared/domain/order.ts';
import { after, before, days, hours, minutes, type Duration, type Instant } from '../../../shared/domain/time.ts';
import { aParcel, anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../../support/an-order.ts';

/** What becomes of one order, decided beforehand; what never happens is left out. */
export interface Fate {
  readonly id: string;
  readonly number: string;
  readonly carrier: string;
  readonly createdAt: Instant;
  readonly confirmedAt?: Instant;
  readonly cancelledAt?: Instant;
  readonly collectedAt?: Instant;
  readonly scans: readonly Instant[];
  /** Scans that only the carrier's own pages show. */
  readonly unsynced: readonly Instant[];
  /** It stands at the border. */
  readonly isHeld?: true;
  readonly deliveredAt?: Instant;
}

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Orders of fourteen days: most go well, and of the others each goes wrong in one way. */
export function aSeason(orders: number, start: Instant, seed = 7): readonly Fate[] {
  const roll = dice(seed);
  return Array.from({ length: orders }, (_, place) => fateOf(place, start, roll));
}

const carriers = ['Royal Mail', 'Evri', 'YunExpress'] as const;

function fateOf(place: number, start: Instant, roll: () => number): Fate {
  const between = (least: number, most: number): Duration =>
    minutes(Math.round((least + roll() * (most - least)) * 60));
  // Two in three buy between noon and midnight.
  const hour = roll() < 0.66 ? 12 + roll() * 12 : roll() * 12;
  const createdAt = after(after(start, days(Math.floor(roll() * 14))), minutes(Math.round(hour * 60)));
  const lot = roll();
  const carrier = carriers[Math.floor(roll() * 3)] ?? 'Evri';
  const order = {
    id: String(579_000_000_000_000_000n + BigInt(place)),
    number: `GB${10_000_000 + place}`,
    carrier,
    createdAt,
  };
  const none = { scans: [], unsynced: [] };
  if (lot < 0.02) return { ...order, ...none, cancelledAt: after(createdAt, between(1, 8)) };
  const confirmedAt = after(createdAt, lot < 0.04 ? between(25, 30) : lot < 0.14 ? between(10, 20) : between(1, 10));
  if (lot >= 0.04 && lot < 0.045) return { ...order, ...none, confirmedAt };
  const isLate = lot >= 0.045 && lot < 0.065;
  const collectedAt = after(confirmedAt, isLate ? between(50, 70) : between(6, 30));
  const held = carrier === 'YunExpress' && createdAt >= after(start, days(3)) && createdAt < after(start, days(4.5));
  const gap = held ? between(95, 100) : lot > 0.985 ? hours(700) : lot > 0.96 ? between(50, 120) : undefined;
  const isStuck = !held && gap !== undefined && roll() < 0.4;
  const first = [collectedAt, after(collectedAt, between(6, 20))];
  const last = after(collectedAt, hours(20));
  if (gap === undefined) return { ...order, confirmedAt, collectedAt, ...onTheWay(first, last, between(30, 60)) };
  const pause = after(last, gap);
  const way = onTheWay([...first, last], pause, between(10, 30));
  const unsynced = isStuck ? steps(after(last, hours(20)), pause) : [];
  return { ...order, confirmedAt, collectedAt, ...way, unsynced, ...(held && { isHeld: true as const }) };
}

/** A scan every twenty hours from there on, the last one at the door. */
function onTheWay(
  first: readonly Instant[],
  from: Instant,
  rest: Duration,
): Pick<Fate, 'scans' | 'unsynced' | 'deliveredAt'> {
  const deliveredAt = after(from, rest);
  return { scans: [...first, ...steps(from, deliveredAt), deliveredAt], unsynced: [], deliveredAt };
}

function steps(from: Instant, to: Instant): readonly Instant[] {
  const all: Instant[] = [];
  for (let at = from; at < to; at = after(at, hours(20))) all.push(at);
  return all;
}

/** The order as TikTok shows it at an instant; undefined before it was placed. */
export function orderAt(fate: Fate, now: Instant): Order | undefined {
  const { id, number, carrier, createdAt, confirmedAt, collectedAt, deliveredAt, cancelledAt } = fate;
  if (createdAt > now) return undefined;
  const base = { id, createdAt, paidAt: createdAt };
  const parcels = [aParcel({ id: `p${id}`, number, carrier })];
  if (cancelledAt !== undefined && cancelledAt <= now)
    return anOrder({ ...base, status: 'CANCELLED', updatedAt: cancelledAt });
  if (confirmedAt === undefined || confirmedAt > now) return anOrder({ ...base, updatedAt: createdAt });
  const shipped = { ...base, confirmedAt, carrier, parcels };
  if (collectedAt === undefined || collectedAt > now)
    return anOrderAwaitingCollection({ ...shipped, updatedAt: confirmedAt });
  if (deliveredAt === undefined || deliveredAt > now)
    return anOrderInTransit({ ...shipped, collectedAt, updatedAt: collectedAt });
  return anOrderInTransit({ ...shipped, collectedAt, status: 'DELIVERED', deliveredAt, updatedAt: deliveredAt });
}

export function traceAt({ scans }: Fate, now: Instant): Trace {
  return { scans: scans.filter((at) => at <= now) };
}

/** Something of it becomes visible in that hour. */
export function changesIn(fate: Fate, now: Instant): boolean {
  const { createdAt, confirmedAt, collectedAt, deliveredAt, cancelledAt, scans } = fate;
  const from = before(now, hours(1));
  return [createdAt, confirmedAt, collectedAt, deliveredAt, cancelledAt, ...scans].some(
    (at) => at !== undefined && at > from && at <= now,
  );
}
