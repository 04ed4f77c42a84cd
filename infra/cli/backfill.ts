import { setTimeout as sleep } from 'node:timers/promises';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { systemClock } from '../../shared/adapters/clock.ts';
import { DynamoRunLog } from '../../shared/adapters/dynamo/run-log.ts';
import { DynamoShops } from '../../shared/adapters/dynamo/shops.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { backfill, resumeBackfill, type BackfillOrder } from '../../shared/jobs/backfill.ts';
import { knownToShops } from '../../shared/known-to-shops.ts';
import type { RunRecord } from '../../shared/ports/records.ts';
import { readReport, reportText } from './backfill-report.ts';
import { parseTime } from './parse-time.ts';
import { progressBar } from './progress-bar.ts';
import { runningStack } from './running-stack.ts';
import { onStack } from './stack-option.ts';
import { watchedShop, withShopOption } from './watched-shop.ts';

interface BackfillOptions {
  readonly shop?: string;
  readonly from?: Instant;
  readonly to?: Instant;
  readonly notify: boolean;
  readonly wait: boolean;
  readonly follow?: string;
  readonly resume?: string;
  readonly cancel?: string;
  readonly json: boolean;
}

/** Progress is written down every two seconds; after this long without any it has stopped (five tries of a slice). */
const patience = 10 * 60_000;

/** `tidewatch backfill`: history on demand. */
export function addBackfill(program: Command): void {
  withShopOption(onStack(program.command('backfill')))
    .description("Reads a shop's orders of the past into the running stack; silent unless told otherwise.")
    .option('--from <time>', 'orders created from here on, e.g. 2026-08-01T00:00:00Z', parseTime)
    .option('--to <time>', 'up to here, not included', parseTime)
    .option('--notify', 'tell the recipients what was found', false)
    .option('--no-wait', 'start it and end')
    .addOption(ofRun('--follow <run>', 'wait for one that was started before').conflicts(['resume', 'cancel', 'wait']))
    .addOption(ofRun('--resume <run>', 'go on with one that was cut off, e.g. with the machine it ran on'))
    .addOption(ofRun('--cancel <run>', 'end one that is under way; what it has read stays').conflicts('resume'))
    .option('--json', 'print the report as one JSON document', false)
    .action((options: BackfillOptions) => run(options));
}

/** Which orders it reads, and whether it tells, was said when it was started. */
function ofRun(flags: string, description: string): Option {
  return new Option(flags, description).argParser(parseRun).conflicts(['from', 'to', 'notify']);
}

async function run(options: BackfillOptions): Promise<void> {
  const { shop: id, cancel, resume, follow, json, wait } = options;
  const known = cancel ?? resume ?? follow;
  const span = known === undefined ? spanOf(options) : undefined;
  const watched = await watchedShop(id);
  const { id: shop } = watched.shop;
  const log = new DynamoRunLog(watched.table);
  const { outbox } = await runningStack();
  if (known !== undefined && !(await log.find(shop, known)))
    throw new InvalidArgumentError(`no backfill ${known} of shop ${shop} has begun`);
  if (cancel !== undefined) await log.cancel(shop, cancel, systemClock.wall());
  const ports = { shops: new DynamoShops(watched.table, knownToShops), outbox, clock: systemClock };
  if (resume !== undefined) await resumeBackfill({ shop, run: resume }, { ...ports, runs: log });
  const begun = span ? (await backfill({ shop, ...span }, ports)).run : (known ?? '');
  if (!wait) {
    console.log(json ? JSON.stringify({ shop, run: begun }) : `Started: ${begun}`);
    return;
  }
  process.once('SIGINT', () => {
    console.error(`\nIt goes on. tidewatch backfill --follow ${begun} waits for it, --cancel ${begun} ends it.`);
    process.exit(130);
  });
  const report = await readReport(begun, await ended(begun, shop, log), watched);
  console.log(json ? JSON.stringify(report) : reportText(report));
}

/** Throws for a span that is none. */
function spanOf({ from, to, notify }: BackfillOptions): Omit<BackfillOrder, 'shop'> {
  if (from === undefined || to === undefined)
    throw new InvalidArgumentError('say of which orders with --from and --to, e.g. --from 2026-08-01T00:00:00Z');
  if (to <= from)
    throw new InvalidArgumentError('--to must lie after --from: orders created from --from on, up to --to, are read');
  return { from, to, notify };
}

async function ended(run: string, shop: string, log: DynamoRunLog): Promise<RunRecord> {
  const draw = progressBar();
  let reached: Instant | undefined;
  let movedAt = Date.now();
  for (;;) {
    const record = await log.find(shop, run);
    if (record?.progress) draw(record.progress);
    if (record && record.state !== 'running') return record;
    if (record?.progress?.reached !== reached) movedAt = Date.now();
    reached = record?.progress?.reached;
    if (Date.now() - movedAt > patience)
      throw new Error(
        `the backfill ${run} makes no progress: see the log of tidewatch-sweep and npm run redrive, then tidewatch backfill --resume ${run}`,
      );
    await sleep(250);
  }
}

function parseRun(text: string): string {
  if (!/^backfill-[\d:.TZ-]{10,40}$/.test(text))
    throw new InvalidArgumentError('Give the run that it printed, e.g. backfill-2026-11-23T14:00:00.000Z.');
  return text;
}
