import { describe, expect, it } from 'vitest';
import { estimateCost, totalOf, type CostLine, type Load } from '../../../infra/cli/cost/estimate-cost.ts';

const load: Load = { orders: 30_400, shops: 1, every: 60, notices: 20 };

/** Round figures: a thousand open orders, swept every hour for ten hours. */
const counts = {
  sweep: {
    open: 1_000,
    sweeps: 10,
    minutesApart: 60,
    calls: 500,
    looks: 400,
    orderReadUnits: 1_000,
    otherReadUnits: 50,
    orderWriteUnits: 200,
    otherWriteUnits: 100,
    orderBytes: 500,
  },
  stack: { alarms: 16, metrics: 12, polledQueues: 3 },
};

function costs(of: Partial<Load>, what: string, service = ''): CostLine {
  const lines = estimateCost({ ...load, ...of }, counts);
  const line = lines.find((one) => one.what === what && one.service.startsWith(service));
  if (!line) throw new Error(`no line of ${what}`);
  return line;
}

/** Hints are looked for every minute, shops that left every hour. */
const looks = 43_800 + 730;

describe('a month’s bill', () => {
  it('reads every open order at every sweep: 5,800 open, 730 sweeps', () => {
    expect(costs({}, 'read units').quantity).toBeCloseTo(730 * (580 + 5) + looks);
    expect(costs({ every: 30 }, 'read units').quantity).toBeCloseTo(1_460 * (580 + 5) + looks);
  });

  it('writes what changes, however often it sweeps, and a little at every sweep', () => {
    const changes = 5.8 * 20 * 730;
    expect(costs({ notices: 0 }, 'write units').quantity).toBeCloseTo(changes + 730 * 10);
    expect(costs({ notices: 0, every: 30 }, 'write units').quantity).toBeCloseTo(changes + 1_460 * 10);
  });

  it('reads every shard of a small shop, though nothing is in most', () => {
    expect(costs({ orders: 10, shops: 20 }, 'read units').quantity).toBeCloseTo(730 * 20 * (16 + 5) + looks);
  });

  it('takes off what is free for good, and never more than there is', () => {
    expect(costs({}, 'alarms')).toMatchObject({ list: 1.6, afterFree: expect.closeTo(0.6) });
    expect(costs({}, 'requests', 'Lambda').afterFree).toBe(0);
    expect(costs({}, 'mails')).toMatchObject({ quantity: 608, list: expect.closeTo(0.0608) });
  });

  it('is the sum of its lines', () => {
    const lines = estimateCost(load, counts);
    expect(totalOf(lines).list).toBeCloseTo(lines.reduce((sum, { list }) => sum + list, 0));
    expect(totalOf(lines).afterFree).toBeLessThan(totalOf(lines).list);
  });

  it.each<[string, Partial<Load>]>([
    ['orders', { orders: 60_800 }],
    ['shops', { shops: 5 }],
    ['sweeps', { every: 10 }],
    ['mails', { notices: 200 }],
  ])('never falls with more %s', (_, more) => {
    const before = estimateCost(load, counts);
    const after = estimateCost({ ...load, ...more }, counts);
    const cheaper = before.filter(({ list }, place) => (after[place]?.list ?? 0) < list);
    expect(cheaper).toEqual([]);
  });
});
