import { setTimeout as sleep } from 'node:timers/promises';
import { instant } from '../../shared/domain/time.ts';
import { demoWorld } from '../local/watching/demo-world.ts';
import { historyWorld } from '../local/watching/history-world.ts';
import { realWorld } from '../local/watching/real-world.ts';
import { reportRound, sweepRound, type RoundOutcome } from '../local/watching/round.ts';
import { startTidewatch, type LocalTidewatch } from '../local/watching/tidewatch.ts';
import type { World } from '../local/watching/world.ts';
import { roundText } from './round-text.ts';
import { instantsOf, startOptions, type StartOptions } from './start-options.ts';

const options = startOptions(process.argv.slice(2));
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort());

try {
  process.exitCode = await main(options, interrupted.signal);
} catch (error) {
  // What a person can mend is one line; the rest keeps its stack for whoever reports it.
  console.error(
    error instanceof Error ? `tidewatch: ${process.env['TIDEWATCH_DEBUG'] ? error.stack : error.message}` : error,
  );
  process.exitCode = 1;
}

async function main(of: StartOptions, stop: AbortSignal): Promise<number> {
  const say = (text: string): void => {
    if (!of.json) console.log(text);
  };
  const world = await openWorld(of);
  const startedAt = Date.now();
  const tidewatch = await startTidewatch(world, {
    workDir: '.tidewatch',
    ...(of.data !== undefined && { dataDir: of.data }),
    progress: (doing) => say(`· ${doing} …`),
  }).catch(async (error: unknown) => {
    await world.close();
    throw error;
  });
  try {
    say(`· up in ${((Date.now() - startedAt) / 1_000).toFixed(1)} s, sweeping ${world.file.shops.length} shops …`);
    return await watch(tidewatch, of, stop, (outcome) => {
      console.log(of.json ? JSON.stringify(outcome.round) : roundText(outcome, tidewatch));
    });
  } finally {
    await tidewatch.stop();
  }
}

function openWorld(of: StartOptions): Promise<World> {
  const [first] = instantsOf(of) ?? [];
  if (of.shops !== undefined) return Promise.resolve(realWorld(of.shops));
  if (of.orders !== undefined) return historyWorld(of.orders, of.market, of.seed, first);
  return demoWorld(of.seed, first);
}

/** Answers the exit status: 1 when a sweep of the rounds asked for did not get through. */
async function watch(
  tidewatch: LocalTidewatch,
  of: StartOptions,
  stop: AbortSignal,
  show: (outcome: RoundOutcome) => void,
): Promise<number> {
  const instants = instantsOf(of);
  let failed = false;
  for (const at of instants ?? [instant(Date.now())]) {
    if (stop.aborted) return 0;
    const outcome = await untilAborted(sweepRound(tidewatch, at, instants !== undefined), stop);
    if (!outcome) return 0;
    show(outcome);
    failed ||= outcome.failed.length > 0;
  }
  if (of.once || instants !== undefined) return failed ? 1 : 0;
  if (!of.json) console.log('Sweeping again every hour. Ctrl-C stops everything.');
  tidewatch.stack.startSchedules((_, scheduledTime) => {
    void hourly(tidewatch, scheduledTime, show);
  });
  await untilAborted(new Promise<never>(() => {}), stop);
  return 0;
}

async function hourly(
  tidewatch: LocalTidewatch,
  scheduledTime: Date,
  show: (outcome: RoundOutcome) => void,
): Promise<void> {
  await tidewatch.stack.idle();
  const run = scheduledTime.toISOString().replace(/\.\d{3}Z$/, 'Z');
  show(await reportRound(tidewatch, run, instant(scheduledTime.getTime())));
}

/** What the work came to, or undefined as soon as someone pressed Ctrl-C. */
async function untilAborted<Answer>(work: Promise<Answer>, stop: AbortSignal): Promise<Answer | undefined> {
  const forever = 2 ** 31 - 1;
  const stopped = sleep(forever, undefined, { signal: stop, ref: false }).catch(() => undefined);
  return Promise.race([work, stopped]);
}
