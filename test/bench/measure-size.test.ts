import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleSweep } from './bundle.ts';
import { missedGoals } from './goals.ts';
import { measureSize } from './measure-size.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidewatch-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a small shop', () => {
  it('is swept within every goal of the bench', { timeout: 120_000 }, async () => {
    const sweepFile = await bundleSweep(folder);
    const size = { open: 150, historyDays: 12, sweeps: 8 };
    const figures = await measureSize(size, { folder, sweepFile, progress: () => {} });
    expect(missedGoals([figures])).toEqual([]);
    expect(figures.changed).toBeGreaterThan(size.sweeps);
    expect(figures.pollAll.tracking).toBeGreaterThan(5 * figures.calls.tracking);
  });
});
