import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sweepFigures } from '../../../functions/runtime/sweep-figures.ts';
import { counts, type SweepCounts } from '../../../infra/cli/cost/counts.ts';
import { alarmProperties, mappingProperties } from '../../infra/template-schemas.ts';
import { synthesize } from '../../infra/synthesized.ts';
import { aRunRecord } from '../../support/a-watch.ts';
import { bundleSweep } from '../../bench/bundle.ts';
import { measureCounts } from '../../bench/measure-counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidewatch-counts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Items hold how long a sweep took, so some are a byte longer today. */
const noise = 0.02;

describe('a month’s bill stands on what was counted', () => {
  it('of sweeps: `npm run bench -- --write-counts` renews it', { timeout: 180_000 }, async () => {
    const measured = await measureCounts(folder, await bundleSweep(folder));
    const names = Object.keys(measured) as (keyof SweepCounts)[];
    const off = names.filter((name) => Math.abs(measured[name] - counts.sweep[name]) > noise * measured[name]);
    expect(off.map((name) => ({ name, measured: measured[name], stored: counts.sweep[name] }))).toEqual([]);
  });

  it('of the stack', () => {
    const stack = synthesize();
    const record = { shop: '1', run: 'r', record: aRunRecord({ lag: 1 }) };
    const figures = sweepFigures({ state: 'done', runs: [record] } as unknown as Parameters<typeof sweepFigures>[0]);
    expect(counts.stack).toEqual({
      alarms: stack.all('AWS::CloudWatch::Alarm', alarmProperties).length,
      metrics: Object.keys(figures).length + 1,
      polledQueues: stack.all('AWS::Lambda::EventSourceMapping', mappingProperties).length,
    });
  });
});
