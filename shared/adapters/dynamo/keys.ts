import { dayOf } from '../../domain/day-totals.ts';
import type { Order } from '../../domain/order.ts';
import type { Seller } from '../../domain/shop.ts';
import { before, days, type Instant } from '../../domain/time.ts';
import { shards } from '../../ports/order-book.ts';

/** Every key of the one table. Strings; `pk` gathers, `sk` names. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export const shopsPartition = 'shops';

export function shopKey(shop: string): Key {
  return { pk: shopsPartition, sk: shop };
}

export const hintsPartition = 'hints';

export function hintKey(shop: string): Key {
  return { pk: hintsPartition, sk: shop };
}

export function heardKey(app: string, notification: string): Key {
  return { pk: `heard#${app}`, sk: notification };
}

export const appsPartition = 'apps';

export function appKey(app: string): Key {
  return { pk: appsPartition, sk: app };
}

/** One consent link of an app. */
export function connectionKey({ app, nonce }: { readonly app: string; readonly nonce: string }): Key {
  return { pk: `connect#${app}`, sk: nonce };
}

export function watchKey(shop: string): Key {
  return { pk: `shop#${shop}`, sk: 'watch' };
}

export function sellerKey({ appKey, openId }: Seller): Key {
  return { pk: `seller#${appKey}#${openId}`, sk: 'token' };
}

export function openPartition(shop: string, shard: number): string {
  return `open#${shop}#${shardName(shard)}`;
}

export function openKey(shop: string, order: string): Key {
  return { pk: openPartition(shop, shardOf(order)), sk: order };
}

/** The shelf is cut by the day (UTC) of the order's creation, so that days can be read whole. */
export function closedPartition(shop: string, day: string, shard: number): string {
  return `closed#${shop}#${day}#${shardName(shard)}`;
}

export function closedKey(shop: string, { id, createdAt }: Pick<Order, 'id' | 'createdAt'>): Key {
  return { pk: closedPartition(shop, dayOf(createdAt), shardOf(id)), sk: id };
}

/** Where an order may lie on the shelf, of which nobody knows when it was created: on each of these days. */
export function shelfKeys(shop: string, order: string, shelfDays: readonly string[]): readonly Key[] {
  return shelfDays.map((day) => ({ pk: closedPartition(shop, day, shardOf(order)), sk: order }));
}

/** Days of the shelf that sweeps do not fill, for backfills reach back further: one item each. */
export function olderDaysPartition(shop: string): string {
  return `closed#${shop}#days`;
}

export function olderDayKey(shop: string, day: string): Key {
  return { pk: olderDaysPartition(shop), sk: day };
}

/** Sharded as the open book is. */
export function deedPartition(shop: string, shard: number): string {
  return `deed#${shop}#${shardName(shard)}`;
}

export function deedKey(shop: string, order: string): Key {
  return { pk: deedPartition(shop, shardOf(order)), sk: order };
}

/** What people did from messages: read whole by every sweep, so in one place. */
export function actPartition(shop: string): string {
  return `deed#${shop}#acts`;
}

function secondPartition(shop: string, shard: number): string {
  return `second#${shop}#${shardName(shard)}`;
}

/** By the parcel's number, which may be shared by several orders. */
export function secondTraceKey(shop: string, number: string): Key {
  return { pk: secondPartition(shop, shardOf(number)), sk: number };
}

const records = ['told', 'remedy', 'run', 'quarantine', 'day', 'score', 'list', 'channel', 'case'] as const;

/** An order is watched for 60 days and kept on the shelf for 90; what is over is gone two days later at most. */
const oldestKept = days(60 + 90 + 2);

/** Days of which sweeps bring orders to the shelf, the newest first. */
export function sweptDays(now: Instant): readonly string[] {
  return Array.from({ length: oldestKept / days(1) + 1 }, (_, day) => dayOf(before(now, days(day))));
}

/**
 * Every partition in which something of the shop may stand, beside its settings and its hint. `olderDays`: days of the
 * shelf before those that sweeps fill; where they stand themselves comes last.
 */
export function partitionsOf(shop: string, wall: Instant, olderDays: readonly string[]): readonly string[] {
  const everyShard = Array.from({ length: shards }, (_, shard) => shard);
  return [
    watchKey(shop).pk,
    ...everyShard.flatMap((shard) => [
      openPartition(shop, shard),
      deedPartition(shop, shard),
      secondPartition(shop, shard),
    ]),
    ...[...sweptDays(wall), ...olderDays].flatMap((day) =>
      everyShard.map((shard) => closedPartition(shop, day, shard)),
    ),
    actPartition(shop),
    ...records.map((list) => recordPartition(list, shop)),
    olderDaysPartition(shop),
  ];
}

export function recordPartition(list: (typeof records)[number], shop: string): string {
  return `${list}#${shop}`;
}

/** FNV-1a over the id's UTF-16 code units. Stored keys depend on it: it can never change. */
export function shardOf(order: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < order.length; at += 1) {
    hash = Math.imul(hash ^ order.charCodeAt(at), 0x01_00_01_93);
  }
  // The low bits of FNV see only the low bits of each letter; the high half is folded onto them.
  return ((hash ^ (hash >>> 16)) >>> 0) % shards;
}

function shardName(shard: number): string {
  return String(shard).padStart(2, '0');
}
