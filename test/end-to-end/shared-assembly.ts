import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { synthesize } from '../../infra/local/synthesize.ts';
import { filesLike, root } from '../house/source-files.ts';

const cache = join(root, 'node_modules', '.cache', 'tidewatch-assembly');
/** Longer than any test run: what nobody has used for so long belongs to sources of the past. */
const stillUsedMs = 15 * 60_000;

/** The folder of the synthesized stack: made once for all test processes, and again only when a source changed. */
export async function sharedAssembly(): Promise<string> {
  const folder = join(cache, digestOfSources());
  mkdirSync(cache, { recursive: true });
  while (!existsSync(folder)) {
    if (claim(`${folder}.lock`)) await synthesizeInto(folder);
    else await sleep(50);
  }
  utimesSync(folder, new Date(), new Date());
  return folder;
}

/** Everything that the template and the bundles are made from. */
function digestOfSources(): string {
  const digest = createHash('sha256');
  const sources = filesLike(
    'functions/**',
    'shared/**',
    'infra/*.ts',
    'infra/constructs/**',
    '{cdk,package-lock}.json',
  );
  for (const { path, text } of sources) digest.update(`${path}\0${text}\0`);
  return digest.digest('hex').slice(0, 16);
}

async function synthesizeInto(folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  try {
    for (const name of readdirSync(cache)) {
      const old = join(cache, name);
      if (Date.now() - statSync(old).mtimeMs > stillUsedMs) rmSync(old, { recursive: true, force: true });
    }
    if (!existsSync(folder)) renameSync(await synthesize(draft), folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(`${folder}.lock`, { force: true });
  }
}

/** One process makes it, the others wait; one that was killed meanwhile is replaced. */
function claim(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    // Somebody holds it: wait, unless that process is gone.
    if (!isRunning(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isRunning(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    // Created a moment ago and not yet written to.
    return pid === 0 || process.kill(pid, 0);
  } catch {
    return false;
  }
}
