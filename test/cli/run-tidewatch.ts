import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Ended } from '../end-to-end/runner.ts';
import { root } from '../house/source-files.ts';

/** What somebody sees who types `tidewatch …` in this folder. */
export function runTidewatch(folder: string, ...words: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const entry = join(root, 'infra', 'cli', 'tidewatch.ts');
    const child = execFile(process.execPath, [entry, ...words], { cwd: folder }, (_, stdout, stderr) => {
      resolve({ status: child.exitCode, stdout, stderr });
    });
    // Nobody types anything.
    child.stdin?.end();
  });
}
