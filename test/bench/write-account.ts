import { hash } from 'node:crypto';

/** One item written, as it went over the wire. An update's item is not known, only its key. */
export interface Write {
  readonly is: 'put' | 'delete' | 'update';
  readonly pk: string;
  readonly sk: string;
  readonly item?: Readonly<Record<string, unknown>>;
}

type Place = 'open' | 'closed';

export interface Held {
  readonly content: string;
  readonly place: Place;
}

/** What a sweep wrote. Puts of orders: `orderPuts` = those of changed orders + `moves` + `putsUnchanged`. */
export interface SweepWrites {
  /** Orders whose snapshot, trace or findings differ from what was held before the sweep. */
  readonly changed: number;
  readonly orderPuts: number;
  /** Orders put on the shelf as they were, one sweep after they closed. */
  readonly moves: number;
  readonly putsUnchanged: number;
  readonly deletes: number;
  /** Puts and updates of everything else by the first word of the partition, e.g. `shop`, `run`. */
  readonly others: Readonly<Record<string, number>>;
}

/** What belongs to the writing, not to the order. */
const notContent = new Set(['pk', 'sk', 'r', 'ttl']);

/**
 * What the table holds of every order, kept by looking at all writes from outside of the writer. Whether an order
 * changed is a matter of comparing what was held before a sweep and after it, whatever the writer thinks.
 */
export class WriteAccount {
  readonly #held = new Map<string, Held>();
  #touched = new Map<string, { readonly before: Held | undefined; puts: number }>();
  #deletes = 0;
  #others: Record<string, number> = {};

  see(write: Write): void {
    const kind = write.pk.split('#', 1)[0] ?? '';
    if (kind === 'open' || kind === 'closed') this.#seeOrder(write, kind);
    else this.#others[kind] = (this.#others[kind] ?? 0) + 1;
  }

  /** The account of all writes since the last time this was asked. */
  takeSweep(): SweepWrites {
    const writes = {
      changed: 0,
      orderPuts: 0,
      moves: 0,
      putsUnchanged: 0,
      deletes: this.#deletes,
      others: this.#others,
    };
    for (const [order, { before, puts }] of this.#touched) {
      const now = this.#held.get(order);
      const moved = before?.place === 'open' && now?.place === 'closed';
      writes.orderPuts += puts;
      if (before?.content !== now?.content) writes.changed += 1;
      else if (moved) writes.moves += 1;
      if (before?.content === now?.content) writes.putsUnchanged += moved ? puts - 1 : puts;
    }
    this.#touched = new Map();
    this.#deletes = 0;
    this.#others = {};
    return writes;
  }

  /** How many of the table's order items are other than this account says, in either direction. */
  differencesFrom(items: ReadonlyMap<string, Held>): number {
    const strange = [...items].filter(([order, item]) => {
      const held = this.#held.get(order);
      return held?.content !== item.content || held.place !== item.place;
    });
    const missing = [...this.#held.keys()].filter((order) => !items.has(order));
    return strange.length + missing.length;
  }

  #seeOrder({ is, sk: order, item }: Write, place: Place): void {
    if (is === 'update') throw new Error('an order item was updated in place: its content is not known');
    const before = this.#held.get(order);
    const touched = this.#touched.get(order) ?? { before, puts: 0 };
    this.#touched.set(order, touched);
    if (item) {
      touched.puts += 1;
      this.#held.set(order, { content: contentOf(item), place });
      return;
    }
    this.#deletes += 1;
    if (before?.place === place) this.#held.delete(order);
  }
}

/** The order's item without its key, its run and its time to live; equal texts are equal orders. */
export function contentOf(item: Readonly<Record<string, unknown>>): string {
  const attributes = Object.keys(item)
    .filter((name) => !notContent.has(name))
    .toSorted();
  return hash('sha1', JSON.stringify(attributes.map((name) => [name, item[name]])), 'base64');
}
