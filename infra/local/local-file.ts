import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

/** What other commands need of a running stack. */
export interface LocalStackFacts {
  readonly pid: number;
  readonly startedAt: string;
  readonly gatewayUrl: string;
  readonly inboxUrl: string;
  /** By the logical id of the URL; see `addressOf`. */
  readonly functionUrls: Readonly<Record<string, string>>;
  readonly region: string;
  /** By logical id. */
  readonly tables: Readonly<Record<string, string>>;
  /** The only table's name. */
  readonly table: string | undefined;
  /** URLs by queue name. */
  readonly queues: Readonly<Record<string, string>>;
  /** By logical id. */
  readonly functions: Readonly<Record<string, { readonly name: string; readonly pids: readonly number[] }>>;
  /** The template's, as they were given. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly outboxDir: string;
  readonly logsDir: string;
}

/** The address of the function whose construct is called so: `FrontDoor`. Throws when it has none. */
export function addressOf({ functionUrls }: Pick<LocalStackFacts, 'functionUrls'>, construct: string): string {
  const found = Object.entries(functionUrls).find(([id]) => id.startsWith(`${construct}Function`));
  if (!found) throw new Error(`${construct} has no address`);
  return found[1];
}

const Claim = z.object({ pid: z.number(), gatewayUrl: z.string() });

/** Throws when the stack that wrote the file still runs; a file that a killed runner left behind is no hindrance. */
export async function assertNoOtherStack(file: string): Promise<void> {
  if (!existsSync(file)) return;
  const claim = Claim.safeParse(readJson(file)).data;
  if (claim !== undefined && (await answers(claim))) {
    throw new Error(`Another stack runs already (process ${claim.pid}, see ${file})`);
  }
}

/** Replaced as a whole, so that a reader never sees half of it. */
export function writeLocalFile(file: string, facts: LocalStackFacts): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.next`, `${JSON.stringify(facts, null, 2)}\n`);
  renameSync(`${file}.next`, file);
}

export function removeLocalFile(file: string): void {
  rmSync(file, { force: true });
}

// A process id alone proves nothing: it may belong to another program by now.
async function answers({ pid, gatewayUrl }: z.infer<typeof Claim>): Promise<boolean> {
  try {
    const response = await fetch(`${gatewayUrl}/_tidewatch`, { signal: AbortSignal.timeout(2000) });
    return Claim.pick({ pid: true }).safeParse(await response.json()).data?.pid === pid;
  } catch {
    // Nobody listens there, or someone who is no stack: the file is stale.
    return false;
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
