import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replayedRounds } from '../replay/replayed-rounds.ts';

const file = join(process.env['REAL_DATA'] ?? '', 'orders', 'olist-dev.csv');

interface Round {
  readonly now: string;
  readonly shops: readonly { readonly notices: number }[];
  readonly findings: readonly { readonly check: string; readonly subject: { readonly id: string } }[];
}

function watched(from: string, until: string): readonly Round[] {
  const work = mkdtempSync(join(tmpdir(), 'tidewatch-real-'));
  try {
    const start = join(process.cwd(), 'infra', 'cli', 'start.ts');
    const orders = ['--orders', file, '--market', 'BR', '--every', '1h', '--at', from, '--until', until];
    const options = { cwd: work, encoding: 'utf8', maxBuffer: 1e9 } as const;
    const output = execFileSync(process.execPath, [start, '--json', ...orders], options);
    return output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Round);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function byName({ findings }: Pick<Round, 'findings'>): Round['findings'] {
  const name = ({ check, subject }: Round['findings'][number]): string => `${check} ${subject.id}`;
  return findings.toSorted((one, other) => (name(one) < name(other) ? -1 : 1));
}

describe('a replay of a real history', () => {
  it('has open at every hour of a week what the live sweeps have open', async () => {
    const [from, until] = ['2018-03-05T00:00:00Z', '2018-03-12T00:00:00Z'] as const;
    const live = watched(from, until);
    const replayed = await replayedRounds(file, 'BR', { from, until });
    expect(replayed).toHaveLength(7 * 24 + 1);
    for (const [place, round] of replayed.entries()) {
      const other = live[place] ?? { now: '', findings: [], shops: [] };
      expect(round.now).toBe(other.now);
      expect(byName(round), round.now).toEqual(byName(other));
      expect(round.notices, round.now).toBe(other.shops[0]?.notices);
    }
  });
});
