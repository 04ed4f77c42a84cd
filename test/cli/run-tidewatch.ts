import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Ended } from '../end-to-end/runner.ts';
import { root } from '../house/source-files.ts';

/** What somebody sees who types `tidewatch …` in this folder. */
export function runTidewatch(folder: string, ...words: readonly string[]): Promise<Ended> {
  return runTidewatchWith({}, folder, ...words);
}

/** What may tell of colours around the tests, so that it tells nothing to what they run. */
const ofColours = new Set([
  'CI',
  'COLORTERM',
  'FORCE_COLOR',
  'NO_COLOR',
  'NODE_DISABLE_COLORS',
  'TEAMCITY_VERSION',
  'TF_BUILD',
]);

/** What a process has around it that does not depend on who runs the tests, and where. */
function aroundTests(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofColours.has(name)));
}

/** The same, with these variables beside those that there are. */
export function runTidewatchWith(
  variables: Readonly<Record<string, string>>,
  folder: string,
  ...words: readonly string[]
): Promise<Ended> {
  return new Promise((resolve) => {
    const entry = join(root, 'infra', 'cli', 'tidewatch.ts');
    const settings = { cwd: folder, env: { ...aroundTests(), ...variables } };
    const child = execFile(process.execPath, [entry, ...words], settings, (_, stdout, stderr) => {
      resolve({ status: child.exitCode, stdout, stderr });
    });
    // Nobody types anything.
    child.stdin?.end();
  });
}
