import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Ended } from '../end-to-end/runner.ts';
import { root } from '../house/source-files.ts';

/** What somebody sees who types `tidewatch …` in this folder. */
export function runTidewatch(folder: string, ...words: readonly string[]): Promise<Ended> {
  return runTidewatchWith({}, folder, ...words);
}

/** The same, with these variables beside those that there are. */
export function runTidewatchWith(
  variables: Readonly<Record<string, string>>,
  folder: string,
  ...words: readonly string[]
): Promise<Ended> {
  return new Promise((resolve) => {
    const entry = join(root, 'infra', 'cli', 'tidewatch.ts');
    const settings = { cwd: folder, env: { ...process.env, ...variables } };
    const child = execFile(process.execPath, [entry, ...words], settings, (_, stdout, stderr) => {
      resolve({ status: child.exitCode, stdout, stderr });
    });
    // Nobody types anything.
    child.stdin?.end();
  });
}
