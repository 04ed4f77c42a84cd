import { expect, it } from 'vitest';
import { putAll } from '../../../shared/adapters/dynamo/batch.ts';
import { DynamoWatches } from '../../../shared/adapters/dynamo/watches.ts';
import { Transient } from '../../../shared/ports/errors.ts';
import type { ReportState } from '../../../shared/domain/report-state.ts';
import type { SecondTally, Watch, Watches } from '../../../shared/ports/watch.ts';
import { minutes } from '../../../shared/domain/time.ts';
import { aDay } from '../../support/a-day.ts';
import { aFinding } from '../../support/a-finding.ts';
import { aRun, aTally, aWatch } from '../../support/a-watch.ts';
import { FakeWatches } from '../../support/fake-watches.ts';
import { hoursAgo, minutesFromNow } from '../../support/moments.ts';
import { describeOnEachEngine, describeOnEachStore } from './on-each-store.ts';

const shop = '7495510238846614801';

describeOnEachStore<Watches>(
  'the watches',
  { fake: () => new FakeWatches(), real: (table) => new DynamoWatches(table) },
  (fresh) => {
    it('know nothing of a shop nobody has swept', async () => {
      expect(await (await fresh()).read(shop)).toBeUndefined();
    });

    it('begin with the lease of the first sweep', async () => {
      const watches = await fresh();
      await watches.take(shop, 'first');
      expect(await watches.read(shop)).toEqual({ firstLookDone: false, findings: [] });
    });

    it('give a watch back as it was written', async () => {
      const watches = await fresh();
      await watches.take(shop, 'first');
      await watches.write(shop, fullWatch, 'first');
      expect(await watches.read(shop)).toEqual(fullWatch);
    });

    it('keep what was known when the lease changes hands', async () => {
      const watches = await fresh();
      await watches.take(shop, 'first');
      await watches.write(shop, fullWatch, 'first');
      await watches.take(shop, 'second');
      expect(await watches.read(shop)).toEqual(fullWatch);
    });

    it('let the holder write again and again', async () => {
      const watches = await fresh();
      await watches.take(shop, 'first');
      await watches.write(shop, fullWatch, 'first');
      await watches.write(shop, aWatch(), 'first');
      expect(await watches.read(shop)).toEqual(aWatch());
    });

    it('refuse a writer whose lease was taken over', async () => {
      const watches = await fresh();
      await watches.take(shop, 'first');
      await watches.take(shop, 'second');
      await expect(watches.write(shop, aWatch(), 'first')).rejects.toThrow(Transient);
      await watches.write(shop, fullWatch, 'second');
      expect(await watches.read(shop)).toEqual(fullWatch);
    });

    it('refuse a writer who never had a lease', async () => {
      const watches = await fresh();
      await expect(watches.write(shop, aWatch(), 'nobody')).rejects.toThrow(/lease was lost/);
      expect(await watches.read(shop)).toBeUndefined();
    });

    it('come back whole however much there is to remember', async () => {
      const watches = await fresh();
      const findings = Array.from({ length: 2_000 }, (_, place) => ({
        subject: { kind: 'credential' as const, id: `api-key:${place}` },
        finding: aFinding({ check: 'credential-expiry', facts: { name: `Key ${place} of the warehouse in Shenzhen` } }),
      }));
      expect(JSON.stringify(findings).length).toBeGreaterThan(450_000);
      await watches.take(shop, 'first');
      await watches.write(shop, aWatch({ findings }), 'first');
      expect((await watches.read(shop))?.findings).toEqual(findings);
    });

    it('keep two shops apart', async () => {
      const watches = await fresh();
      await watches.take('shop-a', 'first');
      await watches.take('shop-b', 'second');
      await watches.write('shop-a', aWatch(), 'first');
      expect(await watches.read('shop-b')).toEqual({ firstLookDone: false, findings: [] });
    });
  },
);

const reports: Required<ReportState> = {
  daily: { on: '2026-01-14', prevented: { from: hoursAgo(28), stages: [] } },
  weekly: {
    on: '2026-01-12',
    prevented: { from: hoursAgo(76), stages: [{ check: 'confirm-by', stage: 'confirm-due-soon', count: 4 }] },
    before: { from: hoursAgo(244), stages: [] },
    lags: { Evri: { 1: 40, 6: 2 } },
    lagsBefore: { YunExpress: { 72: 1 } },
  },
};

/** With every field there is, so that a new one that is not stored fails here. */
const fullWatch: Required<Watch> = {
  watermark: hoursAgo(1),
  firstLookDone: true,
  lookedUntil: hoursAgo(3),
  countedAt: hoursAgo(5),
  run: aRun({
    settled: { shard: 7, after: '578230114599817301' },
    pull: { outcome: 'refused', reached: hoursAgo(1), because: 'HTTP 503' },
    step: 2,
    traces: { answered: 3, failed: 1, missedLooks: true },
    notWatched: [{ check: 'trace-silent', because: 'never-scanned', count: 3 }],
    lags: { Evri: { 2: 3 } },
    firstSeen: { orders: 4, late: 1, longest: minutes(95) },
    count: {
      shard: 9,
      days: [aDay(1, { confirm: { late: 2 }, drift: { 'pickup-by': { compared: 3, apart: { '-24': 2 } } } })],
    },
    tally: aTally({ pulled: 12, calls: { search: 3, detail: 0, tracking: 4, other: 1, retries: 2 } }),
  }),
  handedOver: {
    run: '2026-01-15T11:00:00.000Z',
    now: hoursAgo(1),
    requests: ['a#b#email:en', 'a#b#supplement-tracking#Evri'],
  },
  held: { 'email:en': { since: hoursAgo(9), list: 'run#email:en#held', quarantined: 2 } },
  second: {
    day: '2026-01-15',
    registered: 40,
    isUsedUp: true,
    refusedSince: hoursAgo(2),
    failingSince: hoursAgo(4),
  } satisfies Required<SecondTally>,
  usual: { 'evri/transit': 0.04 },
  reports: { run: '2026-01-15T11:00:00.000Z', before: {}, state: reports },
  findings: [
    {
      subject: { kind: 'incident', id: 'carrier-stalled/evri/transit/import-customs' },
      finding: aFinding({ check: 'incident', stage: 'many-parcels-one-cause', facts: { members: 30, usual: 0.04 } }),
    },
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
