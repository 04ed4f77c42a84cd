import { InvalidArgumentError, Option, type Command } from 'commander';
import { systemClock } from '../../shared/adapters/clock.ts';
import { DynamoActs } from '../../shared/adapters/dynamo/acts.ts';
import type { Table } from '../../shared/adapters/dynamo/client.ts';
import { DynamoWatches } from '../../shared/adapters/dynamo/watches.ts';
import { knownActs } from '../../shared/domain/known-acts.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import { iso, type Instant } from '../../shared/domain/time.ts';
import { severities } from '../../shared/domain/verdict.ts';
import { rowOf, type FindingRow } from '../local/watching/finding-row.ts';
import { liveFindings } from '../local/watching/live-findings.ts';
import { mostRows, mostUrgentFirst } from './finding-table.ts';
import { askedStates, isAsked, parseCheck, parseStageOfFinding, type Asked } from './findings/asked.ts';
import { findingsCsv } from './findings/findings-csv.ts';
import { findingsScreen, findingsText, type KnownShop, type ShownFindings } from './findings/findings-text.ts';
import { parseOrder } from './parse-order.ts';
import { redraw } from './redraw.ts';
import { onStack } from './stack-option.ts';
import { whileWaiting } from './while-waiting.ts';
import { watchedShops } from './watched-shop.ts';
import { wholeFrom } from './whole-from.ts';

interface FindingsOptions extends Asked {
  readonly shop?: string;
  readonly order?: string;
  readonly limit?: number;
  readonly json: boolean;
  readonly csv: boolean;
  /** Seconds. */
  readonly watch?: number;
}

/** Lines of a screen that are no rows: the table's frame and heading, and what stands below it. */
const frame = 7;

/** `tidewatch findings`: what is open now. */
export function addFindings(program: Command): void {
  onStack(program.command('findings'))
    .description('What is open now, the most urgent first, as the last sweep left it and people have dealt with it.')
    .option('--shop <id>', 'of one shop alone')
    .option('--check <id>', 'of one check, e.g. confirm-by', parseCheck)
    .option('--finding <stage>', 'of one stage of a check, e.g. confirm-overdue', parseStageOfFinding)
    .addOption(new Option('--severity <severity>', 'this and what is graver').choices(severities))
    .addOption(
      new Option('--state <state>', 'silenced: snoozed, explained by another, or no problem')
        .choices(askedStates)
        .default('open'),
    )
    .option('--carrier <name>', "of one carrier's parcels, by the name or id that TikTok has")
    .option('--order <id>', 'of one order', parseOrder)
    .option('--limit <count>', `so many at most (default: ${mostRows} in a table, else all)`, wholeFrom(1))
    .addOption(new Option('--json', 'print one JSON document').default(false).conflicts('csv'))
    .option('--csv', 'print a CSV file', false)
    .addOption(
      new Option('--watch [seconds]', 'draw it anew on this terminal until Ctrl-C (default: every 10 seconds)')
        .preset('10')
        .argParser(wholeFrom(2, 3_600))
        .conflicts(['json', 'csv']),
    )
    .action((options: FindingsOptions) => findings(options));
}

async function findings(options: FindingsOptions): Promise<void> {
  const { limit, json, csv, watch } = options;
  if (watch !== undefined) {
    await watchFindings(options, watch);
    return;
  }
  const known = await whileWaiting('reading open orders', readFindings(options));
  const rows = known.rows.slice(0, limit);
  if (json) console.log(JSON.stringify({ now: iso(known.now), total: known.rows.length, findings: rows }));
  else if (csv) process.stdout.write(findingsCsv(rows));
  else console.log(findingsText(shown(known, options, limit ?? mostRows)));
}

async function watchFindings(options: FindingsOptions, seconds: number): Promise<void> {
  if (!process.stdout.isTTY)
    throw new InvalidArgumentError('--watch draws on a terminal, and this output is none: leave it out, or use --json');
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  await redraw(process.stdout, {
    every: seconds * 1_000,
    stop: stop.signal,
    draw: async (lines) => {
      const known = await readFindings(options);
      const most = Math.min(options.limit ?? mostRows, Math.max(1, lines - frame - known.shops.length));
      const head = `${iso(known.now).slice(0, 19)}Z, every ${seconds} s until Ctrl-C`;
      return `${head}\n${findingsScreen(shown(known, options, most))}`;
    },
  });
}

interface Known {
  readonly now: Instant;
  readonly shops: readonly KnownShop[];
  readonly rows: readonly FindingRow[];
}

async function readFindings(options: FindingsOptions): Promise<Known> {
  const { table, shops } = await watchedShops(options.shop);
  const now = systemClock.world();
  const known = await Promise.all(shops.map((shop) => knownOf(shop, table, options, now)));
  return { now, shops: known, rows: mostUrgentFirst(known.flatMap(({ rows }) => rows)) };
}

async function knownOf(
  shop: Shop,
  table: Table,
  { order, ...asked }: FindingsOptions,
  now: Instant,
): Promise<KnownShop & { readonly rows: readonly FindingRow[] }> {
  const acts = knownActs(await new DynamoActs(table).list(shop.id));
  const live = await liveFindings(shop, table, { people: { acts, now }, ...(order !== undefined && { order }) });
  const rows = live
    .map((one) => ({ live: one, row: rowOf(one) }))
    .filter((found) => isAsked(found, asked))
    .map(({ row }) => row);
  return { shop, watermark: (await new DynamoWatches(table).read(shop.id))?.watermark, rows };
}

function shown({ now, shops, rows }: Known, options: FindingsOptions, most: number): ShownFindings {
  const { check, finding, severity, state, carrier, order } = options;
  const isChosen = state !== 'open' || [check, finding, severity, carrier, order].some((one) => one !== undefined);
  return { now, shops, rows, most, isChosen };
}
