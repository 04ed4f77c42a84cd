import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEventSource } from './event-source.ts';
import type { InvocationOutcome } from './function-process.ts';
import type { StoredMessage } from './inbox-page.ts';
import type { AsyncOutcome } from './lambda.ts';
import { assertNoOtherStack, removeLocalFile, writeLocalFile, type LocalStackFacts } from './local-file.ts';
import type { StoredMail } from './mail-sink.ts';
import type { QueueCounts } from './queues.ts';
import { Schedules, type Fired } from './schedules.ts';
import { queueUrl, startServices, type RunningServices, type Teardown } from './services.ts';
import type { Endpoints, StackOptions, Texts } from './stack-options.ts';
import { account } from './template-scope.ts';

/** Since the start or the last reset; queues by name. */
export interface Counters {
  readonly queues: Readonly<Record<string, QueueCounts>>;
  readonly mails: number;
  readonly messages: number;
}

export interface LocalStack extends Endpoints {
  readonly facts: () => LocalStackFacts;
  /** Table names by logical id. */
  readonly tables: Texts;
  /** Queue URLs by queue name. */
  readonly queues: Texts;
  /** Invokes a function, by name or logical id, and waits for its answer. */
  invoke(name: string, payload: unknown): Promise<InvocationOutcome>;
  /** Fires a schedule at once; resolves when its function has succeeded or failed for good. */
  fire(
    schedule: string,
    at: { readonly scheduledTime: Date; readonly input?: Readonly<Record<string, unknown>> },
  ): Promise<AsyncOutcome>;
  /** Lets the schedules fire by themselves from now on. */
  startSchedules(fired: Fired): void;
  /** Resolves when nothing runs and every message of a polled queue is done, postponed or dead-lettered. */
  idle(): Promise<void>;
  /** Messages that functions have put off for a while. */
  postponed(): number;
  counters(): Promise<Counters>;
  resetCounters(): Promise<void>;
  /** Oldest first. */
  mails(): readonly StoredMail[];
  messages(): readonly StoredMessage[];
  /** Gives running invocations `graceMs` (2 s), then ends every process. */
  stop(graceMs?: number): Promise<void>;
}

const pollEveryMs = 15;

interface Folders {
  readonly outboxDir: string;
  readonly logsDir: string;
  readonly localFiles: readonly string[];
}

/**
 * Runs a synthesized stack on this machine, on loopback ports of its own. Throws when the template cannot be
 * resolved, a parameter is missing, or another stack uses the same folder.
 */
export async function startStack(options: StackOptions): Promise<LocalStack> {
  const teardown: Teardown = [];
  try {
    return await start(options, teardown);
  } catch (error) {
    await tearDown(teardown);
    throw error;
  }
}

async function start(options: StackOptions, teardown: Teardown): Promise<LocalStack> {
  const folders = foldersOf(options);
  for (const file of folders.localFiles) await assertNoOtherStack(file);
  let announce: (() => void) | undefined;
  const services = await startServices({ options, ...folders, changed: () => announce?.() }, teardown);
  const { lambda, queues, mails, inbox, endpoints, resources } = services;
  const startedAt = new Date().toISOString();
  const facts = () => factsOf(services, folders, { startedAt, parameters: options.parameters ?? {} });
  announce = () => folders.localFiles.forEach((file) => writeLocalFile(file, facts()));
  announce();
  teardown.push(() => {
    announce = undefined;
    folders.localFiles.forEach(removeLocalFile);
  });
  const sources = startEventSources(services, options.concurrency ?? 2);
  const schedules = new Schedules(resources.schedules, (target, event) => lambda.invokeAsync(target, event));
  let before = { mails: 0, messages: 0 };
  const sent = () => ({ mails: mails.mails().length, messages: inbox.messages().length });

  return {
    ...endpoints,
    facts,
    tables: facts().tables,
    queues: facts().queues,
    invoke: (name, payload) => lambda.invoke(name, JSON.stringify(payload ?? {})),
    fire: (schedule, { scheduledTime, input }) => schedules.fire(schedule, scheduledTime, input),
    startSchedules: (fired) => schedules.start(fired),
    idle: () => untilIdle(services),
    postponed: () => queues.postponed(),
    async counters() {
      const now = sent();
      return {
        queues: await queues.counts(),
        mails: now.mails - before.mails,
        messages: now.messages - before.messages,
      };
    },
    async resetCounters() {
      await queues.resetCounts();
      before = sent();
    },
    mails: () => mails.mails(),
    messages: () => inbox.messages(),
    async stop(graceMs = 2000) {
      schedules.stop();
      const pollersEnded = Promise.all(sources.map((source) => source.stop()));
      for (const end = Date.now() + graceMs; lambda.activity().running > 0 && Date.now() < end;)
        await sleep(pollEveryMs);
      await lambda.stop();
      await pollersEnded;
      await tearDown(teardown);
    },
  };
}

function startEventSources(services: RunningServices, concurrency: number): { stop(): Promise<void> }[] {
  const { lambda, queues, resources, sqs, endpoints } = services;
  return resources.eventSources
    .filter(({ Enabled }) => Enabled)
    .map((mapping) => {
      const name = queueOf(mapping);
      return startEventSource({
        mapping,
        sqs,
        queueUrl: queueUrl(endpoints, name),
        concurrency: Math.min(concurrency, mapping.ScalingConfig?.MaximumConcurrency ?? concurrency),
        invoke: (event) => lambda.invoke(mapping.FunctionName, event),
        received: (messages) => queues.countReceived(name, messages),
        isPostponed: (receipt) => queues.isPostponed(receipt),
      });
    });
}

async function untilIdle({ lambda, queues, resources }: RunningServices): Promise<void> {
  const polled = resources.eventSources.filter(({ Enabled }) => Enabled).map(queueOf);
  for (;;) {
    const before = lambda.activity();
    const waiting = await queues.waiting();
    const after = lambda.activity();
    // An invocation that came and went while the queues were looked at may have sent messages since.
    const quiet = before.running === 0 && after.running === 0 && before.started === after.started;
    if (quiet && polled.every((queue) => (waiting.get(queue) ?? 0) === 0)) return;
    await sleep(pollEveryMs);
  }
}

function factsOf(
  services: RunningServices,
  folders: Folders,
  given: Pick<LocalStackFacts, 'startedAt' | 'parameters'>,
): LocalStackFacts {
  const { endpoints, resources, lambda } = services;
  return {
    pid: process.pid,
    ...given,
    gatewayUrl: endpoints.gatewayUrl,
    inboxUrl: endpoints.inboxUrl,
    functionUrls: endpoints.functionUrls,
    region: account.region,
    table: resources.tables.length === 1 ? resources.tables[0]?.name : undefined,
    tables: Object.fromEntries(resources.tables.map(({ id, name }) => [id, name])),
    queues: Object.fromEntries(resources.queues.map(({ name }) => [name, queueUrl(endpoints, name)])),
    functions: lambda.describe(),
    outboxDir: folders.outboxDir,
    logsDir: folders.logsDir,
  };
}

// A data folder carries a file of its own, so that two stacks never write the same tables.
function foldersOf({ dataDir, outboxDir, logsDir, localFile = '.tidewatch/local.json' }: StackOptions): Folders {
  const base = dataDir ?? '.tidewatch';
  return {
    outboxDir: resolve(outboxDir ?? join(base, 'outbox')),
    logsDir: resolve(logsDir ?? join(base, 'logs')),
    localFiles: [localFile, ...(dataDir === undefined ? [] : [join(dataDir, 'local.json')])].map((file) =>
      resolve(file),
    ),
  };
}

function queueOf({ EventSourceArn }: RunningServices['resources']['eventSources'][number]): string {
  return EventSourceArn.split(':').at(-1) ?? '';
}

async function tearDown(teardown: Teardown): Promise<void> {
  for (const undo of teardown.splice(0).toReversed()) await undo();
}
