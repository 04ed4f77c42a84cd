import { setTimeout as sleep } from 'node:timers/promises';
import { Command, InvalidArgumentError } from 'commander';
import * as z from 'zod';
import { DynamoRunLog } from '../../shared/adapters/dynamo/run-log.ts';
import { iso, type Instant } from '../../shared/domain/time.ts';
import type { RunRecord } from '../../shared/ports/records.ts';
import { parseTime } from './parse-time.ts';
import { drawProgress } from './progress-bar.ts';
import { runningStack } from './running-stack.ts';
import { watchedShop, withShopOption } from './watched-shop.ts';

interface BackfillOptions {
  readonly shop?: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly notify: boolean;
  readonly json: boolean;
}

/** A slice lasts a minute at most; after this long without one the backfill has stopped (three tries of a slice). */
const patience = 10 * 60_000;

const options = withShopOption(new Command('npm run backfill --'))
  .description("Reads a shop's orders of the past into the running stack; silent unless told otherwise.")
  .requiredOption('--from <time>', 'orders created from here on, e.g. 2026-08-01T00:00:00Z', parseTime)
  .requiredOption('--to <time>', 'up to here, not included', parseTime)
  .option('--notify', 'tell the recipients what was found', false)
  .option('--json', 'print the report as one JSON document', false)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parse()
  .opts<BackfillOptions>();

if (options.to <= options.from) {
  console.error('error: --to must lie after --from: orders created from --from on, up to --to, are read.');
  process.exit(2);
}

try {
  const record = await backfill(options);
  console.log(options.json ? JSON.stringify(record) : reportText(record, options));
} catch (error) {
  console.error(`tidewatch: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = error instanceof InvalidArgumentError ? 2 : 1;
}

/** Starts it and follows its progress to the end. */
async function backfill({ shop: id, from, to, notify, json }: BackfillOptions): Promise<RunRecord> {
  const shop = (await watchedShop(id)).shop.id;
  const stack = await runningStack();
  const started = await stack.invoke('tidewatch-backfill', { shop, from: iso(from), to: iso(to), notify });
  const { run } = z.object({ run: z.string() }).parse(started);
  const log = new DynamoRunLog(stack.table);
  const startedAt = Date.now();
  let reached: Instant | undefined;
  let movedAt = startedAt;
  for (;;) {
    const record = await log.find(shop, run);
    if (!json) drawProgress(record?.progress ?? { from, to, reached: from }, startedAt);
    if (record?.state === 'done') return record;
    if (record?.progress?.reached !== reached) movedAt = Date.now();
    reached = record?.progress?.reached;
    if (Date.now() - movedAt > patience) {
      throw new Error(`the backfill ${run} makes no progress: see the log of tidewatch-sweep, then start it again`);
    }
    await sleep(250);
  }
}

function reportText({ tally, transitions, open }: RunRecord, { notify }: BackfillOptions): string {
  return [
    `Found ${tally.pulled} orders with ${tally.calls.search} searches and ${tally.calls.tracking} trace reads.`,
    `${open} orders are under watch now; ${notify ? 'alerted' : 'would have alerted'} about ${transitions.opened} findings.`,
    ...(tally.quarantined > 0 ? [`${tally.quarantined} orders could not be read and are quarantined.`] : []),
  ].join('\n');
}
