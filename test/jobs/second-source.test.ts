import { describe, expect, it } from 'vitest';
import { days } from '../../shared/domain/time.ts';
import { SimulatedWatch } from '../support/a-simulated-watch.ts';
import { aShop, aSimulator } from '../simulator/world.ts';

/** A first look and four sweeps: told of the silent parcels, asked about them, judged. */
const settled = 5;

const shares = { stale: 0.4, lost: 0.1 };

async function aWatch(): Promise<SimulatedWatch> {
  const simulator = await aSimulator({
    shops: [aShop({ orders: { from: 'generator', open: 150, historyDays: 20, shares } })],
  });
  return await new SimulatedWatch(simulator, { lookEvery: days(30) }).connect();
}

describe('over the wire of a simulated world, TikTok', () => {
  it('is told to lack scans of the parcels whose scans it lacks, and of no others', async () => {
    const watch = await aWatch();
    await watch.sweep(settled);
    const accused = watch.ordersAt('api-sync-failure');
    expect(accused.length).toBeGreaterThan(0);
    expect(accused.filter((order) => !watch.isStuck(order))).toEqual([]);
    const stalled = watch.ordersAt('carrier-stalled');
    expect(stalled.length).toBeGreaterThan(0);
    expect(stalled.filter((order) => watch.isStuck(order))).toEqual([]);
  });

  it('is accused of nothing while the quota is used up, and people hear why; what is known is still asked about', async () => {
    const watch = await aWatch();
    const { faults, calls } = watch.simulator.seventeenTrack;
    faults.quota = 5;
    await watch.sweep(settled);
    expect(watch.ordersAt('api-sync-failure').filter((order) => !watch.isStuck(order))).toEqual([]);
    expect(watch.story.shopFindings()).not.toContain('second-source/second-source-silent');
    expect(watch.notWatched()).toContainEqual({
      check: 'silence-cause',
      because: 'second-budget-spent',
      count: expect.any(Number),
    });
    expect(calls.gettrackinfo).toBeGreaterThan(0);
    const tried = calls.register;
    await watch.sweep(3);
    expect(calls.register).toBe(tried);
    faults.quota = null;
    await watch.sweep(24);
    expect(calls.register).toBeGreaterThan(tried);
    const accused = watch.ordersAt('api-sync-failure');
    expect(accused.length).toBeGreaterThan(0);
    expect(accused.filter((order) => !watch.isStuck(order))).toEqual([]);
  });

  it('is accused of nothing during an outage of the source, nor of more after it', async () => {
    const watch = await aWatch();
    const { faults } = watch.simulator.seventeenTrack;
    faults.down = true;
    await watch.sweep(settled);
    expect(watch.ordersAt('api-sync-failure')).toEqual([]);
    expect(watch.story.shopFindings()).toContain('second-source/second-source-silent');
    faults.down = false;
    await watch.sweep(settled);
    expect(watch.ordersAt('api-sync-failure').filter((order) => !watch.isStuck(order))).toEqual([]);
    expect(watch.story.shopFindings()).not.toContain('second-source/second-source-silent');
  });

  it.each([8, -8, 5.5])(
    'is accused of nothing because the carriers’ clocks are told %s hours off',
    async (hoursOff) => {
      const watch = await aWatch();
      Object.assign(watch.simulator.seventeenTrack.faults, { hoursOff, disorder: true });
      await watch.sweep(settled);
      expect(watch.ordersAt('carrier-stalled').length).toBeGreaterThan(0);
      expect(watch.ordersAt('api-sync-failure').filter((order) => !watch.isStuck(order))).toEqual([]);
    },
  );

  it('is accused of nothing by the scans of another parcel, a status that nobody knows or a carrier not told', async () => {
    const watch = await aWatch();
    const { seventeenTrack } = watch.simulator;
    const { faults } = seventeenTrack;
    const numbers = seventeenTrack.knowAll();
    const third = (rest: number) => numbers.filter((_, place) => place % 3 === rest);
    Object.assign(faults, { reused: third(0), undetected: third(1), status: 'BrandNew' });
    await watch.sweep(settled);
    expect(watch.ordersAt('api-sync-failure').filter((order) => !watch.isStuck(order))).toEqual([]);
    expect(watch.ordersAt('carrier-check-needed').length).toBeGreaterThan(0);
  });
});

it('the key of the source stands in nothing that is stored or sent', async () => {
  const watch = await aWatch();
  await watch.sweep(2);
  const { faults, key } = watch.simulator.seventeenTrack;
  faults.keyRefused = true;
  await watch.sweep(2);
  const { story } = watch;
  expect(story.shopFindings()).toContain('credential-expiry/credential-refused');
  const { notices, remediations } = story.outbox;
  const { id } = story.shop;
  const written = [notices, remediations, story.watches.peek(id), story.runs.records(id), story.book.open(id)];
  expect(JSON.stringify(written)).not.toContain(key);
});
