import { expect, it } from 'vitest';
import { DynamoSecondTraces } from '../../../shared/adapters/dynamo/second-traces.ts';
import { days } from '../../../shared/domain/time.ts';
import type { SecondTraces } from '../../../shared/ports/second-traces.ts';
import { aSecondTrace } from '../../support/a-second-trace.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { FakeSecondTraces } from '../../support/fake-second-traces.ts';
import { hoursAgo, now } from '../../support/moments.ts';
import { describeOnEachEngine, describeOnEachStore } from './on-each-store.ts';

const shop = '7495510238846614801';
const moving = aSecondTrace('YT2600512345678901', [hoursAgo(80), hoursAgo(30)], {
  carrier: 'YunExpress',
  status: 'InTransit_Other',
});
const pending = aSecondTrace('JD0002274300018', [], { state: 'pending' });

describeOnEachStore<SecondTraces>(
  'second traces',
  { fake: () => new FakeSecondTraces(), real: (table) => new DynamoSecondTraces(table) },
  (fresh) => {
    it('come back as they were written, by number; what nobody asked about is not there', async () => {
      const traces = await fresh();
      await traces.write(shop, [moving, pending], now);
      const found = await traces.find(shop, [moving.number, pending.number, 'H00AAA0000000001']);
      expect(Object.fromEntries(found)).toEqual({ [moving.number]: moving, [pending.number]: pending });
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
