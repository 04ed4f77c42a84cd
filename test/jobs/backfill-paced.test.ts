import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closedKey, openKey } from '../../shared/adapters/dynamo/keys.ts';
import type { Order } from '../../shared/domain/order.ts';
import { after, before, days, hours, instant, minutes, seconds, type Instant } from '../../shared/domain/time.ts';
import type { SweepRequest } from '../../shared/ports/messaging.ts';
import type { WatchedOrder } from '../../shared/ports/order-book.ts';
import { PacedTikTok, pause } from '../support/a-paced-tiktok.ts';
import { aDeliveredOrder, anOrderInTransit } from '../support/an-order.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { now } from '../support/moments.ts';

/** Writes of one batch of 25 take so long. */
const batchTakes = 8;

/** By creation: a season of delivered orders, and on the last days one of `every` still under way. */
function aSeason(count: number, every: number): readonly Order[] {
  const begin = before(now, days(80));
  return Array.from({ length: count }, (_, place): Order => {
    const createdAt = after(begin, ((place * days(79)) / count) as ReturnType<typeof days>);
    const at = { id: `5782${String(place).padStart(14, '0')}`, createdAt, updatedAt: after(createdAt, hours(20)) };
    const isOpen = createdAt > before(now, days(10)) && place % every === 0;
    return isOpen ? anOrderInTransit({ ...at, collectedAt: after(createdAt, hours(12)) }) : aDeliveredOrder(at);
  });
}

/** How many items of one partition key were written within one second, at most. */
class WriteMeter {
  most = 0;
  readonly #counts = new Map<string, number>();

  async see(keys: readonly string[]): Promise<void> {
    const second = Math.floor(Date.now() / 1_000);
    for (const pk of keys) {
      const count = (this.#counts.get(`${second} ${pk}`) ?? 0) + 1;
      this.#counts.set(`${second} ${pk}`, count);
      this.most = Math.max(this.most, count);
    }
    await pause(Math.ceil(keys.length / 100) * batchTakes);
  }
}

interface Measured {
  readonly tiktok: PacedTikTok;
  readonly writes: WriteMeter;
  readonly slices: readonly number[];
  readonly story: SweepStory;
  readonly reached: Instant | undefined;
}

async function backfilled(orders: readonly Order[]): Promise<Measured> {
  const story = new SweepStory();
  Object.defineProperty(story.clock, 'wallTime', { get: () => instant(Date.now()) });
  const tiktok = new PacedTikTok(orders);
  story.connect({ marketplaces: tiktok, sources: story.source });
  const writes = new WriteMeter();
  const { book, shop } = story;
  const [write, shelveNew] = [book.write.bind(book), book.shelveNew.bind(book)];
  book.write = async (id: string, some: readonly WatchedOrder[]) => {
    await writes.see(some.map(({ order }) => openKey(id, order.id).pk));
    await write(id, some);
  };
  book.shelveNew = async (id: string, some: readonly WatchedOrder[]) => {
    await writes.see(some.map(({ order }) => closedKey(id, order).pk));
    await shelveNew(id, some);
  };
  const from = before(now, days(80));
  const first = { v: 1, kind: 'backfill', shop: shop.id, run: 'backfill-1', step: 0, notify: false } as const;
  let request: SweepRequest | undefined = { ...first, from, to: now, reached: from, now };
  const slices: number[] = [];
  while (request) {
    const began = Date.now();
    const { state } = await story.receive(request, minutes(4));
    slices.push(Date.now() - began);
    request = state === 'continued' ? story.outbox.sweeps.at(-1) : undefined;
  }
  const record = await story.runs.find(shop.id, 'backfill-1');
  return { tiktok, writes, slices, story, reached: record?.progress?.reached };
}

/** The share of the limit that was used, from the first arrival to the last. */
function useOf(arrivals: readonly number[]): number {
  const [first = 0, last = 0] = [arrivals[0], arrivals.at(-1)];
  return arrivals.length / ((last - first) / 1_000) / 50;
}

/** Until the work is done, time passes as fast as it can. */
async function onVirtualTime<Answer>(work: Promise<Answer>): Promise<Answer> {
  const still = { running: true };
  const ended = work.finally(() => {
    still.running = false;
  });
  while (still.running) await vi.advanceTimersByTimeAsync(1_000);
  return ended;
}

describe('a backfill on a network that takes its time', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('of a season is read at TikTok’s limit, and writes no partition too fast', async () => {
    const orders = aSeason(100_000, 40);
    const { tiktok, writes, slices, story, reached } = await onVirtualTime(backfilled(orders));
    expect(reached).toBe(now);
    expect(story.book.open(story.shop.id).length + story.book.shelved(story.shop.id).length).toBe(orders.length);
    // On the last days traces set the pace.
    expect(useOf(tiktok.arrivals.search.slice(0, 900))).toBeGreaterThan(0.95);
    expect(tiktok.tooMany).toBe(0);
    expect(tiktok.arrivals.search.length).toBeLessThan(1.1 * (orders.length / 100));
    expect(writes.most).toBeLessThan(1_000);
    expect(Math.max(...slices)).toBeLessThan(seconds(30));
  }, 60_000);

  it('of orders under way waits for their traces, and lets hourly sweeps in every minute and a half', async () => {
    const orders = aSeason(30_000, 1);
    const { tiktok, slices, reached } = await onVirtualTime(backfilled(orders));
    expect(reached).toBe(now);
    const { tracking } = tiktok.arrivals;
    expect(tracking.length).toBeGreaterThan(3_000);
    expect(useOf(tracking.slice(100, -100))).toBeGreaterThan(0.85);
    for (const slice of slices) expect(slice).toBeLessThan(seconds(92));
  }, 60_000);
});
