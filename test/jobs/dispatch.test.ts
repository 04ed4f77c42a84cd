import { describe, expect, it } from 'vitest';
import { hours } from '../../shared/domain/time.ts';
import { dispatch } from '../../shared/jobs/dispatch.ts';
import { aShop } from '../support/a-shop.ts';
import { aRun, aWatch } from '../support/a-watch.ts';
import { CrashPlan } from '../support/crash-plan.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeOutbox } from '../support/fake-outbox.ts';
import { FakeShops } from '../support/fake-shops.ts';
import { FakeWatches } from '../support/fake-watches.ts';

const scheduledTime = '2026-01-15T12:00:00Z';
const run = '2026-01-15T12:00:00.000Z';
const clock = new FakeClock();
const roundLasts = hours(1);
const shops = new FakeShops([aShop({ id: 'a' }), aShop({ id: 'b' })]);

async function round(watches: FakeWatches): Promise<{ beats: number; outbox: FakeOutbox; heartbeat: string }> {
  const outbox = new FakeOutbox();
  let beats = 0;
  const heartbeat = (): Promise<boolean> => {
    beats += 1;
    return Promise.resolve(true);
  };
  const outcome = await dispatch({ scheduledTime }, { shops, watches, outbox, clock, roundLasts, heartbeat });
  return { beats, outbox, heartbeat: outcome.heartbeat };
}

describe('the hourly round', () => {
  it("sends one message per shop, keyed by the schedule's time", async () => {
    const { outbox } = await round(new FakeWatches());
    expect(outbox.sweeps).toEqual([
      { v: 1, kind: 'sweep', shop: 'a', run, step: 0 },
      { v: 1, kind: 'sweep', shop: 'b', run, step: 0 },
    ]);
  });

  it("hands on a time of the world that is not now's", async () => {
    const outbox = new FakeOutbox();
    await dispatch(
      { scheduledTime, now: 1_500_000_000_000, shops: ['b'] },
      { shops, watches: new FakeWatches(), outbox, clock, roundLasts },
    );
    expect(outbox.sweeps).toMatchObject([{ shop: 'b', now: 1_500_000_000_000 }]);
  });

  it('keeps one way of writing keys, whatever zone the time came in', async () => {
    const outbox = new FakeOutbox();
    const typed = { scheduledTime: '2026-01-15T20:00:00+08:00', shops: ['a'] };
    await dispatch(typed, { shops, watches: new FakeWatches(), outbox, clock, roundLasts });
    expect(outbox.sweeps).toMatchObject([{ run }]);
  });

  it('refuses a key of the future, which would make every sweep until then a repetition', async () => {
    const ports = { shops, watches: new FakeWatches(), outbox: new FakeOutbox(), clock, roundLasts };
    await expect(dispatch({ scheduledTime: '2026-01-16T12:00:00Z' }, ports)).rejects.toThrow(/lies in the future/);
  });

  it('is sent though a watch cannot be read', async () => {
    const plan = new CrashPlan();
    plan.refuseNext('watches.read', new Error('unreadable'));
    const { outbox, heartbeat } = await round(new FakeWatches(plan));
    expect(outbox.sweeps).toHaveLength(2);
    expect(heartbeat).toBe('withheld');
  });

  it('beats while a shop is paused', async () => {
    const watches = new FakeWatches();
    watches.seed('a', done);
    const paused = new FakeShops([aShop({ id: 'a' }), aShop({ id: 'b', paused: true })]);
    let beats = 0;
    const heartbeat = async () => (beats += 1) > 0;
    const outbox = new FakeOutbox();
    await dispatch({ scheduledTime }, { shops: paused, watches, outbox, clock, roundLasts, heartbeat });
    expect([beats, outbox.sweeps.length]).toEqual([1, 2]);
  });

  const done = aWatch({ handedOver: { run: '2026-01-15T11:00:00.000Z', requests: [] } });
  const rows: [string, ReturnType<typeof aWatch>, ReturnType<typeof aWatch> | undefined, number][] = [
    ['beats when every shop has finished the round before', done, done, 1],
    ['keeps still while a shop has never finished', done, undefined, 0],
    [
      'keeps still while a shop is a round behind',
      done,
      aWatch({ handedOver: { run: '2026-01-15T10:00:00.000Z', requests: [] } }),
      0,
    ],
    [
      'keeps still when no shop has been swept for longer than a round',
      aWatch({ handedOver: { run: '2026-01-15T10:29:00.000Z', requests: [] } }),
      aWatch({ handedOver: { run: '2026-01-15T10:29:00.000Z', requests: [] } }),
      0,
    ],
    [
      'keeps still while a shop has not come to the end of its last sweep',
      done,
      aWatch({ handedOver: { run: '2026-01-15T10:00:00.000Z', requests: [] }, run: aRun() }),
      0,
    ],
    ['beats while a sweep that was brought forward is under way', done, aWatch({ ...done, run: aRun() }), 1],
    [
      'beats when shops were last swept at different times',
      done,
      aWatch({ handedOver: { run: '2026-01-15T11:43:00.000Z', requests: [] } }),
      1,
    ],
  ];
  it.each(rows)('the heartbeat %s', async (_, a, b, expected) => {
    const watches = new FakeWatches();
    watches.seed('a', a);
    if (b) watches.seed('b', b);
    const { beats, heartbeat } = await round(watches);
    expect(beats).toBe(expected);
    expect(heartbeat).toBe(expected === 1 ? 'sent' : 'withheld');
  });
});
