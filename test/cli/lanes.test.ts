import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../shared/adapters/clock.ts';
import type { Table } from '../../shared/adapters/dynamo/client.ts';
import { DynamoOrderBook } from '../../shared/adapters/dynamo/order-book.ts';
import { putShop } from '../../shared/adapters/dynamo/shops.ts';
import { days, before, hours, after } from '../../shared/domain/time.ts';
import type { WatchedOrder } from '../../shared/ports/order-book.ts';
import { workFolder } from '../end-to-end/runner.ts';
import { aShop } from '../support/a-shop.ts';
import { aWatchedOrder } from '../support/a-watched-order.ts';
import { aDeliveredOrder, anOrderInTransit, aParcel } from '../support/an-order.ts';
import { startDynamo, type DynamoEngine } from '../support/dynamo-engine.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { runTidewatch } from './run-tidewatch.ts';

const shop = aShop({ market: 'GB', sellerType: 'LOCAL' });
const folder = workFolder();
const created = before(systemClock.world(), days(5));
let engine: DynamoEngine;
let table: Table;

beforeAll(async () => {
  engine = await startDynamo();
  table = await engine.table(new FakeClock(systemClock.world()));
  await putShop(table, shop);
  mkdirSync(join(folder.path, '.tidewatch'));
  const facts = { gatewayUrl: engine.endpoint, region: 'eu-west-1', table: table.name };
  writeFileSync(join(folder.path, '.tidewatch', 'local.json'), JSON.stringify(facts));
});
afterAll(async () => {
  await engine.stop();
  folder.remove();
});

function traced(order: WatchedOrder['order'], wait: number): WatchedOrder {
  const scans = [after(created, hours(1)), after(created, hours(1 + wait))];
  const parcels = [aParcel({ carrier: 'Evri' })];
  const trace = { scans, milestones: ['picked-up', 'out-for-delivery'] as const };
  return aWatchedOrder({ order: { ...order, createdAt: created, parcels }, trace });
}

it('says so while nothing has been learned', async () => {
  const { status, stdout } = await runTidewatch(folder.path, 'lanes');
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'No trace with readable milestones is stored yet.\n' });
});

it('learns from the open book and from the shelf, and shows how few it is from', async () => {
  const book = new DynamoOrderBook(table);
  await book.write(shop.id, [traced(anOrderInTransit({ id: '1' }), 10)]);
  await book.shelve(shop.id, [traced(aDeliveredOrder({ id: '2' }), 30)]);
  const { status, stdout } = await runTidewatch(folder.path, 'lanes', '--json');
  expect(status).toBe(0);
  const steps: unknown = JSON.parse(stdout);
  const step = { lane: 'domestic', carrier: 'Evri', from: 'picked-up', to: 'out-for-delivery' };
  expect(steps).toMatchObject({ shop: shop.id, steps: [{ ...step, sample: 2, few: true, median: 10, p95: 30 }] });
  const shown = await runTidewatch(folder.path, 'lanes', '--shop', shop.id);
  expect(shown.stdout).toContain('2 (few)');
});
