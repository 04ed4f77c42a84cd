import { styleText } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { hours, instant, minutes } from '../../shared/domain/time.ts';
import { reportRound, startRounds, sweepRound, type RoundOutcome } from '../local/watching/round.ts';
import { addressOf } from '../local/local-file.ts';
import { startTidewatch, type LocalTidewatch } from '../local/watching/tidewatch.ts';
import { assertLater } from './assert-later.ts';
import { openDataFolder } from './data-folder.ts';
import { Mistyped, openWorld } from './open-world.ts';
import { roundText } from './round-text.ts';
import { instantsOf, startOptions, type StartOptions } from './start-options.ts';

// Tokens and orders lie in what is written from here on, by child processes too: nobody else may read them.
process.umask(0o077);
const options = startOptions(process.argv.slice(2));
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort());

try {
  process.exitCode = await main(options, interrupted.signal);
} catch (error) {
  // What was told to stop breaks off somewhere: that is no fault.
  process.exitCode = interrupted.signal.aborted ? interruptedStatus(options) : explain(error);
}

/** One line for people; the stack is kept for whoever reports a bug. Answers the exit status. */
function explain(error: unknown): number {
  const asked = process.env['TIDEWATCH_DEBUG'] !== undefined;
  console.error(error instanceof Error ? `tidewatch: ${asked ? error.stack : error.message}` : error);
  return error instanceof Mistyped ? 2 : 1;
}

/** Ctrl-C is the usual end of an hourly watch; rounds that were asked for and never came are no success. */
function interruptedStatus(of: StartOptions): number {
  return isHourly(of) ? 0 : 130;
}

async function main(of: StartOptions, stop: AbortSignal): Promise<number> {
  const say = (text: string): void => {
    if (!of.json) console.log(text);
  };
  if (of.data !== undefined) openDataFolder(of.data);
  const world = await openWorld(of);
  const startedAt = Date.now();
  const tidewatch = await startTidewatch(world, {
    workDir: '.tidewatch',
    ...(isHourly(of) && { sweepMinutes: of.every / minutes(1) }),
    ...(of.data !== undefined && { dataDir: of.data }),
    ...(of.assembly !== undefined && { assembly: of.assembly }),
    ...(of.sesSandbox && { verifiedRecipients: of.sesSandbox }),
    stop,
    progress: (doing) => say(`· ${doing} …`),
  }).catch(async (error: unknown) => {
    await world.close();
    throw error;
  });
  try {
    say(`· up in ${((Date.now() - startedAt) / 1_000).toFixed(1)} s, ${shopsText(world.file.shops.length)} …`);
    if (of.data !== undefined) await assertLater(spanOf(of), tidewatch, of.data);
    return await watch(tidewatch, of, stop, (outcome) => {
      console.log(of.json ? JSON.stringify(outcome.round) : roundText(outcome, mailsAt(tidewatch, of)));
    });
  } finally {
    await tidewatch.stop();
  }
}

/** Inbox and door end with the process; the mails' copies in the outbox stay. */
function mailsAt({ stack }: LocalTidewatch, of: StartOptions): string {
  if (!isHourly(of)) return `Outbox: ${styleText('bold', stack.facts().outboxDir)}`;
  return `Inbox: ${styleText('bold', stack.inboxUrl)} Their links lead to ${addressOf(stack, 'FrontDoor')}`;
}

function rateText({ every }: StartOptions): string {
  return every === hours(1) ? 'hour' : `${every / minutes(1)} minutes`;
}

function spanOf({ at = instant(Date.now()), until = at }: StartOptions) {
  return { first: at, last: until };
}

/** Rounds that were asked for come to an end by themselves. */
function isHourly({ once, at }: StartOptions): boolean {
  return !once && at === undefined;
}

function shopsText(count: number): string {
  if (count === 0) return 'no shop is watched yet: npx tidewatch shop connect, in another terminal';
  return count === 1 ? 'sweeping 1 shop' : `sweeping ${count} shops`;
}

type Show = (outcome: RoundOutcome) => void;

/** Answers the exit status: 1 when a sweep of the rounds asked for did not get through. */
async function watch(tidewatch: LocalTidewatch, of: StartOptions, stop: AbortSignal, show: Show): Promise<number> {
  const instants = instantsOf(of);
  let failed = false;
  for (const at of instants ?? [instant(Date.now())]) {
    const outcome = await untilAborted(sweepRound(tidewatch, at, instants !== undefined), stop);
    if (!outcome) return interruptedStatus(of);
    show(outcome);
    failed ||= outcome.failed.length > 0;
  }
  if (!isHourly(of)) return failed ? 1 : 0;
  if (!of.json) console.log(`Sweeping again every ${rateText(of)}. Ctrl-C stops everything.`);
  await untilAborted(everyHour(tidewatch, show), stop);
  return interruptedStatus(of);
}

/** Never resolves; rejects when a round could not be reported. */
function everyHour(tidewatch: LocalTidewatch, show: Show): Promise<never> {
  return new Promise((_, reject) => {
    startRounds(tidewatch.stack, (scheduledTime) => {
      hourly(tidewatch, scheduledTime, show).catch(reject);
    });
  });
}

async function hourly(tidewatch: LocalTidewatch, scheduledTime: Date, show: Show): Promise<void> {
  await tidewatch.stack.idle();
  const run = scheduledTime.toISOString();
  show(await reportRound(tidewatch, run, instant(scheduledTime.getTime())));
  // The document of a round counts that round's messages alone.
  await tidewatch.stack.resetCounters();
}

/** What the work came to, or undefined as soon as someone pressed Ctrl-C. */
async function untilAborted<Answer>(work: Promise<Answer>, stop: AbortSignal): Promise<Answer | undefined> {
  const forever = 2 ** 31 - 1;
  const stopped = sleep(forever, undefined, { signal: stop, ref: false }).catch(() => undefined);
  return Promise.race([work, stopped]);
}
