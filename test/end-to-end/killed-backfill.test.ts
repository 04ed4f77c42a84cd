import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { decodeOrder } from '../../shared/adapters/dynamo/order-item.ts';
import { deleteAll } from '../../shared/adapters/dynamo/batch.ts';
import { olderDaysPartition } from '../../shared/adapters/dynamo/keys.ts';
import { keyOf, type Item } from '../../shared/adapters/dynamo/item.ts';
import { DynamoRunLog } from '../../shared/adapters/dynamo/run-log.ts';
import { aHistory } from './a-history.ts';
import { until } from './runner.ts';
import { watchHistories, type WatchedHistory } from './watched-history.ts';

const day = 24 * 3_600_000;
const ordersPerSearch = 100;
const now = Date.parse('2018-03-20T00:00:00Z');

/** `BACKFILL_ORDERS=100000` tries as many as a large shop has: five minutes. */
const orders = Number(process.env['BACKFILL_ORDERS'] ?? 1_500);
const season = Math.max(9, orders / 2_000) * day;
const history = aHistory({ seed: 17, orders, from: now - season, until: now });
/** Some orders of a made-up history lie up to six weeks before it. */
const from = now - season - 50 * day;

/** Milliseconds for one reading of all of them. */
const patience = 60_000 + 5 * orders;

let watched: WatchedHistory;
let shop = '';
beforeAll(async () => {
  watched = await watchHistories([history], now);
  shop = watched.shops[0] ?? '';
}, 120_000);
afterAll(() => watched.stop());

/** As anybody may invoke the function. */
async function backfill(): Promise<string> {
  const { gatewayUrl } = watched.tidewatch.stack;
  const path = '/2015-03-31/functions/tidewatch-backfill/invocations';
  const body = JSON.stringify({
    shop,
    from: new Date(from).toISOString(),
    to: new Date(now).toISOString(),
    now: new Date(now).toISOString(),
  });
  const answer = await fetch(`${gatewayUrl}${path}`, { method: 'POST', body });
  return z.object({ run: z.string() }).parse(await answer.json()).run;
}

async function done(run: string): Promise<void> {
  const log = new DynamoRunLog(watched.tidewatch.table);
  await until(async () => (await log.find(shop, run))?.state === 'done', `the end of ${run}`, patience);
}

/** Orders, and the days of the shelf that were noted for them. */
async function bookItems(): Promise<readonly Item[]> {
  const { client, name } = watched.tidewatch.table;
  const items: Item[] = [];
  let next: Item | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: name, ...(next && { ExclusiveStartKey: next }), ConsistentRead: true }),
    );
    items.push(...(page.Items ?? []));
    next = page.LastEvaluatedKey;
  } while (next);
  return items.filter((item) => /^(open|closed)#/.test(keyOf(item).pk));
}

/** Every item with its key; which run met an order is not told. */
async function state(): Promise<ReadonlyMap<string, unknown>> {
  const entries = (await bookItems()).map((item) => {
    const { pk, sk } = keyOf(item);
    if (pk === olderDaysPartition(shop)) return [`${pk} ${sk}`, 'noted'] as const;
    const { run: _, ...watchedOrder } = decodeOrder(item);
    return [
      `${pk} ${sk}`,
      JSON.parse(JSON.stringify(watchedOrder).replaceAll(/"run":"backfill-[^"]*"/g, '"run":""')),
    ] as const;
  });
  return new Map(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

async function killAfter(searches: number): Promise<void> {
  const { simulator } = watched;
  simulator.resetCalls();
  await until(() => (simulator.calls().perShop[shop]?.search ?? 0) >= searches, `${searches} searches`, patience);
  const sweep = () =>
    Object.values(watched.tidewatch.stack.facts().functions).find(({ name }) => name === 'tidewatch-sweep')?.pids[0];
  process.kill(await until(sweep, 'a process of the sweep'), 'SIGKILL');
}

it(
  'killed three times, started twice, leaves what an undisturbed one leaves',
  async () => {
    const { simulator, tidewatch } = watched;
    await done(await backfill());
    const undisturbed = await state();
    const found = [...undisturbed.values()].filter((item) => item !== 'noted').length;
    expect(simulator.truth(shop)).toMatchObject({ orders: found });
    expect(found).toBeGreaterThan(orders / 2);
    await deleteAll(tidewatch.table, (await bookItems()).map(keyOf));
    expect((await state()).size).toBe(0);

    simulator.faults.set({ kind: 'latency', endpoint: 'search', ms: 150 });
    const [one, other] = [await backfill(), await backfill()];
    for (const share of [0.2, 0.4, 0.6]) await killAfter((share * orders) / ordersPerSearch);
    simulator.faults.clear();
    await done(one);
    await done(other);
    await tidewatch.stack.idle();
    expect(await state()).toEqual(undisturbed);
  },
  4 * patience,
);
