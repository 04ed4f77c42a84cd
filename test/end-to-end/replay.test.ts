import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../house/source-files.ts';
import { replayedRounds, type ReplayedRound } from '../replay/replayed-rounds.ts';
import { readRounds, type RoundDocument } from './round-document.ts';
import { run, workFolder } from './runner.ts';
import { sharedAssembly } from './shared-assembly.ts';

const file = join(root, 'test', 'fixtures', 'replay', 'orders.csv');
const [from, until] = ['2018-03-01T00:00:00Z', '2018-03-15T00:00:00Z'] as const;
const folder = workFolder();
let live: readonly RoundDocument[] = [];
let replayed: readonly ReplayedRound[] = [];

beforeAll(async () => {
  const assembly = await sharedAssembly();
  const orders = ['--orders', file, '--market', 'BR', '--every', '1h', '--at', from, '--until', until];
  const { stdout, stderr } = await run(folder.path, '--json', '--assembly', assembly, ...orders);
  expect(stderr).toBe('');
  live = readRounds(stdout);
  replayed = await replayedRounds(file, 'BR', { from, until });
}, 900_000);
afterAll(() => folder.remove());

it('two weeks replayed hour by hour are the live sweeps, finding for finding', () => {
  expect(replayed).toHaveLength(14 * 24 + 1);
  expect(new Set(replayed.flatMap(({ findings }) => findings.map(({ stage }) => stage))).size).toBeGreaterThan(8);
  for (const [place, round] of replayed.entries()) {
    const { now, findings, shops } = live[place] ?? { now: '', findings: [], shops: [] };
    expect(round.now).toBe(now);
    expect(byName(round.findings), now).toEqual(byName(findings));
    expect(round.notices, `${now}: notices`).toBe(shops[0]?.notices);
  }
});

function byName<Row extends { readonly check: string; readonly subject: { readonly id: string } }>(
  rows: readonly Row[],
): readonly Row[] {
  const name = ({ check, subject }: Row): string => `${check} ${subject.id}`;
  return rows.toSorted((one, other) => (name(one) < name(other) ? -1 : 1));
}
