import { openLanes, type Lane } from '../../shared/adapters/tiktok-shop/lanes.ts';
import { emptyTrace, type Order, type Trace } from '../../shared/domain/order.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type {
  CallCounts,
  Marketplace,
  Marketplaces,
  OpenedMarketplace,
  OrderPage,
  OrderWindow,
} from '../../shared/ports/marketplace.ts';
import { someCredentials } from './a-shop.ts';

/** Milliseconds from the call to its arrival, and from there to the answer. */
const wayThere = { least: 5, jitter: 10 };
const wayBack = { least: 120, jitter: 160 };
const limit = 50;

/**
 * One shop of TikTok whose calls take the time they take and are counted as they arrive, on whatever clock runs the
 * timers. The pace is the real one.
 */
export class PacedTikTok implements Marketplaces {
  /** Arrivals of each endpoint, epoch milliseconds. */
  readonly arrivals = { search: new Array<number>(), tracking: new Array<number>() };
  /** Calls beyond fifty in the second before them. */
  tooMany = 0;
  readonly #orders: readonly Order[];
  readonly #lane: Lane = openLanes(limit)('app', 'shop');

  /** `orders`: by creation. */
  constructor(orders: readonly Order[]) {
    this.#orders = orders;
  }

  open(): Promise<OpenedMarketplace> {
    return Promise.resolve({ credentials: someCredentials(), marketplace: this.#marketplace() });
  }

  #marketplace(): Marketplace {
    const calls = { search: 0, detail: 0, tracking: 0, other: 0, retries: 0 };
    return {
      unread: [],
      get calls(): CallCounts {
        return { ...calls };
      },
      searchOrders: async (window, page) => {
        calls.search += 1;
        return await this.#call('search', () => this.#page(window, Number(page ?? 0)));
      },
      readTrace: async () => {
        calls.tracking += 1;
        return await this.#call('tracking', (): Trace => emptyTrace);
      },
    };
  }

  async #call<Answer>(endpoint: 'search' | 'tracking', answer: () => Answer): Promise<Answer> {
    return await this.#lane.enter(async () => {
      await this.#lane.pace(endpoint);
      const all = this.arrivals[endpoint];
      await pause(wayThere.least + chance(all.length) * wayThere.jitter);
      const at = Date.now();
      all.push(at);
      if (all.slice(-limit - 1).filter((before) => before > at - 1_000).length > limit) this.tooMany += 1;
      await pause(wayBack.least + chance(all.length + 1) * wayBack.jitter);
      return answer();
    });
  }

  #page({ from, to }: OrderWindow, skip: number): OrderPage {
    const begin = firstFrom(this.#orders, from);
    const end = firstFrom(this.#orders, to);
    const orders = this.#orders.slice(begin + skip, Math.min(end, begin + skip + 100));
    const last = orders.at(-1);
    const next = skip + orders.length;
    return {
      orders,
      malformed: [],
      total: end - begin,
      ...(last && { reached: last.createdAt }),
      ...(begin + next < end && { next: String(next) }),
    };
  }
}

function firstFrom(orders: readonly Order[], from: Instant): number {
  let [low, high] = [0, orders.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((orders[middle]?.createdAt ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Between 0 and 1, the same in every run. */
function chance(place: number): number {
  return ((place * 2_654_435_761) % 4_294_967_296) / 4_294_967_296;
}
