import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../shared/adapters/clock.ts';
import type { Table } from '../../shared/adapters/dynamo/client.ts';
import { DynamoDeeds } from '../../shared/adapters/dynamo/deeds.ts';
import { DynamoOrderBook } from '../../shared/adapters/dynamo/order-book.ts';
import { putShop } from '../../shared/adapters/dynamo/shops.ts';
import type { WatchedOrder } from '../../shared/ports/order-book.ts';
import { aShop } from '../support/a-shop.ts';
import { startDynamo } from '../support/dynamo-engine.ts';
import { FakeClock } from '../support/fake-clock.ts';

/** The table of a stack that runs in a folder, and what is written there. */
export interface RunningStack {
  readonly table: Table;
  deedsOf(order: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** What commands find in a folder where one shop is watched, with these orders. */
export async function aRunningStack(folder: string, orders: readonly WatchedOrder[]): Promise<RunningStack> {
  const shop = aShop();
  const engine = await startDynamo();
  const table = await engine.table(new FakeClock(systemClock.world()));
  await putShop(table, shop);
  await new DynamoOrderBook(table).write(shop.id, orders);
  mkdirSync(join(folder, '.tidewatch'));
  const facts = { gatewayUrl: engine.endpoint, region: 'eu-west-1', table: table.name };
  writeFileSync(join(folder, '.tidewatch', 'local.json'), JSON.stringify(facts));
  return {
    table,
    deedsOf: async (order) => (await new DynamoDeeds(table).find(shop.id, [order])).get(order),
    stop: () => engine.stop(),
  };
}
