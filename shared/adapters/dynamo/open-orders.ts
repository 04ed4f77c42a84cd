import type { OpenOrders, WatchedOrder } from '../../ports/order-book.ts';
import { readAll } from './batch.ts';
import type { Table } from './client.ts';
import { openKey } from './keys.ts';
import { decodeOrder } from './order-item.ts';

export function openOrdersIn(table: Table): OpenOrders {
  return { find: (shop, orders) => findOpen(table, shop, orders) };
}

/** Orders of the open book by id alone, for people who know no more; those that are not in it are left out. */
export async function findOpen(
  table: Table,
  shop: string,
  orders: readonly string[],
): Promise<ReadonlyMap<string, WatchedOrder>> {
  const items = await readAll(
    table,
    orders.map((order) => openKey(shop, order)),
  );
  return new Map(items.map(decodeOrder).map((watched) => [watched.order.id, watched]));
}
