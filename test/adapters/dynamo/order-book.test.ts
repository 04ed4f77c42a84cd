import { describe, expect, it } from 'vitest';
import { openKey, shardOf } from '../../../shared/adapters/dynamo/keys.ts';
import { keptOrdersIn } from '../../../shared/adapters/dynamo/kept-orders.ts';
import { olderDaysOf } from '../../../shared/adapters/dynamo/older-days.ts';
import { DynamoOrderBook } from '../../../shared/adapters/dynamo/order-book.ts';
import { putAll } from '../../../shared/adapters/dynamo/batch.ts';
import { dayOf } from '../../../shared/domain/day-totals.ts';
import { after, before, days, hours, seconds } from '../../../shared/domain/time.ts';
import type { OrderBook, WatchedOrder } from '../../../shared/ports/order-book.ts';
import { shards } from '../../../shared/ports/order-book.ts';
import { aFinding } from '../../support/a-finding.ts';
import { aWatchedOrder } from '../../support/a-watched-order.ts';
import { aDeliveredOrder, anOrder, anOrderInTransit } from '../../support/an-order.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { FakeOrderBook } from '../../support/fake-order-book.ts';
import { at, daysAgo, now } from '../../support/moments.ts';
import { aRealisticOrder } from '../../support/realistic-orders.ts';
import { describeOnEachEngine, describeOnEachStore } from './on-each-store.ts';

const shop = '7495510238846614801';

async function readAllShards(book: OrderBook, of = shop): Promise<readonly WatchedOrder[]> {
  const orders: WatchedOrder[] = [];
  for (let shard = 0; shard < shards; shard += 1) {
    let after: string | undefined;
    do {
      const page = await book.read(of, shard, after);
      orders.push(...page.orders);
      after = page.next;
    } while (after !== undefined);
  }
  return orders.toSorted((a, b) => (a.order.id < b.order.id ? -1 : 1));
}

function idsOf(orders: readonly WatchedOrder[]): readonly string[] {
  return orders.map(({ order }) => order.id);
}

describeOnEachStore<OrderBook>(
  'the order book',
  { fake: () => new FakeOrderBook(undefined, 3), real: (table) => new DynamoOrderBook(table, 3) },
  (fresh) => {
    it('knows nothing of an order nobody has written', async () => {
      const book = await fresh();
      expect(await book.find(shop, [anOrder()])).toEqual(new Map());
      expect(await book.read(shop, 3)).toEqual({ orders: [] });
    });

    it('gives an open order back as it was written', async () => {
      const book = await fresh();
      const watched = aWatchedOrder({ order: anOrderInTransit(), findings: [aFinding()] });
      await book.write(shop, [watched]);
      expect(await book.find(shop, [watched.order])).toEqual(new Map([[watched.order.id, { watched, on: 'book' }]]));
      expect(await readAllShards(book)).toEqual([watched]);
    });

    it('keeps the last thing written about an order, also within one call', async () => {
      const book = await fresh();
      const first = aWatchedOrder({ run: 'run-1' });
      const second = aWatchedOrder({ run: 'run-2' });
      await book.write(shop, [first, second]);
      expect(await readAllShards(book)).toEqual([second]);
      await book.write(shop, [first]);
      expect(await readAllShards(book)).toEqual([first]);
    });

    it('reads a book of many pages, every order once', async () => {
      const book = await fresh();
      const orders = Array.from({ length: 130 }, (_, place) => aRealisticOrder(place));
      await book.write(shop, orders);
      expect(idsOf(await readAllShards(book))).toEqual(idsOf(orders).toSorted());
    });

    it('finds many orders in one call, asked for twice or not there', async () => {
      const book = await fresh();
      const orders = Array.from({ length: 120 }, (_, place) => aRealisticOrder(place));
      await book.write(shop, orders.slice(0, 110));
      const asked = [...orders.map(({ order }) => order), ...orders.slice(0, 5).map(({ order }) => order)];
      expect((await book.find(shop, asked)).size).toBe(110);
    });

    it('keeps the books of two shops apart', async () => {
      const book = await fresh();
      await book.write('shop-a', [aWatchedOrder({ run: 'of a' })]);
      await book.write('shop-b', [aWatchedOrder({ run: 'of b' })]);
      expect((await readAllShards(book, 'shop-a')).map(({ run }) => run)).toEqual(['of a']);
      expect((await book.find('shop-b', [anOrder()])).get(anOrder().id)?.watched.run).toBe('of b');
    });

    it('moves a closed order from the book to the shelf', async () => {
      const book = await fresh();
      const open = aWatchedOrder({ order: anOrder({ id: '578230114599817302' }) });
      const closed = aWatchedOrder({ order: aDeliveredOrder({ createdAt: daysAgo(9) }) });
      await book.write(shop, [open, closed]);
      await book.shelve(shop, [closed]);
      expect(await readAllShards(book)).toEqual([open]);
      const found = await book.find(shop, [open.order, closed.order]);
      expect(found.get(closed.order.id)).toEqual({ watched: closed, on: 'shelf' });
      expect(found.get(open.order.id)).toEqual({ watched: open, on: 'book' });
    });

    it('shelves what was never in the book, and again what is shelved already', async () => {
      const book = await fresh();
      const closed = aWatchedOrder({ order: aDeliveredOrder() });
      await book.shelve(shop, [closed]);
      await book.shelve(shop, [{ ...closed, run: 'later' }]);
      expect((await book.find(shop, [closed.order])).get(closed.order.id)).toMatchObject({
        watched: { run: 'later' },
        on: 'shelf',
      });
      expect(await readAllShards(book)).toEqual([]);
    });

    it('shows the book where an order is in both, as after a shelving cut short', async () => {
      const book = await fresh();
      const order = aDeliveredOrder();
      await book.shelve(shop, [aWatchedOrder({ order, run: 'shelf' })]);
      await book.write(shop, [aWatchedOrder({ order, run: 'book' })]);
      expect((await book.find(shop, [order])).get(order.id)).toMatchObject({ watched: { run: 'book' }, on: 'book' });
    });

    it('reads the shelf of one day in pages, every order once, wherever the open ones are', async () => {
      const book = await fresh();
      const midnight = at('2026-01-10T00:00:00Z');
      const created = (place: number, createdAt = midnight): WatchedOrder =>
        aWatchedOrder({ order: aDeliveredOrder({ id: String(578_230_114_599_000_000n + BigInt(place)), createdAt }) });
      const ofDay = Array.from({ length: 40 }, (_, place) => created(place));
      await book.shelve(shop, ofDay);
      await book.shelve(shop, [created(90, before(midnight, seconds(1))), created(91, after(midnight, days(1)))]);
      await book.write(shop, [created(92)]);
      await book.shelve('another', [created(93)]);
      const read: WatchedOrder[] = [];
      for (let shard = 0; shard < shards; shard += 1) {
        let from: string | undefined;
        do {
          const page = await book.readShelf(shop, '2026-01-10', shard, from);
          expect(page.orders.every(({ order }) => shardOf(order.id) === shard)).toBe(true);
          read.push(...page.orders);
          from = page.next;
        } while (from !== undefined);
      }
      expect(idsOf(read).toSorted()).toEqual(idsOf(ofDay));
      expect(read.find(({ order }) => order.id === ofDay[7]?.order.id)).toEqual(ofDay[7]);
      expect(await book.readShelf(shop, '2026-01-09', 3)).toEqual({ orders: [] });
    });

    it('takes calls about nothing', async () => {
      const book = await fresh();
      await book.write(shop, []);
      await book.shelve(shop, []);
      expect(await book.find(shop, [])).toEqual(new Map());
    });
  },
);

describeOnEachEngine('the shelf', (table) => {
  it('forgets a closed order after 90 days, whatever its own year', async () => {
    const clock = new FakeClock(daysAgo(3_000), now);
    const book = new DynamoOrderBook(await table(clock));
    const closed = aWatchedOrder({ order: aDeliveredOrder({ createdAt: daysAgo(3_010) }) });
    await book.shelve(shop, [closed]);
    clock.advance(days(89));
    expect((await book.find(shop, [closed.order])).size).toBe(1);
    const shelf = [dayOf(closed.order.createdAt), shardOf(closed.order.id)] as const;
    expect((await book.readShelf(shop, ...shelf)).orders).toHaveLength(1);
    clock.advance(hours(25));
    expect((await book.find(shop, [closed.order])).size).toBe(0);
    expect((await book.readShelf(shop, ...shelf)).orders).toEqual([]);
  });

  it('finds by its id alone what a backfill brought from years that no sweep fills', async () => {
    const clock = new FakeClock();
    const made = await table(clock);
    const book = new DynamoOrderBook(made);
    const [old, young] = [1_000, 100].map((ago) =>
      aWatchedOrder({ order: aDeliveredOrder({ id: String(ago), createdAt: daysAgo(ago) }) }),
    ) as [WatchedOrder, WatchedOrder];
    await book.noteOlderDays(shop, [dayOf(old.order.createdAt)]);
    await book.shelveNew(shop, [old, young]);
    for (const one of [old, young]) {
      expect(await keptOrdersIn(made).find(shop, one.order.id, now)).toEqual({ watched: one, on: 'shelf' });
    }
    expect(await olderDaysOf(made, shop)).toEqual([dayOf(old.order.createdAt)]);
    clock.advance(days(92));
    expect(await olderDaysOf(made, shop)).toEqual([]);
  });

  it('never forgets an open one', async () => {
    const clock = new FakeClock();
    const book = new DynamoOrderBook(await table(clock));
    await book.write(shop, [aWatchedOrder()]);
    clock.advance(days(4_000));
    expect((await book.find(shop, [anOrder()])).size).toBe(1);
  });

  it('does not pass an unreadable item off as an unknown order', async () => {
    const opened = await table();
    const key = openKey(shop, anOrder().id);
    await putAll(opened, [{ pk: { S: key.pk }, sk: { S: key.sk }, v: { N: '1' } }]);
    const book = new DynamoOrderBook(opened);
    await expect(book.find(shop, [anOrder()])).rejects.toThrow(`item ${key.pk} / ${key.sk}: attribute t: missing`);
  });
});

describe('the shards of a book', () => {
  it('are filled evenly by ids that count up', () => {
    const filled = Array.from({ length: shards }, () => 0);
    for (let place = 0; place < 16_000; place += 1) {
      const shard = shardOf(String(578_230_114_599_000_000n + BigInt(place) * 17n));
      filled[shard] = (filled[shard] ?? 0) + 1;
    }
    expect(Math.min(...filled)).toBeGreaterThan(850);
    expect(Math.max(...filled)).toBeLessThan(1_150);
  });

  it('never change for an id, since stored keys name them', () => {
    expect(['578230114599817301', '1', 'order-é'].map(shardOf)).toEqual([13, 0, 11]);
    expect(openKey('s', '1')).toEqual({ pk: 'open#s#00', sk: '1' });
  });
});
