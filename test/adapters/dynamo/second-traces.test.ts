import { expect, it } from 'vitest';
import { DynamoSecondTraces } from '../../../shared/adapters/dynamo/second-traces.ts';
import { putAll, readAll } from '../../../shared/adapters/dynamo/batch.ts';
import { keyAttributes } from '../../../shared/adapters/dynamo/item.ts';
import { secondTraceKey } from '../../../shared/adapters/dynamo/keys.ts';
import { scansOnce, type SecondTrace } from '../../../shared/domain/second-trace.ts';
import { after, days, type Duration } from '../../../shared/domain/time.ts';
import type { SecondTraces } from '../../../shared/ports/second-traces.ts';
import { aCarrierEvent, aSecondTrace } from '../../support/a-second-trace.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { FakeSecondTraces } from '../../support/fake-second-traces.ts';
import { hoursAgo, hoursFromNow, now } from '../../support/moments.ts';
import { describeOnEachEngine, describeOnEachStore } from './on-each-store.ts';

const shop = '7495510238846614801';
const moving = aSecondTrace('YT2600512345678901', [hoursAgo(80), hoursAgo(30)], {
  carrier: 'YunExpress',
  status: 'InTransit_Other',
});
const pending = aSecondTrace('JD0002274300018', [], { state: 'pending', announced: true });
const odd = aSecondTrace('H00AAA0000000002', [], {
  source: 'csv',
  status: '',
  carrier: 'J&T|Express;~',
  events: [
    aCarrierEvent(hoursAgo(90), { text: '', milestone: 'unrecognised', zone: 'assumed', imported: true }),
    aCarrierEvent(after(hoursAgo(90), 1 as Duration), {
      text: '🚚 a|b;c~d,e:f',
      milestone: 'delivered',
      imported: true,
    }),
    aCarrierEvent(hoursFromNow(20), { zone: 'assumed' }),
  ],
});

function byNumber(one: SecondTrace, other: SecondTrace): number {
  return one.number.localeCompare(other.number);
}

describeOnEachStore<SecondTraces>(
  'second traces',
  { fake: () => new FakeSecondTraces(), real: (table) => new DynamoSecondTraces(table) },
  (fresh) => {
    it('come back as they were written, by number; what nobody asked about is not there', async () => {
      const traces = await fresh();
      await traces.write(shop, [moving, pending, odd], now);
      const numbers = [moving.number, pending.number, odd.number, 'H00AAA0000000001'];
      const found = await traces.find(shop, numbers);
      expect([...found.values()].toSorted(byNumber)).toEqual([moving, pending, odd].toSorted(byNumber));
    });

    it('are of the shop that asked', async () => {
      const traces = await fresh();
      await traces.write(shop, [moving], now);
      expect((await traces.find('another', [moving.number])).size).toBe(0);
    });

    it('are replaced by a later answer, a hundred and more at a time', async () => {
      const traces = await fresh();
      const numbers = Array.from({ length: 120 }, (_, place) => `YT${10_000_000 + place}`);
      await traces.write(
        shop,
        numbers.map((number) => aSecondTrace(number, [], { state: 'pending' })),
        now,
      );
      await traces.write(
        shop,
        numbers.map((number) => aSecondTrace(number, [hoursAgo(3)])),
        now,
      );
      const found = await traces.find(shop, numbers);
      expect([...found.values()].filter(({ state }) => state === 'traced')).toHaveLength(120);
    });
  },
);

describeOnEachEngine('stored second traces', (table) => {
  it('of fifteen scans fit into a kilobyte', async () => {
    const opened = await table();
    const texts = Array.from({ length: 15 }, (_, place) =>
      aCarrierEvent(hoursAgo(300 - 7 * place), { text: `Arrived at sorting centre ${place}, Curitiba, Paraná` }),
    );
    const trace = { ...moving, announced: true, events: scansOnce(texts) } as const;
    await new DynamoSecondTraces(opened).write(shop, [trace], now);
    const [item] = await readAll(opened, [secondTraceKey(shop, trace.number)]);
    const size = Object.entries(item ?? {}).reduce((sum, [name, { S, N }]) => sum + bytes(`${name}${S ?? N ?? ''}`), 0);
    expect(size).toBeGreaterThan(500);
    expect(size).toBeLessThanOrEqual(1_000);
  });

  it('that cannot be read are reported by key and attribute, without what they hold', async () => {
    const opened = await table();
    await putAll(opened, [{ ...keyAttributes(secondTraceKey(shop, 'YT1')), trace: { S: 'csv|secret words' } }]);
    const reading = new DynamoSecondTraces(opened).find(shop, ['YT1']);
    await expect(reading).rejects.toThrow(/^item second#\S+ \/ YT1: attribute trace: not a packed time$/);
  });

  it('are gone 90 days after they were last written', async () => {
    const clock = new FakeClock();
    const traces = new DynamoSecondTraces(await table(clock));
    await traces.write(shop, [moving], clock.wall());
    clock.advance(days(89));
    expect((await traces.find(shop, [moving.number])).size).toBe(1);
    clock.advance(days(2));
    expect((await traces.find(shop, [moving.number])).size).toBe(0);
  });
});

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
