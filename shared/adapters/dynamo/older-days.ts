import type { Table } from './client.ts';
import { isAlive, keyOf } from './item.ts';
import { olderDaysPartition } from './keys.ts';
import { readPartition } from './query.ts';

/** Days of the shelf that a backfill filled and no sweep, e.g. `2025-03-01`. */
export async function olderDaysOf(table: Table, shop: string): Promise<readonly string[]> {
  const items = await readPartition(table, olderDaysPartition(shop));
  return items.filter((item) => isAlive(item, table.clock)).map((item) => keyOf(item).sk);
}
