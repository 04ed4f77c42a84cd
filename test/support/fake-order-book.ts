import type { FoundOrder, BookPage, OrderBook, WatchedOrder } from '../../shared/ports/order-book.ts';
import { shardOf } from '../../shared/adapters/dynamo/keys.ts';
import { dayOf } from '../../shared/domain/day-totals.ts';
import type { Order } from '../../shared/domain/order.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

/** Book and shelf of every shop in memory. The shelf never expires here. */
export class FakeOrderBook implements OrderBook {
  readonly #books = new Map<string, Map<string, WatchedOrder>>();
  readonly #shelves = new Map<string, Map<string, WatchedOrder>>();
  readonly #plan: CrashPlan;
  readonly #pageSize: number;
  /** Of each shop. */
  readonly olderDays = new Map<string, Set<string>>();
  /** Items put, by any method; deletes apart. */
  puts = 0;

  constructor(plan = new CrashPlan(), pageSize = 100) {
    this.#plan = plan;
    this.#pageSize = pageSize;
  }

  find(shop: string, orders: readonly Pick<Order, 'id' | 'createdAt'>[]): Promise<ReadonlyMap<string, FoundOrder>> {
    return underPlan(this.#plan, 'orderBook.find', () => {
      const found = orders.flatMap(({ id }): [string, FoundOrder][] => {
        const open = this.#book(shop).get(id);
        if (open) return [[id, { watched: open, on: 'book' }]];
        const shelved = this.#shelf(shop).get(id);
        return shelved ? [[id, { watched: shelved, on: 'shelf' }]] : [];
      });
      return new Map(found);
    });
  }

  read(shop: string, shard: number, after?: string): Promise<BookPage> {
    return underPlan(this.#plan, 'orderBook.read', () => this.#page(this.open(shop), shard, after));
  }

  readShelf(shop: string, day: string, shard: number, after?: string): Promise<BookPage> {
    return underPlan(this.#plan, 'orderBook.readShelf', () => {
      const ofDay = this.shelved(shop).filter(({ order }) => dayOf(order.createdAt) === day);
      return this.#page(ofDay, shard, after);
    });
  }

  write(shop: string, orders: readonly WatchedOrder[]): Promise<void> {
    return underPlan(this.#plan, 'orderBook.write', () => this.#put(this.#book(shop), orders));
  }

  noteOlderDays(shop: string, days: readonly string[]): Promise<void> {
    return underPlan(this.#plan, 'orderBook.noteOlderDays', () => {
      const noted = this.olderDays.get(shop) ?? new Set();
      for (const day of days) noted.add(day);
      this.olderDays.set(shop, noted);
    });
  }

  async shelveNew(shop: string, orders: readonly WatchedOrder[]): Promise<void> {
    await underPlan(this.#plan, 'orderBook.shelve.put', () => this.#put(this.#shelf(shop), orders));
  }

  async shelve(shop: string, orders: readonly WatchedOrder[]): Promise<void> {
    await this.shelveNew(shop, orders);
    await underPlan(this.#plan, 'orderBook.shelve.delete', () => {
      for (const { order } of orders) this.#book(shop).delete(order.id);
    });
  }

  /** The open book as it stands, by order id. */
  open(shop: string): readonly WatchedOrder[] {
    return inOrder(this.#book(shop));
  }

  shelved(shop: string): readonly WatchedOrder[] {
    return inOrder(this.#shelf(shop));
  }

  #page(list: readonly WatchedOrder[], shard: number, after: string | undefined): BookPage {
    const later = list.filter(({ order }) => shardOf(order.id) === shard && (after === undefined || order.id > after));
    const orders = later.slice(0, this.#pageSize);
    const last = orders.at(-1);
    return later.length > orders.length && last ? { orders, next: last.order.id } : { orders };
  }

  #put(list: Map<string, WatchedOrder>, orders: readonly WatchedOrder[]): void {
    this.puts += orders.length;
    for (const watched of orders) list.set(watched.order.id, structuredClone(watched));
  }

  #book(shop: string): Map<string, WatchedOrder> {
    return listOf(this.#books, shop);
  }

  #shelf(shop: string): Map<string, WatchedOrder> {
    return listOf(this.#shelves, shop);
  }
}

function listOf(lists: Map<string, Map<string, WatchedOrder>>, shop: string): Map<string, WatchedOrder> {
  const list = lists.get(shop) ?? new Map<string, WatchedOrder>();
  lists.set(shop, list);
  return list;
}

function inOrder(list: ReadonlyMap<string, WatchedOrder>): readonly WatchedOrder[] {
  return [...list.values()].toSorted((a, b) => (a.order.id < b.order.id ? -1 : 1));
}
