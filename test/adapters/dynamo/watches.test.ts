import { expect, it } from 'vitest';
import { putAll } from '../../../shared/adapters/dynamo/batch.ts';
import { DynamoWatches } from '../../../shared/adapters/dynamo/watches.ts';
import { after, minutes } from '../../../shared/domain/time.ts';
import { Transient } from '../../../shared/ports/errors.ts';
import type { Watch, Watches } from '../../../shared/ports/watch.ts';
import { aFinding } from '../../support/a-finding.ts';
import { aRun, aTally, aWatch } from '../../support/a-watch.ts';
import { FakeWatches } from '../../support/fake-watches.ts';
import { hoursAgo, minutesFromNow, now } from '../../support/moments.ts';
import { describeOnEachEngine, describeOnEachStore } from './on-each-store.ts';

const shop = '7495510238846614801';
const until = minutesFromNow(10);

describeOnEachStore<Watches>(
  'the watches',
  { fake: () => new FakeWatches(), real: (table) => new DynamoWatches(table) },
  (fresh) => {
    it('know nothing of a shop nobody has swept', async () => {
      expect(await (await fresh()).read(shop)).toBeUndefined();
    });

    it('begin with the lease of the first sweep', async () => {
      const watches = await fresh();
      expect(await watches.acquire(shop, 'first', now, until)).toBe(true);
      expect(await watches.read(shop)).toEqual({
        firstLookDone: false,
        findings: [],
        lease: { holder: 'first', until },
      });
    });

    it('let one holder in at a time', async () => {
      const watches = await fresh();
      expect(await watches.acquire(shop, 'first', now, until)).toBe(true);
      expect(await watches.acquire(shop, 'second', now, until)).toBe(false);
      expect((await watches.read(shop))?.lease?.holder).toBe('first');
    });

    it('let the second in once the first one has run out of time', async () => {
      const watches = await fresh();
      await watches.acquire(shop, 'first', now, until);
      expect(await watches.acquire(shop, 'second', after(until, minutes(-1)), after(until, minutes(10)))).toBe(false);
      expect(await watches.acquire(shop, 'second', until, after(until, minutes(10)))).toBe(true);
    });

    it('let the holder take its own lease again, for longer', async () => {
      const watches = await fresh();
      await watches.acquire(shop, 'first', now, until);
      expect(await watches.acquire(shop, 'first', now, after(until, minutes(5)))).toBe(true);
      expect((await watches.read(shop))?.lease?.until).toBe(after(until, minutes(5)));
    });

    it('let one of two who come at the same moment in', async () => {
      const watches = await fresh();
      const tries = await Promise.all(['a', 'b', 'c', 'd'].map((holder) => watches.acquire(shop, holder, now, until)));
      expect(tries.filter(Boolean)).toHaveLength(1);
    });

    it('keep what was known when the lease changes hands', async () => {
      const watches = await fresh();
      await watches.acquire(shop, 'first', now, until);
      await watches.write(shop, aWatch({ lease: { holder: 'first', until } }), 'first');
      await watches.acquire(shop, 'second', until, after(until, minutes(10)));
      expect(await watches.read(shop)).toEqual(
        aWatch({ lease: { holder: 'second', until: after(until, minutes(10)) } }),
      );
    });

    it('give a watch back as it was written', async () => {
      const watches = await fresh();
      await watches.acquire(shop, 'first', now, until);
      await watches.write(shop, fullWatch, 'first');
      expect(await watches.read(shop)).toEqual(fullWatch);
    });

    it('give the lease back with a watch that is written without it', async () => {
      const watches = await fresh();
      await watches.acquire(shop, 'first', now, until);
      await watches.write(shop, aWatch(), 'first');
      expect(await watches.read(shop)).toEqual(aWatch());
      expect(await watches.acquire(shop, 'second', now, until)).toBe(true);
    });

    it('refuse a writer whose lease was taken over', async () => {
      const watches = await fresh();
      await watches.acquire(shop, 'first', now, until);
      await watches.acquire(shop, 'second', until, after(until, minutes(10)));
      await expect(watches.write(shop, aWatch(), 'first')).rejects.toThrow(Transient);
      expect((await watches.read(shop))?.lease?.holder).toBe('second');
    });

    it('refuse a writer who never had a lease', async () => {
      const watches = await fresh();
      await expect(watches.write(shop, aWatch(), 'nobody')).rejects.toThrow(/lease was lost/);
      expect(await watches.read(shop)).toBeUndefined();
    });

    it('keep two shops apart', async () => {
      const watches = await fresh();
      expect(await watches.acquire('shop-a', 'first', now, until)).toBe(true);
      expect(await watches.acquire('shop-b', 'second', now, until)).toBe(true);
      expect((await watches.read('shop-a'))?.lease?.holder).toBe('first');
    });
  },
);

const fullWatch: Watch = {
  watermark: hoursAgo(1),
  firstLookDone: true,
  lookedUntil: hoursAgo(3),
  run: aRun({
    settled: { shard: 7, after: '578230114599817301' },
    pull: { outcome: 'refused', reached: hoursAgo(1), because: 'HTTP 503' },
    step: 2,
    tally: aTally({ pulled: 12, calls: { search: 3, detail: 0, tracking: 4, other: 1, retries: 2 } }),
  }),
  handedOver: { run: '2026-01-15T11:00:00.000Z', requests: ['a#b#email:en', 'a#b#supplement-tracking#Evri'] },
  findings: [
    {
      subject: { kind: 'credential', id: 'api-key:erp' },
      finding: aFinding({
        check: 'credential-expiry',
        stage: 'credential-expiring-7',
        deadline: { at: minutesFromNow(9), source: { kind: 'credential' } },
        facts: { name: 'ERP key', kind: 'api-key' },
        quiet: true,
      }),
    },
    {
      subject: { kind: 'shop', id: shop },
      finding: aFinding({ check: 'feed-lagging', state: 'resolved', resolvedBecause: 'condition-cleared' }),
    },
  ],
  lease: { holder: 'first', until },
};

describeOnEachEngine('a watch that cannot be read', (table) => {
  it.each([
    ['is not JSON', '{"watermark": 17', 'attribute watch: not JSON'],
    ['lacks a field', '{"findings": []}', 'attribute watch: does not fit at firstLookDone (invalid_type)'],
    ['holds a word nobody knows', '{"firstLookDone": "never", "findings": []}', 'firstLookDone (invalid_type)'],
  ])('is reported by key and path when it %s', async (_, watch, said) => {
    const opened = await table();
    await putAll(opened, [{ pk: { S: `shop#${shop}` }, sk: { S: 'watch' }, watch: { S: watch } }]);
    await expect(new DynamoWatches(opened).read(shop)).rejects.toThrow(said);
    await expect(new DynamoWatches(opened).read(shop)).rejects.toThrow(`item shop#${shop} / watch`);
  });
});
