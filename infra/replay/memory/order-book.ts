import { shardOf } from '../../../shared/adapters/dynamo/keys.ts';
import { dayOf } from '../../../shared/domain/day-totals.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { before, days, type Instant } from '../../../shared/domain/time.ts';
import {
  shards,
  type BookPage,
  type FoundOrder,
  type OpenOrders,
  type OrderBook,
  type WatchedOrder,
} from '../../../shared/ports/order-book.ts';

/** As long as sweeps look back: a count of days reads the shelf of sixty, and what is older is never asked for. */
const shelfLife = days(75);

/** Told of every order as it is written, beside what was known of it. */
export type Written = (next: WatchedOrder, previous: WatchedOrder | undefined) => void;

/**
 * Book and shelf of one shop in maps. What is written is kept as it is, for nobody changes it; a shard is one page,
 * sorted again only when orders have come or gone.
 */
export class MemoryOrderBook implements OrderBook {
  readonly #book = Array.from({ length: shards }, () => new Shard());
  readonly #shelf = new Map<string, readonly Map<string, WatchedOrder>[]>();
  readonly #written: Written;
  readonly #shelved: (order: string) => void;

  constructor(written: Written, shelved: (order: string) => void) {
    this.#written = written;
    this.#shelved = shelved;
  }

  find(_: string, orders: readonly Pick<Order, 'id' | 'createdAt'>[]): Promise<ReadonlyMap<string, FoundOrder>> {
    const found = new Map<string, FoundOrder>();
    for (const { id, createdAt } of orders) {
      const shard = shardOf(id);
      const open = this.#book[shard]?.get(id);
      const shelved = open ? undefined : this.#onShelf({ id, createdAt });
      if (open) found.set(id, { watched: open, on: 'book' });
      else if (shelved) found.set(id, { watched: shelved, on: 'shelf' });
    }
    return Promise.resolve(found);
  }

  #onShelf({ id, createdAt }: Pick<Order, 'id' | 'createdAt'>): WatchedOrder | undefined {
    return this.#shelf.get(dayOf(createdAt))?.[shardOf(id)]?.get(id);
  }

  /** The book by id alone. */
  readonly openOrders: OpenOrders = {
    find: (_, orders) =>
      Promise.resolve(
        new Map(
          orders.flatMap((id): [string, WatchedOrder][] => {
            const open = this.#book[shardOf(id)]?.get(id);
            return open ? [[id, open]] : [];
          }),
        ),
      ),
  };

  openNow(): readonly WatchedOrder[] {
    return this.#book.flatMap((shard) => shard.inOrder());
  }

  read(_: string, shard: number): Promise<BookPage> {
    return Promise.resolve({ orders: this.#book[shard]?.inOrder() ?? [] });
  }

  readShelf(_: string, day: string, shard: number): Promise<BookPage> {
    return Promise.resolve({ orders: [...(this.#shelf.get(day)?.[shard]?.values() ?? [])] });
  }

  write(_: string, orders: readonly WatchedOrder[]): Promise<void> {
    for (const watched of orders) {
      const { id } = watched.order;
      const shard = this.#book[shardOf(id)];
      const previous = shard?.get(id) ?? this.#onShelf(watched.order);
      shard?.put(watched);
      this.#written(watched, previous);
    }
    return Promise.resolve();
  }

  shelve(_: string, orders: readonly WatchedOrder[]): Promise<void> {
    for (const watched of orders) {
      const { id, createdAt } = watched.order;
      const day = dayOf(createdAt);
      let ofDay = this.#shelf.get(day);
      if (!ofDay) this.#shelf.set(day, (ofDay = Array.from({ length: shards }, () => new Map<string, WatchedOrder>())));
      const shard = shardOf(id);
      const previous = this.#book[shard]?.get(id) ?? this.#onShelf(watched.order);
      // An order of which nothing is open goes to the shelf with the change that closed it, some without a day on the book.
      if (previous !== watched) this.#written(watched, previous);
      ofDay[shard]?.set(id, watched);
      this.#book[shard]?.remove(id);
      this.#shelved(id);
    }
    return Promise.resolve();
  }

  shelveNew(shop: string, orders: readonly WatchedOrder[]): Promise<void> {
    return this.shelve(shop, orders);
  }

  /** No backfill is replayed, and nobody asks by an id alone. */
  noteOlderDays(): Promise<void> {
    return Promise.resolve();
  }

  /** Lets go of days that no sweep asks for any more. */
  forget(now: Instant): void {
    const oldest = dayOf(before(now, shelfLife));
    for (const day of this.#shelf.keys()) if (day < oldest) this.#shelf.delete(day);
  }
}

interface Cell {
  watched: WatchedOrder;
}

class Shard {
  readonly #cells = new Map<string, Cell>();
  #inOrder: readonly Cell[] | undefined;

  get(id: string): WatchedOrder | undefined {
    return this.#cells.get(id)?.watched;
  }

  put(watched: WatchedOrder): void {
    const { id } = watched.order;
    const cell = this.#cells.get(id);
    if (cell) cell.watched = watched;
    else {
      this.#cells.set(id, { watched });
      this.#inOrder = undefined;
    }
  }

  remove(id: string): void {
    if (this.#cells.delete(id)) this.#inOrder = undefined;
  }

  inOrder(): readonly WatchedOrder[] {
    this.#inOrder ??= [...this.#cells].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, cell]) => cell);
    return this.#inOrder.map(({ watched }) => watched);
  }
}
