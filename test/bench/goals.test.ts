import { describe, expect, it } from 'vitest';
import type { SizeFigures } from './figures.ts';
import { missedGoals } from './goals.ts';

const atTheLine: SizeFigures = {
  open: 10_000,
  openAtEnd: 10_090,
  sweeps: 12,
  changed: 1_000,
  updatedShare: 0.02,
  calls: { search: 5, detail: 0, tracking: 100 },
  looks: 40,
  retries: 0,
  minimum: 100,
  putsPerChanged: 1.1,
  putsUnchanged: 0,
  shelfMoves: 100,
  deletes: 200,
  otherPutsPerSweep: { shop: 3, run: 1 },
  accountDifferences: 0,
  ordersPerSecond: 1_000,
  seconds: 1,
  cpuSeconds: 1,
  peakRssMb: 150,
  closed: 400,
  transitions: { opened: 9, escalated: 0, reminded: 0, resolved: 9, reopened: 0 },
  firstLook: {
    pulled: 30_000,
    calls: { search: 300, detail: 0, tracking: 400 },
    looks: 100,
    minimum: 700,
    orderPuts: 30_000,
    seconds: 1,
    cpuSeconds: 1,
  },
  findingsDigest: 'same',
  pollAll: { tracking: 2_000, seconds: 1, cpuSeconds: 1, findingsDigest: 'same', sweepsThatDiffer: 0 },
};

const large: SizeFigures = { ...atTheLine, open: 100_000, peakRssMb: 180 };

describe('the goals', () => {
  it('are met at their lines exactly', () => expect(missedGoals([atTheLine, large])).toEqual([]));

  it.each<[string, Partial<SizeFigures>, string]>([
    ['one call too many', { calls: { search: 6, detail: 0, tracking: 100 } }, '106 calls'],
    ['a detail call', { calls: { search: 4, detail: 1, tracking: 100 } }, '1 detail calls'],
    ['more than 1.1 puts per changed order', { putsPerChanged: 1.101 }, '1.101 puts'],
    ['a put for nothing', { putsUnchanged: 1 }, '1 puts of orders in which nothing had changed'],
    ['a table that differs from the account', { accountDifferences: 1 }, '1 order items'],
    ['other findings than with every trace', { findingsDigest: 'other' }, 'findings differ'],
    ['other news than with every trace', { pollAll: { ...atTheLine.pollAll, sweepsThatDiffer: 2 } }, '2 sweeps told'],
    ['no closings', { closed: 0 }, 'no order closed'],
    ['no resolutions', { transitions: { ...atTheLine.transitions, resolved: 0 } }, 'no finding opened and resolved'],
  ])('are missed by %s', (_, spoilt, line) => {
    expect(missedGoals([{ ...atTheLine, ...spoilt }])).toEqual([expect.stringContaining(line)]);
  });

  it('are missed by memory that grows with the shop', () => {
    expect(missedGoals([atTheLine, { ...large, peakRssMb: 180.1 }])).toEqual([expect.stringContaining('180.1 MB')]);
  });

  it('say nothing of memory when only one of the two sizes was measured', () => {
    expect(missedGoals([{ ...large, peakRssMb: 999 }])).toEqual([]);
  });
});
