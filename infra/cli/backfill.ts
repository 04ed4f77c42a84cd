import { setTimeout as sleep } from 'node:timers/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { systemClock } from '../../shared/adapters/clock.ts';
import { DynamoRunLog } from '../../shared/adapters/dynamo/run-log.ts';
import { DynamoShops } from '../../shared/adapters/dynamo/shops.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { backfill } from '../../shared/jobs/backfill.ts';
import { knownToShops } from '../../shared/known-to-shops.ts';
import type { RunRecord } from '../../shared/ports/records.ts';
import { readReport, reportText } from './backfill-report.ts';
import { parseTime } from './parse-time.ts';
import { progressBar } from './progress-bar.ts';
import { runningStack } from './running-stack.ts';
import { onStack } from './stack-option.ts';
import { watchedShop, withShopOption, type WatchedShop } from './watched-shop.ts';

interface BackfillOptions {
  readonly shop?: string;
  readonly from?: Instant;
  readonly to?: Instant;
  readonly notify: boolean;
  readonly wait: boolean;
  readonly follow?: string;
  readonly cancel?: string;
  readonly json: boolean;
}

/** Progress is written down every two seconds; after this long without any it has stopped (three tries of a slice). */
const patience = 10 * 60_000;

/** `tidewatch backfill`: history on demand. */
export function addBackfill(program: Command): void {
  withShopOption(onStack(program.command('backfill')))
    .description("Reads a shop's orders of the past into the running stack; silent unless told otherwise.")
    .option('--from <time>', 'orders created from here on, e.g. 2026-08-01T00:00:00Z', parseTime)
    .option('--to <time>', 'up to here, not included', parseTime)
    .option('--notify', 'tell the recipients what was found', false)
    .option('--no-wait', 'start it and end')
    .option('--follow <run>', 'wait for one that was started before', parseRun)
    .option('--cancel <run>', 'end one that is under way; what it has read stays', parseRun)
    .option('--json', 'print the report as one JSON document', false)
    .action((options: BackfillOptions) => run(options));
}

async function run({ shop: id, cancel, follow, json, wait, ...options }: BackfillOptions): Promise<void> {
  const watched = await watchedShop(id);
  const log = new DynamoRunLog(watched.table);
  const named = cancel ?? follow;
  if (named !== undefined && !(await log.find(watched.shop.id, named)))
    throw new InvalidArgumentError(`no backfill ${named} of shop ${watched.shop.id} has begun`);
  if (cancel !== undefined) await log.cancel(watched.shop.id, cancel, systemClock.wall());
  const begun = named ?? (await start(watched, options));
  if (!wait) {
    console.log(json ? JSON.stringify({ shop: watched.shop.id, run: begun }) : `Started: ${begun}`);
    return;
  }
  process.once('SIGINT', () => {
    console.error(`\nIt goes on. tidewatch backfill --follow ${begun} waits for it, --cancel ${begun} ends it.`);
    process.exit(130);
  });
  const record = await ended(begun, watched.shop.id, log);
  const report = await readReport(begun, record, watched);
  console.log(json ? JSON.stringify(report) : reportText(report));
}

/** Answers the run. Throws for a span that is none. */
async function start(
  { shop, table }: WatchedShop,
  { from, to, notify }: Pick<BackfillOptions, 'from' | 'to' | 'notify'>,
): Promise<string> {
  if (from === undefined || to === undefined)
    throw new InvalidArgumentError('say of which orders with --from and --to, e.g. --from 2026-08-01T00:00:00Z');
  if (to <= from)
    throw new InvalidArgumentError('--to must lie after --from: orders created from --from on, up to --to, are read');
  const { outbox } = await runningStack();
  const shops = new DynamoShops(table, knownToShops);
  return (await backfill({ shop: shop.id, from, to, notify }, { shops, outbox, clock: systemClock })).run;
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
      throw new Error(`the backfill ${run} makes no progress: see the log of tidewatch-sweep, and npm run redrive`);
    await sleep(250);
  }
}

function parseRun(text: string): string {
  if (!/^backfill-[\d:.TZ-]{10,40}$/.test(text))
    throw new InvalidArgumentError('Give the run that it printed, e.g. backfill-2026-11-23T14:00:00.000Z.');
  return text;
}
