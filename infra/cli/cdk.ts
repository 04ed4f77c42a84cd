import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { StageNames } from './stage-names.ts';

/** What the command line of the CDK does for us. Each throws when it ends with another status than 0. */
export interface Cdk {
  /** Answers the sum of what its functions reserve of the account's concurrency. */
  synthesize(): Promise<{ readonly reserved: number }>;
  /** Prints what a deployment would change, and changes nothing. */
  showChanges(): Promise<void>;
  /** Answers the stack's outputs. */
  deploy(parameters: readonly string[], asks: boolean): Promise<Readonly<Record<string, string>>>;
  destroy(): Promise<void>;
  close(): void;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const Template = z.object({ Resources: z.record(z.string(), z.object({ Properties: z.unknown() })) });
const Reserving = z.object({ ReservedConcurrentExecutions: z.number() });
const Outputs = z.record(z.string(), z.record(z.string(), z.string()));

/** In a folder of its own, so that what was looked at is what is deployed. `says`: where what it prints goes. */
export function openCdk({ stack, stage }: StageNames, says: Writable): Cdk {
  const folder = mkdtempSync(join(tmpdir(), 'tidewatch-deploy-'));
  const assembly = join(folder, 'cdk.out');
  const outputs = join(folder, 'outputs.json');
  const app = ['--app', assembly, stack];
  const run = (words: readonly string[]): Promise<void> => runCdk(words, says);
  return {
    async synthesize() {
      const context = stage === undefined ? [] : ['--context', `stage=${stage}`];
      await run(['synth', '--quiet', '--output', assembly, ...context]);
      return { reserved: reservedIn(assembly) };
    },
    showChanges: () => run(['diff', ...app]),
    async deploy(parameters, asks) {
      const given = parameters.flatMap((parameter) => ['--parameters', parameter]);
      const approval = ['--require-approval', asks ? 'broadening' : 'never'];
      await run(['deploy', ...app, ...given, ...approval, '--outputs-file', outputs]);
      return Outputs.parse(JSON.parse(readFileSync(outputs, 'utf8')))[stack] ?? {};
    },
    destroy: () => run(['destroy', ...app, '--force']),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A terminal's Ctrl-C reaches the CDK too: we wait until it has ended, and leave no folder behind. */
async function runCdk(words: readonly string[], says: Writable): Promise<void> {
  const cdk = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');
  let isInterrupted = false;
  const note = (): void => {
    isInterrupted = true;
  };
  process.on('SIGINT', note);
  try {
    const child = spawn(process.execPath, [cdk, ...words], { cwd: root, stdio: ['inherit', says, 'inherit'] });
    const [status] = (await once(child, 'close')) as [number | null];
    if (isInterrupted)
      throw new Error('interrupted; what CloudFormation has begun goes on, and a second call waits for it');
    if (status !== 0) throw new Error(`cdk ${words[0]} ended with status ${status ?? 'unknown'}; see above`);
  } finally {
    process.off('SIGINT', note);
  }
}

function reservedIn(assembly: string): number {
  const templates = readdirSync(assembly).filter((file) => file.endsWith('.template.json'));
  const resources = templates.flatMap((file) =>
    Object.values(Template.parse(JSON.parse(readFileSync(join(assembly, file), 'utf8'))).Resources),
  );
  return resources.reduce((sum, { Properties }) => {
    const { data } = Reserving.safeParse(Properties);
    return sum + (data?.ReservedConcurrentExecutions ?? 0);
  }, 0);
}
