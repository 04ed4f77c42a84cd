import { writeFileSync } from 'node:fs';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Instant } from '../../shared/domain/time.ts';
import { replayBoth } from '../replay/replay-both.ts';
import type { ReplayedTime } from '../replay/replay-chain.ts';
import { openHistory, type ReplaySource } from '../replay/replay-task.ts';
import { HistoryError } from '../local/simulator/history/csv-rows.ts';
import { parseTime } from './parse-time.ts';
import { progressBar } from './progress-bar.ts';
import { readTextFile } from './read-file.ts';
import { comparisonCsv } from './replay/comparison-csv.ts';
import { comparisonPage } from './replay/comparison-page.ts';
import { comparisonText } from './replay/comparison-text.ts';
import { readStored } from './replay/read-stored.ts';
import {
  changesOf,
  parseMarket,
  parseOutput,
  parsePacks,
  parseQuietHours,
  parseSeed,
  requireOwnFiles,
  requireTime,
  timeOf,
} from './replay/replay-options.ts';
import type { ReplayOptions } from './replay/replay-options.ts';
import { reportOf } from './replay/replay-report.ts';
import { onStack } from './stack-option.ts';
import { whileWaiting } from './while-waiting.ts';
import { watchedShop, withShopOption } from './watched-shop.ts';

const collect = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** `tidewatch replay`: what other rules would have said of the past. */
export function addReplay(program: Command): void {
  withShopOption(onStack(program.command('replay')))
    .description('Judges the past again, hour by hour, by the rules in force and by changed ones, and compares them.')
    .addOption(
      new Option('--orders <file>', 'orders that are the rows of this CSV file, as of npm start -- --orders').conflicts(
        ['shop', 'stage'],
      ),
    )
    .addOption(ofFile('--market <market>', 'market of that file, two capital letters', parseMarket).default('GB'))
    .addOption(ofFile('--seed <number>', 'of what the rows do not say', parseSeed).default(7))
    .option('--at, --from <time>', 'the first sweep, e.g. 2018-03-05T00:00:00Z', parseTime)
    .option('--until, --to <time>', 'the last sweep', parseTime)
    .option('--set <stage=span>', 'when a stage begins, e.g. trace-silent.tracking-stale=60h; repeatable', collect)
    .option('--packs <packs>', 'packs in order of preference, e.g. gb,article', parsePacks)
    .option('--quiet-hours <hours>', 'of all receivers, e.g. 22:00-08:00, or none', parseQuietHours)
    .option('--json', 'print one JSON document', false)
    .option('--csv <file>', 'write every figure into this file', parseOutput)
    .option('--html <file>', 'write a page with charts into this file', parseOutput)
    .action(replay);
}

/** Stored orders are those of a shop, which has its own market. */
function ofFile(flags: string, description: string, parse: (text: string) => unknown): Option {
  return new Option(flags, description).argParser(parse).conflicts(['shop', 'stage']);
}

async function replay(options: ReplayOptions): Promise<void> {
  const changes = changesOf(options);
  requireOwnFiles(options);
  requireTime(options);
  const source = await sourceOf(options);
  // Of the history itself each thread makes its own: this one is let go of.
  const {
    shop,
    history: { span, limits },
  } = opened(source);
  const time = timeOf(options, span);
  const interrupted = new AbortController();
  const end = (): void => interrupted.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  const reached = progressOf(time);
  try {
    const comparison = await replayBoth({
      source,
      time,
      ...(changes && { changes }),
      stop: interrupted.signal,
      reached,
    });
    const report = reportOf(comparison, { shop, time, changes, limits });
    console.log(options.json ? JSON.stringify(report) : comparisonText(report));
    if (options.csv !== undefined) write('--csv', options.csv, comparisonCsv(report));
    if (options.html !== undefined) write('--html', options.html, comparisonPage(report));
  } catch (error) {
    if (!interrupted.signal.aborted) throw error;
    // Recovery: nothing was written, and nobody waits for figures any more.
    process.exitCode = 130;
    console.error('\ntidewatch: stopped; nothing was written');
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, end);
  }
}

/** From the second second on, ten times a second at most. */
function progressOf({ from, until: to }: ReplayedTime): (at: Instant) => void {
  const draw = progressBar();
  const startedAt = Date.now();
  let drawnAt = startedAt + 900;
  return (reached) => {
    if (Date.now() - drawnAt < 100 && reached < to) return;
    if (Date.now() - startedAt > 1_000) draw({ from, to, reached });
    drawnAt = Date.now();
  };
}

async function sourceOf({ orders, market, seed, shop: id, from, to }: ReplayOptions): Promise<ReplaySource> {
  if (orders !== undefined) return { from: 'csv', text: textOf(orders), name: orders, market, seed };
  if (from === undefined || to === undefined) {
    throw new InvalidArgumentError('say which time with --from and --to, or whose orders with --orders');
  }
  const { table, shop } = await watchedShop(id);
  return await whileWaiting('reading stored orders', readStored(table, shop, { from, to }));
}

/** What was found out stands on the screen already. */
function write(option: string, file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new Error(`${option} ${file} could not be written (${(error as NodeJS.ErrnoException).code})`, {
      cause: error,
    });
  }
}

function textOf(file: string): string {
  try {
    return readTextFile(file);
  } catch (error) {
    // Recovery: the same words, with the option that they are about.
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw new InvalidArgumentError(`--orders ${file}: ${error.message}`);
  }
}

/** Reads it once here, so that what is wrong with a file is said before anything is begun. */
function opened(source: ReplaySource): ReturnType<typeof openHistory> {
  try {
    return openHistory(source);
  } catch (error) {
    // Recovery: the person mends the file or the market. Everything else is a bug and goes on as one.
    if (error instanceof HistoryError) throw new InvalidArgumentError(`--orders ${error.message}`);
    if (error instanceof RangeError) throw new InvalidArgumentError(error.message);
    throw error;
  }
}
