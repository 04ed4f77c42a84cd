import type { Instant } from '../../domain/time.ts';
import type { FoundOrder, KeptOrders } from '../../ports/order-book.ts';
import { readAll } from './batch.ts';
import type { Table } from './client.ts';
import { isAlive, keyOf } from './item.ts';
import { openKey, shelfKeys } from './keys.ts';
import { decodeOrder } from './order-item.ts';

export function keptOrdersIn(table: Table): KeptOrders {
  return { find: (shop, order, now) => findKept(table, shop, order, now) };
}

/** Two calls at most: one key a day for as long as anything is kept. */
async function findKept(table: Table, shop: string, order: string, now: Instant): Promise<FoundOrder | undefined> {
  const items = await readAll(table, [openKey(shop, order), ...shelfKeys(shop, order, now)]);
  const alive = items.filter((item) => isAlive(item, table.clock));
  const open = alive.find((item) => keyOf(item).pk.startsWith('open#'));
  const item = open ?? alive[0];
  return item && { watched: decodeOrder(item), on: open ? 'book' : 'shelf' };
}
