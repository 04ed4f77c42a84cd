import { setTimeout as sleep } from 'node:timers/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { systemClock } from '../../shared/adapters/clock.ts';
import type { Table } from '../../shared/adapters/dynamo/client.ts';
import { DynamoRunLog } from '../../shared/adapters/dynamo/run-log.ts';
import { DynamoShops } from '../../shared/adapters/dynamo/shops.ts';
import { iso } from '../../shared/domain/time.ts';
import { counted } from '../../shared/messages/en-words.ts';
import { knownToShops } from '../../shared/known-to-shops.ts';
import type { RunRecord } from '../../shared/ports/records.ts';
import { runningStack } from './running-stack.ts';
import { watchedShop } from './watched-shop.ts';
import { onStack } from './stack-option.ts';
import { whileWaiting } from './while-waiting.ts';

interface SweepOptions {
  readonly shop?: string;
  readonly json: boolean;
}

/** A sweep of many orders goes on in steps of minutes; after this long something holds it up. */
const patience = 15 * 60_000;

/** `tidewatch sweep`: the hourly round, now. */
export function addSweep(program: Command): void {
  onStack(program.command('sweep'))
    .description('Sweeps now instead of at the next full hour: what people did in the meantime is folded in.')
    .option('--shop <id>', 'one shop alone')
    .option('--json', 'print one JSON document', false)
    .action((options: SweepOptions) => sweep(options));
}

async function sweep({ shop, json }: SweepOptions): Promise<void> {
  const stack = await runningStack();
  const { table } = stack;
  const shops = shop === undefined ? await watchedShops(table) : [await watchedNow(shop)];
  const run = iso(systemClock.wall());
  await stack.outbox.sweep(shops.map((id) => ({ v: 1, kind: 'sweep', shop: id, run, step: 0 })));
  const log = new DynamoRunLog(table);
  for (const id of shops) {
    const { open, transitions } = await whileWaiting(`sweeping shop ${id}`, doneRun(log, id, run));
    const document = { shop: id, run, open, transitions };
    const changes = Object.entries(transitions).flatMap(([kind, count]) => (count > 0 ? [`${count} ${kind}`] : []));
    console.log(
      json ? JSON.stringify(document) : `${id}: ${counted(open, 'order')} watched, ${changes.join(', ') || 'no news'}.`,
    );
  }
}

/** Nobody looks at what is paused or removed, so nobody waits for it either. */
async function watchedShops(table: Table): Promise<readonly string[]> {
  const known = new DynamoShops(table, knownToShops);
  const shops = await Promise.all((await known.list()).map((id) => known.read(id)));
  return shops.flatMap((shop) => (shop && !shop.paused && !shop.leaving ? [shop.id] : []));
}

async function watchedNow(id: string): Promise<string> {
  const { shop } = await watchedShop(id);
  if (shop.paused || shop.leaving)
    throw new InvalidArgumentError(`nobody looks at shop ${id} now: take it up again with tidewatch shop resume ${id}`);
  return shop.id;
}

async function doneRun(log: DynamoRunLog, shop: string, run: string): Promise<RunRecord> {
  const until = Date.now() + patience;
  for (;;) {
    const record = await log.find(shop, run);
    if (record?.state === 'done') return record;
    if (Date.now() > until)
      throw new Error(`shop ${shop}: the sweep ${run} does not end; see the log of tidewatch-sweep`);
    await sleep(250);
  }
}
