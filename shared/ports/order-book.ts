import type { Finding } from '../domain/finding.ts';
import type { Order, Trace } from '../domain/order.ts';
import type { Instant } from '../domain/time.ts';

/** The order aggregate as stored: snapshot, trace and findings; `run` is the run that wrote it last. */
export interface WatchedOrder {
  readonly order: Order;
  readonly trace: Trace;
  readonly findings: readonly Finding[];
  readonly run: string;
}

/** One page of a shard of the open book. */
export interface BookPage {
  readonly orders: readonly WatchedOrder[];
  readonly next?: string;
}

export const shards = 16;

/** The shop's orders under watch, and the shelf of closed ones. Only the shop's FIFO group writes here. */
export interface OrderBook {
  /** Known state of these orders, open or shelved; unknown ones are left out. */
  find(shop: string, orders: readonly Pick<Order, 'id' | 'createdAt'>[]): Promise<ReadonlyMap<string, FoundOrder>>;
  read(shop: string, shard: number, after?: string): Promise<BookPage>;
  /** The same of the shelf, for the orders created on a day (UTC, `2026-11-22`). */
  readShelf(shop: string, day: string, shard: number, after?: string): Promise<BookPage>;
  write(shop: string, orders: readonly WatchedOrder[]): Promise<void>;
  /** Puts them on the shelf (with a TTL), then removes them from the open book. */
  shelve(shop: string, orders: readonly WatchedOrder[]): Promise<void>;
  /** The same for orders that are not on the book. */
  shelveNew(shop: string, orders: readonly WatchedOrder[]): Promise<void>;
  /** Notes days of the shelf (UTC) before those that sweeps fill, so that orders by id alone are found there too. */
  noteOlderDays(shop: string, days: readonly string[]): Promise<void>;
}

export interface FoundOrder {
  readonly watched: WatchedOrder;
  readonly on: 'book' | 'shelf';
}

/** The open book by id alone, for those who know no more of an order. */
export interface OpenOrders {
  /** Those that are not under watch are left out. */
  find(shop: string, orders: readonly string[]): Promise<ReadonlyMap<string, WatchedOrder>>;
}

/** One order by id alone, open or closed, for people who know no more of it. */
export interface KeptOrders {
  /** Undefined: not under watch, and not on the shelf any more at `now`. */
  find(shop: string, order: string, now: Instant): Promise<FoundOrder | undefined>;
}
