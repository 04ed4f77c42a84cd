import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareRuns, type Comparison } from '../../infra/replay/figures/compare-runs.ts';
import type { RunFigures } from '../../infra/replay/figures/run-figures.ts';
import type { StoredOrder } from '../../infra/replay/history/stored-history.ts';
import { openPorts } from '../../infra/replay/open-ports.ts';
import { replayChain } from '../../infra/replay/replay-chain.ts';
import { openHistory } from '../../infra/replay/replay-task.ts';
import { replayRun } from '../../infra/replay/replay-run.ts';
import { noChanges, type RuleChanges } from '../../infra/replay/rule-set.ts';
import { daysUpTo } from '../../shared/domain/day-totals.ts';
import { policy } from '../../shared/policies/registry.ts';
import { shards } from '../../shared/ports/order-book.ts';
import { root } from '../house/source-files.ts';
import { at } from '../support/moments.ts';

const text = readFileSync(join(root, 'test', 'fixtures', 'replay', 'orders.csv'), 'utf8');
const source = { from: 'csv', text, market: 'BR', seed: 7 } as const;
const time = { from: at('2018-03-01T00:00:00Z'), until: at('2018-03-15T00:00:00Z') };

function replayed(changes: RuleChanges): Promise<RunFigures> {
  return replayRun({ ...openHistory(source), changes, time }, () => {});
}

let inForce: RunFigures;
beforeAll(async () => {
  inForce = await replayed(noChanges);
});

async function comparedWith(changes: Partial<RuleChanges>): Promise<Comparison> {
  return compareRuns(inForce, await replayed({ ...noChanges, ...changes }));
}

/** What the book and the shelf hold when the time is over. */
async function storedAfterwards(): Promise<readonly StoredOrder[]> {
  const { shop, history } = openHistory(source);
  const deaf = { orderWritten() {}, watchWritten() {}, notice() {}, digest() {}, remediation() {} };
  const { book, ...ports } = openPorts({ shop, policy, history, beside: {} }, deaf);
  for await (const _ of replayChain({ ...ports, book }, time));
  const places = daysUpTo(time.until, 75).flatMap((day) =>
    Array.from({ length: shards }, (_, shard) => book.readShelf(shop.id, day, shard)),
  );
  const shelved = (await Promise.all(places)).flatMap(({ orders }) => orders);
  return [...shelved, ...book.openNow()];
}

describe('two weeks of a few dozen orders', () => {
  it('come to the same whenever they are replayed', async () => expect(await replayed(noChanges)).toEqual(inForce));

  it('have as many lines crossed whatever the thresholds, for thresholds move no line', async () => {
    const late = [
      'trace-silent.trace-gap-48=80h',
      'trace-silent.tracking-stale=96h',
      'confirm-by.confirm-due-soon=+0h',
    ];
    const { all, checks } = await comparedWith({ set: late });
    expect(all.after.crossed).toBe(all.before.crossed);
    expect(all.before.crossed).toBeGreaterThan(10);
    expect(all.before.missed).toBe(0);
    const misses = checks.flatMap(({ check, after }) => (after.missed > 0 ? [check] : []));
    expect(misses).toEqual(['confirm-by', 'trace-silent']);
    const others = checks.filter(({ check }) => !misses.includes(check) && check !== 'supplement-pending');
    expect(others.length).toBeGreaterThan(1);
    for (const { check, before, after } of others) expect(after, check).toEqual(before);
  });

  it('have fewer messages and the same findings where nights are quiet', async () => {
    const { all, receivers } = await comparedWith({ quietHours: { from: '22:00', to: '08:00' } });
    expect(all.after.opened).toBe(all.before.opened);
    expect(receivers.map(({ receiver }) => receiver)).toEqual(['email:en', 'email:zh-CN']);
    for (const { before, after } of receivers) expect(after.notices).toBeLessThan(before.notices);
  });

  it('come to the same when they are told by what is stored afterwards', async () => {
    const orders = await storedAfterwards();
    const { shop } = openHistory(source);
    const stored = openHistory({ from: 'stored', shop, orders, beside: {} });
    expect(await replayRun({ ...stored, changes: noChanges, time }, () => {})).toEqual(inForce);
  });

  it('are judged by other packs where they are asked for', async () => {
    const { checks } = await comparedWith({ packs: ['us'] });
    const opened = checks.find(({ check }) => check === 'trace-silent');
    expect(opened).toMatchObject({ before: { opened: 12 }, after: { opened: 0 } });
  });
});
