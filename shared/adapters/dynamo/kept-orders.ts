import type { Instant } from '../../domain/time.ts';
import type { FoundOrder, KeptOrders } from '../../ports/order-book.ts';
import { readAll } from './batch.ts';
import type { Table } from './client.ts';
import { isAlive, keyOf } from './item.ts';
import { openKey, shelfKeys, sweptDays, type Key } from './keys.ts';
import { olderDaysOf } from './older-days.ts';
import { decodeOrder } from './order-item.ts';

export function keptOrdersIn(table: Table): KeptOrders {
  return { find: (shop, order, now) => findKept(table, shop, order, now) };
}

/** Two calls for what sweeps brought, one key a day; a few more for what only a backfill brought. */
async function findKept(table: Table, shop: string, order: string, now: Instant): Promise<FoundOrder | undefined> {
  const swept = [openKey(shop, order), ...shelfKeys(shop, order, sweptDays(now))];
  return (await findAt(table, swept)) ?? (await findAt(table, shelfKeys(shop, order, await olderDaysOf(table, shop))));
}

async function findAt(table: Table, keys: readonly Key[]): Promise<FoundOrder | undefined> {
  const items = await readAll(table, keys);
  const alive = items.filter((item) => isAlive(item, table.clock));
  const open = alive.find((item) => keyOf(item).pk.startsWith('open#'));
  const item = open ?? alive[0];
  return item && { watched: decodeOrder(item), on: open ? 'book' : 'shelf' };
}
