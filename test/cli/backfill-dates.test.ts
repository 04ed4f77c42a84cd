import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('a backfill that ends before it begins is mistyped', async () => {
  const words = ['--shop', '1', '--from', '2026-11-01T00:00:00Z', '--to', '2026-08-01T00:00:00Z'];
  const ended = promisify(execFile)(process.execPath, ['infra/cli/tidewatch.ts', 'backfill', ...words]);
  await expect(ended).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^tidewatch: --to must lie after --from/),
  });
});
