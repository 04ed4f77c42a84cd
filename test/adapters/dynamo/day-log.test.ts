import { expect, it } from 'vitest';
import { putAll } from '../../../shared/adapters/dynamo/batch.ts';
import { DynamoDayLog } from '../../../shared/adapters/dynamo/day-log.ts';
import { days, hours } from '../../../shared/domain/time.ts';
import type { DayLog } from '../../../shared/ports/day-log.ts';
import { aDay, someDays } from '../../support/a-day.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { FakeDayLog } from '../../support/fake-day-log.ts';
import { describeOnEachEngine, describeOnEachStore } from './on-each-store.ts';

const shop = '7495510238846614801';

const full = aDay(3, {
  orders: 9,
  confirm: { onTime: 4, late: 2, open: 1 },
  pickup: { onTime: 3 },
  deliver: { late: 2 },
  lateCounted: 1,
  traces: { read: 5, whole: 4 },
  pickups: { count: 3, time: hours(41) },
  drift: { 'confirm-by': { compared: 7, apart: { '-24': 5, '3': 1 } } },
});

describeOnEachStore<DayLog>(
  'the log of days',
  { fake: () => new FakeDayLog(), real: (table) => new DynamoDayLog(table) },
  (fresh) => {
    it('gives days back as they were written, ascending, from a day on', async () => {
      const log = await fresh();
      const counted = someDays(15).map((day) => (day.day === full.day ? full : day));
      await log.write(shop, counted.toReversed());
      expect(await log.since(shop, '2026-01-01')).toEqual(counted);
      expect(await log.since(shop, '2026-01-12')).toEqual(counted.slice(11));
      expect(await log.since(shop, '2026-01-16')).toEqual([]);
    });

    it('keeps the last count of a day, and the days that a later count leaves out', async () => {
      const log = await fresh();
      await log.write(shop, [aDay(3, { orders: 1 }), aDay(2, { orders: 5 })]);
      await log.write(shop, [full]);
      expect(await log.since(shop, '2026-01-01')).toEqual([full, aDay(2, { orders: 5 })]);
    });

    it('keeps shops apart', async () => {
      const log = await fresh();
      await log.write(shop, [full]);
      expect(await log.since('another', '2026-01-01')).toEqual([]);
    });
  },
);

describeOnEachEngine('days in the table', (table) => {
  it('are read over many pages', async () => {
    const log = new DynamoDayLog(await table());
    const many = someDays(230);
    await log.write(shop, many);
    expect(await log.since(shop, '2020-01-01')).toEqual(many);
  });

  it('are forgotten after 400 days', async () => {
    const clock = new FakeClock();
    const log = new DynamoDayLog(await table(clock));
    await log.write(shop, [full]);
    clock.advance(days(400));
    expect(await log.since(shop, '2026-01-01')).toEqual([]);
  });

  it('say key and path of totals that do not fit', async () => {
    const opened = await table();
    const { confirm: _, ...spoilt } = full;
    const item = { pk: { S: `day#${shop}` }, sk: { S: full.day }, totals: { S: JSON.stringify(spoilt) } };
    await putAll(opened, [item]);
    await expect(new DynamoDayLog(opened).since(shop, '2026-01-01')).rejects.toThrow(
      `item day#${shop} / ${full.day}: attribute totals: does not fit at confirm`,
    );
  });
});
