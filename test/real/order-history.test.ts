import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAt, quietStages, readRows } from './oracle.ts';

const file = join(process.env['REAL_DATA'] ?? '', 'orders', 'olist-dev.csv');
const rows = readRows(readFileSync(file, 'utf8'));
const hour = 3_600_000;

interface Round {
  readonly now: string;
  readonly shops: readonly { readonly transitions: Record<string, number>; readonly notices: number }[];
  readonly findings: readonly { readonly check: string; readonly stage: string; readonly order: string | null }[];
  readonly queues: Readonly<Record<string, { readonly deadLettered: number }>>;
  readonly mails: number;
}

function watch(...options: readonly string[]): readonly Round[] {
  const work = mkdtempSync(join(tmpdir(), 'tidewatch-real-'));
  try {
    const start = join(process.cwd(), 'infra', 'cli', 'start.ts');
    const output = execFileSync(process.execPath, [start, '--json', '--orders', file, '--market', 'BR', ...options], {
      cwd: work,
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    return output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Round);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function found(round: Round): ReadonlyMap<string, string> {
  return stages(round.findings.filter(({ order }) => order !== null));
}

/** What is open about the shop itself: the rows do not say it, the rounds do. */
function aboutShop(round: Round | undefined): ReadonlyMap<string, string> {
  return stages(round?.findings.filter(({ order }) => order === null) ?? []);
}

function stages(findings: Round['findings']): ReadonlyMap<string, string> {
  return new Map(findings.map(({ check, stage, order }) => [`${check} ${order}`, stage]));
}

function changesBetween(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>) {
  return {
    opened: [...now.keys()].filter((key) => !before.has(key)).length,
    escalated: [...now].filter(([key, stage]) => before.has(key) && before.get(key) !== stage).length,
    resolved: [...before.keys()].filter((key) => !now.has(key)).length,
  };
}

function told(open: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...open].filter(([, stage]) => !quietStages.has(stage)));
}

function sorted(map: ReadonlyMap<string, string>): readonly [string, string][] {
  return [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

describe('the open findings equal what the file says, id for id', () => {
  it.each(['2017-05-20T00:00:00Z', '2017-11-29T13:30:00Z', '2018-03-15T00:00:00Z', '2018-08-10T06:00:00Z'])(
    'at %s',
    (at) => {
      const [round] = watch('--once', '--at', at);
      const expected = openAt(rows, Date.parse(at), Date.parse(at));
      expect(expected.size).toBeGreaterThan(20);
      expect(round && sorted(found(round))).toEqual(sorted(expected));
    },
  );
});

describe('a week, hour by hour', () => {
  it('announces every change once, loses none, and resolves what was delivered', () => {
    const from = Date.parse('2018-03-05T00:00:00Z');
    const until = from + 7 * 24 * hour;
    const rounds = watch(
      '--at',
      new Date(from).toISOString(),
      '--until',
      new Date(until).toISOString(),
      '--every',
      '1h',
    );
    expect(rounds).toHaveLength(7 * 24 + 1);
    rounds.forEach((round, index) => {
      const now = from + index * hour;
      const expected = openAt(rows, now, from);
      expect(sorted(found(round)), round.now).toEqual(sorted(expected));
      const before = index === 0 ? new Map<string, string>() : openAt(rows, now - hour, from);
      const all = new Map([...expected, ...aboutShop(round)]);
      const allBefore = new Map([...before, ...aboutShop(rounds[index - 1])]);
      const { opened = 0, reopened = 0, ...others } = round.shops[0]?.transitions ?? {};
      expect({ ...others, opened: opened + reopened }, round.now).toEqual({
        ...changesBetween(allBefore, all),
        reminded: 0,
      });
      const changes = changesBetween(told(allBefore), told(all));
      const news = changes.opened + changes.escalated + changes.resolved > 0;
      // Two channels: English and Chinese e-mail. A remedy is a mail of its own.
      expect(round.shops[0]?.notices, round.now).toBe(news || index === 0 ? 2 : 0);
      expect(
        Object.values(round.queues).every(({ deadLettered }) => deadLettered === 0),
        round.now,
      ).toBe(true);
    });
  });
});
