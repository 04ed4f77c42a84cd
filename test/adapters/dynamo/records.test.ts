import { expect, it } from 'vitest';
import { putAll } from '../../../shared/adapters/dynamo/batch.ts';
import { DynamoChannelStates } from '../../../shared/adapters/dynamo/channel-states.ts';
import { DynamoLedger } from '../../../shared/adapters/dynamo/ledger.ts';
import { DynamoQuarantine } from '../../../shared/adapters/dynamo/quarantine.ts';
import { DynamoRunLog } from '../../../shared/adapters/dynamo/run-log.ts';
import { DynamoShops, putShop } from '../../../shared/adapters/dynamo/shops.ts';
import { days, hours, minutes } from '../../../shared/domain/time.ts';
import type { ChannelStates, Ledger, Quarantine, RunLog } from '../../../shared/ports/records.ts';
import { aNotice } from '../../support/a-notice.ts';
import { aShop } from '../../support/a-shop.ts';
import { aRunRecord, aTally } from '../../support/a-watch.ts';
import { FakeChannelStates } from '../../support/fake-channel-states.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { FakeLedger } from '../../support/fake-ledger.ts';
import { FakeQuarantine } from '../../support/fake-quarantine.ts';
import { FakeRunLog } from '../../support/fake-run-log.ts';
import { daysAgo, hoursAgo, now } from '../../support/moments.ts';
import { describeOnEachEngine, describeOnEachStore } from './on-each-store.ts';

const shop = '7495510238846614801';
const known = {
  checks: ['trace-silent', 'confirm-by'],
  remedies: ['chase-carrier'],
  packs: ['article', 'us'],
  countries: ['CN'],
  channels: {},
};

describeOnEachStore<Ledger>(
  'the ledger',
  { fake: () => new FakeLedger(), real: (table) => new DynamoLedger(table) },
  (fresh) => {
    it('knows exactly what was marked, of many keys and keys asked for twice', async () => {
      const ledger = await fresh();
      const keys = Array.from({ length: 230 }, (_, place) => `trace-silent/${place}#1`);
      await ledger.mark(
        'remedy',
        shop,
        keys.slice(0, 150).map((key) => ({ key, at: now, reference: 'a request' })),
      );
      expect(await ledger.has('remedy', shop, [...keys, ...keys])).toEqual(new Set(keys.slice(0, 150)));
    });

    it('gives back what was marked with a key, and what was told with it', async () => {
      const ledger = await fresh();
      const marks = [
        { key: 'message', at: now, reference: 'C1/1.2', request: aNotice() },
        { key: 'bare', at: hoursAgo(1) },
      ];
      await ledger.mark(
        'told',
        shop,
        marks.map((mark) => ({ ...mark, life: days(60) })),
      );
      expect(await ledger.find('told', shop, ['message', 'bare', 'nothing'])).toEqual(
        new Map(marks.map((mark) => [mark.key, mark])),
      );
    });

    it('keeps lists and shops apart', async () => {
      const ledger = await fresh();
      await ledger.mark('told', shop, [{ key: 'k', at: now }]);
      expect(await ledger.has('told', shop, ['k'])).toEqual(new Set(['k']));
      expect(await ledger.has('remedy', shop, ['k'])).toEqual(new Set());
      expect(await ledger.has('told', 'another', ['k'])).toEqual(new Set());
    });

    it('takes a mark twice, and calls about nothing', async () => {
      const ledger = await fresh();
      await ledger.mark('told', shop, [
        { key: 'k', at: now },
        { key: 'k', at: now },
      ]);
      await ledger.mark('told', shop, []);
      expect(await ledger.has('told', shop, [])).toEqual(new Set());
    });
  },
);

describeOnEachStore<Quarantine>(
  'the quarantine',
  { fake: () => new FakeQuarantine(), real: (table) => new DynamoQuarantine(table) },
  (fresh) => {
    it('lists what was put, in the order of the orders, and nothing that was removed', async () => {
      const quarantine = await fresh();
      const entries = Array.from({ length: 40 }, (_, place) => ({
        order: `5782301145998173${place + 10}`,
        run: 'run-1',
        paths: place % 2 === 0 ? [] : ['packages.0.id', 'status'],
      }));
      await quarantine.put(shop, entries.toReversed(), now);
      expect(await quarantine.list(shop)).toEqual(entries);
      await quarantine.remove(
        shop,
        entries.slice(5).map(({ order }) => order),
      );
      expect(await quarantine.list(shop)).toEqual(entries.slice(0, 5));
      expect(await quarantine.list('another')).toEqual([]);
    });

    it('keeps the last word on an order', async () => {
      const quarantine = await fresh();
      await quarantine.put(shop, [{ order: '1', run: 'run-1', paths: ['status'] }], now);
      await quarantine.put(shop, [{ order: '1', run: 'run-2', paths: ['id'] }], now);
      expect(await quarantine.list(shop)).toEqual([{ order: '1', run: 'run-2', paths: ['id'] }]);
    });
  },
);

describeOnEachStore<ChannelStates>(
  'the states of channels',
  { fake: () => new FakeChannelStates(), real: (table) => new DynamoChannelStates(table) },
  (fresh) => {
    const state = { channel: 'slack/ops', since: hoursAgo(30), because: '404 no_service', triedAt: hoursAgo(2) };

    it('list what was disabled, by its last word, until it is enabled', async () => {
      const states = await fresh();
      await states.disable(shop, { ...state, triedAt: hoursAgo(26) });
      await states.disable(shop, state);
      await states.disable(shop, { ...state, channel: 'email:en' });
      expect(await states.list(shop)).toEqual([{ ...state, channel: 'email:en' }, state]);
      expect(await states.list('another')).toEqual([]);
      await states.enable(shop, 'slack/ops');
      await states.enable(shop, 'slack/ops');
      expect(await states.list(shop)).toEqual([{ ...state, channel: 'email:en' }]);
    });
  },
);

describeOnEachStore<RunLog>(
  'the run log',
  { fake: () => new FakeRunLog(), real: (table) => new DynamoRunLog(table) },
  (fresh) => {
    it('gives the last record of a run back as it was written', async () => {
      const log = await fresh();
      const record = aRunRecord({
        kind: 'backfill',
        tally: aTally({ pulled: 7, durationMs: 12.5 }),
        transitions: { opened: 1, escalated: 2, reminded: 3, resolved: 4, reopened: 5 },
        lag: undefined,
        notWatched: [{ check: 'deliver-by', because: 'no-deadline-known', count: 412 }],
        requests: ['a', 'b'],
        progress: { from: daysAgo(30), to: daysAgo(1), reached: daysAgo(12) },
      });
      await log.record(shop, 'run-1', aRunRecord({ state: 'running' }), now);
      await log.record(shop, 'run-1', record, now);
      expect(await log.find(shop, 'run-1')).toEqual(record);
      expect(await log.find(shop, 'run-2')).toBeUndefined();
      expect(await log.find('another', 'run-1')).toBeUndefined();
    });
  },
);

describeOnEachEngine('what was told in words of another version', (table) => {
  it('is known to have been told, and no more', async () => {
    const ledger = new DynamoLedger(await table());
    const request = { ...aNotice(), v: 2 as never };
    await ledger.mark('told', shop, [{ key: 'message', at: now, reference: 'C1/1.2', request }]);
    expect(await ledger.find('told', shop, ['message'])).toEqual(
      new Map([['message', { key: 'message', at: now, reference: 'C1/1.2' }]]),
    );
  });
});

describeOnEachEngine('records with an end', (table) => {
  it('are gone when their time has come, though the table still has them', async () => {
    const clock = new FakeClock();
    const opened = await table(clock);
    const [ledger, quarantine, log] = [
      new DynamoLedger(opened),
      new DynamoQuarantine(opened),
      new DynamoRunLog(opened),
    ];
    async function seen(): Promise<string> {
      const told = (await ledger.has('told', shop, ['k'])).size;
      const entries = (await quarantine.list(shop)).length;
      return `${told} ${entries} ${(await log.find(shop, 'r')) ? 1 : 0}`;
    }
    await ledger.mark('told', shop, [{ key: 'k', at: hoursAgo(9_000) }]);
    await quarantine.put(shop, [{ order: '1', run: 'r', paths: [] }], clock.wall());
    await log.record(shop, 'r', aRunRecord(), clock.wall());
    expect(await seen()).toBe('1 1 1');
    clock.advance(days(30));
    expect(await seen()).toBe('1 1 0');
    clock.advance(days(30));
    expect(await seen()).toBe('1 0 0');
    clock.advance(days(339));
    expect(await seen()).toBe('1 0 0');
    clock.advance(days(2));
    expect(await seen()).toBe('0 0 0');
  });
});

describeOnEachEngine('the shops', (table) => {
  it('are listed and read as people configured them', async () => {
    const opened = await table();
    const shops = new DynamoShops(opened, known);
    expect(await shops.list()).toEqual([]);
    const plain = aShop({ id: 'b-shop' });
    const full = aShop({
      id: 'a-shop',
      market: 'US',
      zone: 'America/Los_Angeles',
      slack: { locale: 'zh-CN' },
      packs: ['us', 'article'],
      credentials: [
        {
          id: 'erp',
          name: 'ERP key',
          kind: 'api-key',
          issuedAt: daysAgo(80),
          life: days(90),
          owner: 'Wang Li',
        },
        { id: 'wms', name: 'Warehouse key', kind: 'api-key', life: days(30.5) },
      ],
      remindAfter: { critical: minutes(90), warning: hours(48) },
      lookEvery: minutes(25),
    });
    await putShop(opened, plain);
    await putShop(opened, aShop({ id: 'a-shop' }));
    await putShop(opened, full);
    expect(await shops.list()).toEqual(['a-shop', 'b-shop']);
    expect(await shops.read('a-shop')).toEqual(full);
    expect(await shops.read('b-shop')).toEqual(plain);
    expect(await shops.read('c-shop')).toBeUndefined();
  });

  it('say field and problem of a configuration that people got wrong', async () => {
    const opened = await table();
    const shops = new DynamoShops(opened, known);
    await putShop(opened, { ...aShop(), id: 's', market: 'UK', packs: ['no-such-pack'] });
    await expect(shops.read('s')).rejects.toThrow(
      /item shops \/ s: attribute shop: .*\n {2}market: "UK" is not a market/,
    );
    await expect(shops.read('s')).rejects.toThrow('packs[0]: "no-such-pack" is not a policy pack (known: article, us)');
  });

  it('refuse a configuration filed under the id of another shop', async () => {
    const opened = await table();
    await putAll(opened, [{ pk: { S: 'shops' }, sk: { S: 'x' }, shop: { S: JSON.stringify({}) } }]);
    await expect(new DynamoShops(opened, known).read('x')).rejects.toThrow('id: is missing');
  });
});
