import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAt, quietStages, readRows } from '../real/oracle.ts';
import { aHistory } from './a-history.ts';
import {
  asDifferences,
  both,
  orderStagesOf,
  readRounds,
  shopStagesOf,
  sorted,
  transitionsBetween,
} from './round-document.ts';
import type { RoundDocument, Stages, Transitions } from './round-document.ts';
import { run, workFolder, type Ended } from './runner.ts';
import { sharedAssembly } from './shared-assembly.ts';

const step = 3 * 3_600_000;
const from = Date.parse('2018-03-10T00:00:00Z');
const instants = Array.from({ length: 30 }, (_, index) => from + index * step);
const until = instants.at(-1) ?? from;
const csv = aHistory({ seed: 11, orders: 420, from, until, old: true });
const rows = readRows(csv);
const expected = instants.map((now) => openAt(rows, now, from));
const none: Stages = new Map();
/** The first sweep of the second process. */
const restart = 15;

const folder = workFolder();
let ended: readonly Ended[] = [];
let rounds: readonly RoundDocument[] = [];

beforeAll(async () => {
  const file = join(folder.path, 'orders.csv');
  writeFileSync(file, csv);
  const assembly = await sharedAssembly();
  const watch = (first: number, last: number): Promise<Ended> =>
    run(
      folder.path,
      '--json',
      '--data',
      'state',
      '--assembly',
      assembly,
      '--orders',
      file,
      '--market',
      'BR',
      '--every',
      '3h',
      '--at',
      at(first),
      '--until',
      at(last),
    );
  ended = [await watch(0, restart - 1), await watch(restart, instants.length - 1)];
  rounds = ended.flatMap(({ stdout }) => readRounds(stdout));
}, 120_000);
afterAll(() => folder.remove());

function at(index: number): string {
  return new Date(instants[index] ?? 0).toISOString();
}

/** By the rows; what the rounds say of the shop itself comes on top. */
function changesAt(index: number, isMeant: (stage: string) => boolean = () => true): Transitions {
  const openAfter = (at: number): Stages => {
    const open = both(expected[at] ?? none, shopStagesOf(rounds[at]));
    return new Map([...open].filter(([, stage]) => isMeant(stage)));
  };
  return transitionsBetween(index === 0 ? none : openAfter(index - 1), openAfter(index));
}

/** The changes that people hear of. */
function toldAt(index: number): Transitions {
  return changesAt(index, (stage) => !quietStages.has(stage));
}

/** Stages that ask for a remedy. */
const asking = new Set(['tracking-stale', 'pickup-overdue', 'delivery-late-counted']);

function newlyAsking(index: number): number {
  const before = expected[index - 1] ?? none;
  return [...(expected[index] ?? none)].filter(([key, stage]) => asking.has(stage) && before.get(key) !== stage).length;
}

describe('the made-up history', () => {
  it('has every stage in it, and something to tell in nearly every sweep', () => {
    expect(new Set(expected.flatMap((open) => [...open.values()]))).toEqual(
      new Set([
        'confirm-due-soon',
        'confirm-overdue',
        'pickup-due-soon',
        'pickup-overdue',
        'trace-gap-48',
        'tracking-stale',
        'delivery-due-soon',
        'delivery-overdue',
        'delivery-late-counted',
        'first-feedback-overdue',
        'tracking-supplement-pending',
      ]),
    );
    const news = instants.map((_, index) => changesAt(index)).slice(1);
    expect(news.filter(({ opened }) => opened > 0).length).toBeGreaterThan(25);
    expect(news.filter(({ escalated }) => escalated > 0).length).toBeGreaterThan(25);
    expect(news.filter(({ resolved }) => resolved > 0).length).toBeGreaterThan(25);
  });

  it('has orders that grow too old while they are late', () => {
    const aged = rows.filter(
      ({ purchased }) => purchased >= from - 60 * 24 * 3_600_000 && purchased < until - 60 * 24 * 3_600_000,
    );
    const open = (index: number, id: string): boolean => expected[index]?.has(`deliver-by ${id}`) ?? false;
    expect(aged.filter(({ id }) => open(0, id) && !open(instants.length - 1, id)).length).toBeGreaterThan(3);
  });
});

describe('two processes, one after the other on the same data', () => {
  it('report one round for each instant, say nothing else, and end well', () => {
    expect(ended.map(({ status, stderr }) => ({ status, stderr }))).toEqual([
      { status: 0, stderr: '' },
      { status: 0, stderr: '' },
    ]);
    expect(rounds.map(({ now }) => now)).toEqual(instants.map((now) => new Date(now).toISOString()));
  });

  it('have open at every instant what the rows say, id for id and stage for stage', () => {
    for (const [index, round] of rounds.entries()) {
      expect(sorted(orderStagesOf(round)), round.now).toEqual(sorted(expected[index] ?? none));
      const rowsOfOrders = round.findings.filter(({ order }) => order !== null);
      expect(rowsOfOrders.length, `${round.now}: one row for each`).toBe(expected[index]?.size);
    }
  });

  it('count as transitions exactly the differences, the first sweep after the restart included', () => {
    for (const [index, round] of rounds.entries())
      expect(asDifferences(round.shops[0]?.transitions), round.now).toEqual(changesAt(index));
  });

  it('tell every change once to each channel, and ask for remedies when a line is crossed that has one', () => {
    for (const [index, { now, shops, mails, queues }] of rounds.entries()) {
      const { opened, escalated, resolved } = toldAt(index);
      const [shop] = shops;
      // Two channels: e-mail in English and in Chinese. The first look is always told.
      expect(shop?.notices, now).toBe(index === 0 || opened + escalated + resolved > 0 ? 2 : 0);
      expect((shop?.remedies ?? 0) > 0, now).toBe(newlyAsking(index) > 0);
      expect(mails, now).toBe((shop?.notices ?? 0) + (shop?.remedies ?? 0));
      expect(
        Object.values(queues).map(({ deadLettered }) => deadLettered),
        now,
      ).toEqual([0, 0, 0]);
    }
  });

  it('go on from the watermark: later sweeps pull what changed, not everything again', () => {
    const changes = (after: number, to: number): number =>
      rows.filter(({ status, ...times }) => {
        if (status === 'canceled' || status === 'unavailable') return false;
        const happened = [times.purchased, times.approved, times.carrier, times.customer].filter((time) => time <= to);
        return times.purchased <= to && Math.max(...happened) >= after;
      }).length;
    const overlap = 2 * 60_000;
    for (const [index, { now, shops }] of rounds.entries()) {
      if (index === 0) continue;
      const since = (instants[index - 1] ?? 0) - overlap;
      expect(shops[0]?.orders.pulled, now).toBe(changes(since, instants[index] ?? 0));
      expect(shops[0]?.lagSeconds, now).toBe(0);
    }
  });
});
