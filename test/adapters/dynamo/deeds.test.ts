import { describe, expect, it } from 'vitest';
import { putAll } from '../../../shared/adapters/dynamo/batch.ts';
import { DynamoDeeds } from '../../../shared/adapters/dynamo/deeds.ts';
import { deedKey, shardOf } from '../../../shared/adapters/dynamo/keys.ts';
import type { Deed } from '../../../shared/domain/deed.ts';
import { days } from '../../../shared/domain/time.ts';
import type { DeedBook, DeedWords } from '../../../shared/ports/deeds.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { FakeDeeds } from '../../support/fake-deeds.ts';
import { daysFromNow, hoursAgo, now } from '../../support/moments.ts';
import { describeOnEachEngine, describeOnEachStore } from './on-each-store.ts';

const shop = '7495510238846614801';
const order = '578230114599817301';
const another = '578230114599817302';

function labelled(changes: Partial<Extract<Deed, { kind: 'qrLabel' }>> = {}): Deed {
  return { order, kind: 'qrLabel', value: 'attached', at: now, by: 'Li Wei', ...changes };
}

function declared(value: 'matches' | 'differs', at = now): Deed {
  return { order, kind: 'declaredName', value, at, by: 'Li Wei' };
}

describeOnEachStore<DeedBook & DeedWords>(
  'what people wrote down',
  { fake: () => new FakeDeeds(), real: (table) => new DynamoDeeds(table) },
  (fresh) => {
    it('is given back by order, every kind of it as it was written', async () => {
      const book = await fresh();
      const of = { order, at: now, by: 'Li Wei' };
      const deeds: readonly Deed[] = [
        { ...of, kind: 'qrLabel', value: 'attached' },
        { ...of, kind: 'declaredName', value: 'differs' },
        { ...of, kind: 'label', value: 'other' },
        { ...of, kind: 'battery', value: 'none' },
        { ...of, kind: 'pickStartedAt', value: hoursAgo(3) },
        { ...of, kind: 'extendedUntil', value: daysFromNow(4) },
      ];
      expect(await book.write(shop, deeds)).toEqual([]);
      expect(await book.find(shop, [order, another])).toEqual(
        new Map([
          [
            order,
            {
              qrLabel: 'attached',
              declaredName: 'differs',
              label: 'other',
              battery: 'none',
              pickStartedAt: hoursAgo(3),
              extendedUntil: daysFromNow(4),
            },
          ],
        ]),
      );
    });

    it('of one kind leaves the others alone, whoever writes it and in whatever order', async () => {
      const book = await fresh();
      await book.write(shop, [labelled()]);
      await Promise.all([
        book.write(shop, [declared('matches')]),
        book.write(shop, [{ order, kind: 'battery', value: 'none', at: now, by: 'Wang Li' }]),
      ]);
      expect((await book.find(shop, [order])).get(order)).toEqual({
        qrLabel: 'attached',
        declaredName: 'matches',
        battery: 'none',
      });
    });

    it('can be read word for word: who said it, and when', async () => {
      const book = await fresh();
      await book.write(shop, [labelled(), declared('matches', hoursAgo(2)), declared('differs', hoursAgo(1))]);
      const words = await book.said(shop, order);
      expect(words.toSorted((one, other) => other.at - one.at)).toEqual([labelled(), declared('differs', hoursAgo(1))]);
      expect(await book.said(shop, another)).toEqual([]);
    });

    it('is not undone by an older word, which is answered; of two at the same time the last one holds', async () => {
      const book = await fresh();
      await book.write(shop, [declared('matches', hoursAgo(1)), declared('differs', hoursAgo(1))]);
      expect((await book.find(shop, [order])).get(order)).toEqual({ declaredName: 'differs' });
      const older = declared('matches', hoursAgo(2));
      expect(await book.write(shop, [older, labelled({ at: hoursAgo(9) })])).toEqual([older]);
      expect((await book.find(shop, [order])).get(order)).toEqual({ declaredName: 'differs', qrLabel: 'attached' });
      expect(await book.write(shop, [declared('matches')])).toEqual([]);
      expect((await book.find(shop, [order])).get(order)?.declaredName).toBe('matches');
    });

    it('about many orders is read shard by shard, each order in one of them, and apart from other shops', async () => {
      const book = await fresh();
      const orders = Array.from({ length: 60 }, (_, place) => `5782301145998173${place + 10}`);
      await book.write(
        shop,
        orders.map((id) => labelled({ order: id })),
      );
      await book.write('another', [labelled({ order: 'not ours' })]);
      const seen: string[] = [];
      for (let shard = 0; shard < 16; shard += 1) {
        const deeds = await book.ofShard(shop, shard);
        for (const [id, of] of deeds) expect([shardOf(id), of]).toEqual([shard, { qrLabel: 'attached' }]);
        seen.push(...deeds.keys());
      }
      expect(seen.toSorted()).toEqual(orders);
      expect((await book.find(shop, [...orders, 'not ours', 'unknown'])).size).toBe(60);
      expect(await book.find(shop, [])).toEqual(new Map());
    });
  },
);

describeOnEachEngine('stored deeds', (table) => {
  it('are gone 61 days after the last word about their order, by the wall clock', async () => {
    const clock = new FakeClock(hoursAgo(90_000), now);
    const book = new DynamoDeeds(await table(clock));
    await book.write(shop, [labelled()]);
    clock.advance(days(60));
    expect((await book.find(shop, [order])).size).toBe(1);
    await book.write(shop, [declared('matches')]);
    clock.advance(days(60));
    expect((await book.ofShard(shop, shardOf(order))).size).toBe(1);
    clock.advance(days(2));
    expect((await book.ofShard(shop, shardOf(order))).size).toBe(0);
    expect((await book.find(shop, [order])).size).toBe(0);
  });

  describe.each([
    ['a word that nobody could have written', 'qrLabel', { M: { value: { S: 'secret' } } }, 'none of attached'],
    ['a time that is none', 'extendedUntil', { M: { value: { N: '1.5' } } }, 'not a time'],
    ['a text where a time should stand', 'pickStartedAt', { M: { value: { S: 'secret' } } }, 'not a time'],
    ['no value', 'battery', { M: { at: { N: '1' } } }, 'no value'],
    ['no word at all', 'label', { S: 'secret' }, 'no value'],
  ] as const)('with %s', (_, attribute, value, why) => {
    it('are refused by key and attribute, without a word of what they say', async () => {
      const opened = await table();
      const { pk, sk } = deedKey(shop, order);
      await putAll(opened, [{ pk: { S: pk }, sk: { S: sk }, [attribute]: value }]);
      const read = new DynamoDeeds(opened).find(shop, [order]);
      await expect(read).rejects.toThrow(`item ${pk} / ${sk}: attribute ${attribute}: ${why}`);
      await expect(read).rejects.not.toThrow('secret');
    });
  });

  it('of kinds that we do not know are left to whoever does', async () => {
    const opened = await table();
    const { pk, sk } = deedKey(shop, order);
    await putAll(opened, [{ pk: { S: pk }, sk: { S: sk }, 'ack/trace-silent': { M: { by: { S: 'Li Wei' } } } }]);
    const book = new DynamoDeeds(opened);
    await book.write(shop, [labelled()]);
    expect(await book.find(shop, [order])).toEqual(new Map([[order, { qrLabel: 'attached' }]]));
  });
});
