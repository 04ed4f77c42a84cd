import { randomUUID } from 'node:crypto';
import { systemClock } from '../../../shared/adapters/clock.ts';
import type { Table } from '../../../shared/adapters/dynamo/client.ts';
import { DynamoLedger } from '../../../shared/adapters/dynamo/ledger.ts';
import { DynamoRunLog } from '../../../shared/adapters/dynamo/run-log.ts';
import { DynamoWatches } from '../../../shared/adapters/dynamo/watches.ts';
import { shards } from '../../../shared/ports/order-book.ts';
import type { RunRecord } from '../../../shared/ports/records.ts';
import type { Run, Watch } from '../../../shared/ports/watch.ts';

/**
 * The embedded queues forget their messages when the process dies, which real ones do not. So a run whose notices or
 * remedies were handed over but never carried out is opened again: the shop's next message hands it over once more.
 */
export async function repeatHandOver(table: Table, shops: readonly string[]): Promise<void> {
  const watches = new DynamoWatches(table);
  for (const shop of shops) {
    const watch = await watches.read(shop);
    const run = watch && !watch.run ? await lostRun(watch, shop, table) : undefined;
    if (!watch || !run) continue;
    const holder = randomUUID();
    await watches.take(shop, holder);
    const { handedOver: _, ...rest } = watch;
    await watches.write(shop, { ...rest, run }, holder);
  }
}

/** The last run, when one of its requests was never carried out. */
async function lostRun(watch: Watch, shop: string, table: Table): Promise<Run | undefined> {
  if (!watch.handedOver) return undefined;
  const { run, requests } = watch.handedOver;
  const ledger = new DynamoLedger(table);
  const told = await ledger.has('told', shop, requests);
  const acted = await ledger.has('remedy', shop, requests);
  if (requests.every((request) => told.has(request) || acted.has(request))) return undefined;
  const record = await new DynamoRunLog(table).find(shop, run);
  return record && handOverOnly(run, record, watch);
}

/** A run that has pulled and judged everything: what is left of it is to read what it owes and hand it over. */
function handOverOnly(id: string, record: RunRecord, watch: Watch): Run | undefined {
  if (record.kind === 'backfill') return undefined;
  const reached = watch.watermark ?? record.now;
  const outcome = record.state === 'done' ? 'complete' : 'refused';
  return {
    id,
    kind: record.kind,
    now: record.now,
    from: reached,
    settled: { shard: shards },
    pull: { outcome, reached },
    step: 0,
    startedAt: systemClock.wall(),
    tally: record.tally,
    ...(record.notWatched && { notWatched: record.notWatched }),
  };
}
