import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { synthesize } from '../../infra/local/synthesize.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidewatch-synthesize-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function app(source: string): string {
  const file = join(folder, 'app.mjs');
  writeFileSync(file, source);
  return file;
}

it('tells the app where to write and in which context', async () => {
  const file = app(`
    import { writeFileSync } from 'node:fs';
    writeFileSync(process.env.CDK_OUTDIR + '/seen.json', process.env.CDK_CONTEXT_JSON);
  `);
  expect(await synthesize(folder, file)).toBe(folder);
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: unknown };
  expect(JSON.parse(readFileSync(join(folder, 'seen.json'), 'utf8'))).toEqual(context);
});

it('throws what the app wrote when it fails', async () => {
  const file = app(`console.error('no such construct'); process.exit(3);`);
  await expect(synthesize(folder, file)).rejects.toThrow(/app\.mjs was not synthesized \(exit status 3\):\nno such/);
});
