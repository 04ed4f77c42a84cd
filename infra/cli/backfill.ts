import { setTimeout as sleep } from 'node:timers/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { systemClock } from '../../shared/adapters/clock.ts';
import { DynamoRunLog } from '../../shared/adapters/dynamo/run-log.ts';
import { DynamoShops } from '../../shared/adapters/dynamo/shops.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { backfill } from '../../shared/jobs/backfill.ts';
import { knownToShops } from '../../shared/known-to-shops.ts';
import type { RunRecord } from '../../shared/ports/records.ts';
import { parseTime } from './parse-time.ts';
import { drawProgress } from './progress-bar.ts';
import { runningStack } from './running-stack.ts';
import { watchedShop, withShopOption } from './watched-shop.ts';
import { onStack } from './stack-option.ts';

interface BackfillOptions {
  readonly shop?: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly notify: boolean;
  readonly json: boolean;
}

/** A slice lasts a minute at most; after this long without one the backfill has stopped (three tries of a slice). */
const patience = 10 * 60_000;

/** `tidewatch backfill`: history on demand. */
export function addBackfill(program: Command): void {
  withShopOption(onStack(program.command('backfill')))
    .description("Reads a shop's orders of the past into the running stack; silent unless told otherwise.")
    .requiredOption('--from <time>', 'orders created from here on, e.g. 2026-08-01T00:00:00Z', parseTime)
    .requiredOption('--to <time>', 'up to here, not included', parseTime)
    .option('--notify', 'tell the recipients what was found', false)
    .option('--json', 'print the report as one JSON document', false)
    .action(async (options: BackfillOptions) => {
      const { from, to, json } = options;
      if (to <= from)
        throw new InvalidArgumentError(
          '--to must lie after --from: orders created from --from on, up to --to, are read',
        );
      const record = await follow(options);
      console.log(json ? JSON.stringify(record) : reportText(record, options));
    });
}

/** Starts it and follows its progress to the end. */
async function follow({ shop: id, from, to, notify, json }: BackfillOptions): Promise<RunRecord> {
  const shop = (await watchedShop(id)).shop.id;
  const { table, outbox } = await runningStack();
  const shops = new DynamoShops(table, knownToShops);
  const { run } = await backfill({ shop, from, to, notify }, { shops, outbox, clock: systemClock });
  const log = new DynamoRunLog(table);
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
