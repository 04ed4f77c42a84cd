import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { root } from '../house/source-files.ts';

const Facts = z.object({
  pid: z.number(),
  gatewayUrl: z.url(),
  table: z.string(),
  region: z.string(),
  functions: z.record(z.string(), z.object({ name: z.string(), pids: z.array(z.number()) })),
});

export interface Ended {
  /** Exit status, or null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own for a run, removed at the end. */
export function workFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'tidewatch-end-to-end-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The command line of `npm start` as a process of its own, in a folder of its own. */
export class Runner {
  readonly ended: Promise<Ended>;
  readonly #child: ChildProcess;
  readonly #folder: string;
  #stdout = '';
  #stderr = '';

  constructor(folder: string, ...options: readonly string[]) {
    this.#folder = folder;
    this.#child = spawn(process.execPath, [join(root, 'infra', 'cli', 'start.ts'), ...options], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => (this.#stdout += chunk.toString()));
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.#stderr += chunk.toString()));
    this.ended = new Promise((resolve) => {
      this.#child.once('close', (status) => resolve({ status, stdout: this.#stdout, stderr: this.#stderr }));
    });
  }

  /** Waits until it has written this. */
  async written(pattern: RegExp): Promise<void> {
    await until(() => pattern.test(this.#stdout) || this.#child.exitCode !== null, `output like ${pattern}`);
    if (!pattern.test(this.#stdout)) throw new Error(`ended without ${pattern}: ${this.#stdout}${this.#stderr}`);
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** What the running stack says of itself; undefined before it is up and after it has stopped. */
  facts(): z.infer<typeof Facts> | undefined {
    const file = join(this.#folder, '.tidewatch', 'local.json');
    return existsSync(file) ? Facts.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  }

  /** Everything it has started and what those have started: the keeper, the table engine, functions. */
  children(): readonly number[] {
    return descendants(this.#child.pid ?? 0);
  }
}

/** Runs it to its end. */
export function run(folder: string, ...options: readonly string[]): Promise<Ended> {
  return new Runner(folder, ...options).ended;
}

function descendants(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  const children = existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number) : [];
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** Those that still live five seconds from now; none, as soon as none does. */
export async function survivors(pids: readonly number[]): Promise<readonly number[]> {
  for (const end = Date.now() + 5000; Date.now() < end && pids.some(isAlive);) await sleep(20);
  return pids.filter(isAlive);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    // Gone, or gone between the two looks.
    return false;
  }
}

/** Looks every two milliseconds; throws what it waited for after 30 s. */
export async function until<T>(look: () => T | Promise<T>, what: string, patience = 30_000): Promise<NonNullable<T>> {
  for (const end = Date.now() + patience; Date.now() < end;) {
    const seen = await look();
    if (seen) return seen;
    await sleep(2);
  }
  throw new Error(`waited in vain for ${what}`);
}
