import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { counts, type SweepCounts } from '../../../infra/cli/cost/counts.ts';
import { bundleSweep } from '../../bench/bundle.ts';
import { measureCounts } from '../../bench/measure-counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidewatch-counts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Items hold how long a sweep took, so some are a byte longer today. */
const noise = 0.02;

it('a month’s bill stands on what the bench counts; `npm run bench -- --write-counts` renews it', async () => {
  const measured = await measureCounts(folder, await bundleSweep(folder));
  const names = Object.keys(measured) as (keyof SweepCounts)[];
  const off = names.filter((name) => Math.abs(measured[name] - counts.sweep[name]) > noise * measured[name]);
  expect(off.map((name) => ({ name, measured: measured[name], stored: counts.sweep[name] }))).toEqual([]);
}, 180_000);
