import { hours, instant } from '../../../shared/domain/time.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { statusAt, statuses, updatedAt } from './life.ts';
import type { Life, Status } from './life.ts';
import { positionOf } from './world.ts';
import type { ShopWorld, World } from './world.ts';

/** A sweep of one shop over the update times (from, to], asked for before it is made. */
export interface SweepWindow {
  readonly shop: string;
  readonly from: Instant;
  readonly to: Instant;
  /** The newest sign of life the watcher knows of an order's trace; else what it was shown here. */
  readonly knows?: (order: string) => Instant | undefined;
}

/** The fewest calls with which such a sweep can know everything that matters. */
export interface Minimum {
  readonly changed: number;
  readonly search: number;
  /** One trace read for each order in transit that may have been silent for more than 48 h. */
  readonly tracking: number;
  /** How many of these trace reads are for orders that TikTok fulfils itself. */
  readonly trackingByTikTok: number;
  readonly total: number;
}

const page = 100;
const silence = hours(48);
const inTransit = statuses.indexOf('IN_TRANSIT');

/** Throws RangeError for an unknown shop. */
function shopOf(world: World, id: string): ShopWorld {
  const shop = world.shops.find((known) => known.id === id);
  if (shop === undefined)
    throw new RangeError(`no shop ${id} here; known: ${world.shops.map(({ id }) => id).join(', ')}`);
  return shop;
}

/** From the simulator's own knowledge alone: shares no code with what is measured against it. */
export function minimumOf(world: World, window: SweepWindow): Minimum {
  const shop = shopOf(world, window.shop);
  const now = world.now();
  const { count, updated, status } = shop.orders.standing(now);
  let changed = 0;
  const due: number[] = [];
  for (let position = 0; position < count; position += 1) {
    const updatedMillis = (updated[position] ?? 0) * 1000;
    if (updatedMillis > window.from && updatedMillis <= window.to) changed += 1;
    if (status[position] !== inTransit) continue;
    const collectedAt = (shop.source.reached(position).IN_TRANSIT ?? 0) * 1000;
    const knownScan = window.knows?.(shop.source.life(position).id) ?? (shop.traceShown.get(position) ?? 0) * 1000;
    if (now * 1000 - Math.max(collectedAt, knownScan) > silence) due.push(position);
  }
  const search = Math.max(1, Math.ceil(changed / page));
  const trackingByTikTok = due.filter(
    (position) => shop.source.life(position).traits.fulfillment === 'FULFILLMENT_BY_TIKTOK',
  ).length;
  return { changed, search, tracking: due.length, trackingByTikTok, total: search + due.length };
}

export interface ShopTruth {
  readonly now: Instant;
  readonly orders: number;
  /** Neither delivered, completed nor cancelled. */
  readonly open: number;
  readonly statuses: Readonly<Record<Status, number>>;
}

export function truthOfShop(world: World, id: string): ShopTruth {
  const now = world.now();
  const standing = shopOf(world, id).orders.standing(now);
  const counts = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>;
  for (const slot of standing.status) counts[statuses[slot] ?? 'UNPAID'] += 1;
  const closed = counts.DELIVERED + counts.COMPLETED + counts.CANCELLED;
  return { now: instant(now * 1000), orders: standing.count, open: standing.count - closed, statuses: counts };
}

export interface OrderTruth {
  readonly now: Instant;
  readonly status: Status;
  readonly updatedAt: Instant;
  /** Its whole life, the future included; times in Unix seconds. */
  readonly life: Life;
}

export function truthOfOrder(world: World, id: string, order: string): OrderTruth | undefined {
  const shop = shopOf(world, id);
  const now = world.now();
  const position = positionOf(shop, order, now);
  if (position === undefined) return undefined;
  const life = shop.source.life(position);
  return {
    now: instant(now * 1000),
    status: statusAt(life, now),
    updatedAt: instant(updatedAt(life, now) * 1000),
    life,
  };
}
