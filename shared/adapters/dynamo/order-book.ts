import type { Order } from '../../domain/order.ts';
import { days } from '../../domain/time.ts';
import type { BookPage, FoundOrder, OrderBook, WatchedOrder } from '../../ports/order-book.ts';
import { deleteAll, putAll, readAll } from './batch.ts';
import type { Table } from './client.ts';
import { expiry, isAlive, keyAttributes, keyOf } from './item.ts';
import { closedKey, closedPartition, olderDayKey, openKey, openPartition } from './keys.ts';
import { decodeOrder, encodeOrder } from './order-item.ts';
import { readPage } from './query.ts';

/** A closed order can still be disputed for a while; after that it is history (house rule, 2026). */
const shelfLife = days(90);

/** A day is noted before its orders, and has to be known for as long as any of them is. */
const dayLife = days(91);

/** A page of about 0.3 MB: small in memory, and its due traces fit into what a step keeps in reserve. */
const ordersPerPage = 500;

export class DynamoOrderBook implements OrderBook {
  readonly #table: Table;
  readonly #pageSize: number;

  constructor(table: Table, pageSize = ordersPerPage) {
    this.#table = table;
    this.#pageSize = pageSize;
  }

  async find(
    shop: string,
    orders: readonly Pick<Order, 'id' | 'createdAt'>[],
  ): Promise<ReadonlyMap<string, FoundOrder>> {
    const keys = orders.flatMap((order) => [openKey(shop, order.id), closedKey(shop, order)]);
    const found = new Map<string, FoundOrder>();
    for (const item of await readAll(this.#table, keys)) {
      if (!isAlive(item, this.#table.clock)) continue;
      const { pk, sk } = keyOf(item);
      const on = pk.startsWith('open#') ? 'book' : 'shelf';
      // Both exist when a shelving was cut short: the book is what the next sweep reads and shelves again.
      if (on === 'book' || !found.has(sk)) found.set(sk, { watched: decodeOrder(item), on });
    }
    return found;
  }

  async read(shop: string, shard: number, after?: string): Promise<BookPage> {
    const { items, next } = await readPage(this.#table, openPartition(shop, shard), this.#pageSize, after);
    return { orders: items.map(decodeOrder), ...(next !== undefined && { next }) };
  }

  async readShelf(shop: string, day: string, shard: number, after?: string): Promise<BookPage> {
    const pk = closedPartition(shop, day, shard);
    const { items, next } = await readPage(this.#table, pk, this.#pageSize, after);
    const alive = items.filter((item) => isAlive(item, this.#table.clock));
    return { orders: alive.map(decodeOrder), ...(next !== undefined && { next }) };
  }

  async write(shop: string, orders: readonly WatchedOrder[]): Promise<void> {
    await putAll(
      this.#table,
      orders.map((watched) => encodeOrder(openKey(shop, watched.order.id), watched)),
    );
  }

  async noteOlderDays(shop: string, noted: readonly string[]): Promise<void> {
    const ttl = expiry(this.#table.clock.wall(), dayLife);
    await putAll(
      this.#table,
      noted.map((day) => ({ ...keyAttributes(olderDayKey(shop, day)), ...ttl })),
    );
  }

  /** Life on the shelf is counted by the wall clock: a replay of old years is not born expired. */
  async shelveNew(shop: string, orders: readonly WatchedOrder[]): Promise<void> {
    const ttl = expiry(this.#table.clock.wall(), shelfLife);
    await putAll(
      this.#table,
      orders.map((watched) => ({ ...encodeOrder(closedKey(shop, watched.order), watched), ...ttl })),
    );
  }

  async shelve(shop: string, orders: readonly WatchedOrder[]): Promise<void> {
    await this.shelveNew(shop, orders);
    await deleteAll(
      this.#table,
      orders.map(({ order }) => openKey(shop, order.id)),
    );
  }
}
