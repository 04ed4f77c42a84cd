import type { Table } from '../../../shared/adapters/dynamo/client.ts';
import { DynamoDeeds } from '../../../shared/adapters/dynamo/deeds.ts';
import { DynamoOrderBook } from '../../../shared/adapters/dynamo/order-book.ts';
import { DynamoScores } from '../../../shared/adapters/dynamo/scores.ts';
import { daysUpTo } from '../../../shared/domain/day-totals.ts';
import type { Deeds } from '../../../shared/domain/deed.ts';
import type { Shop } from '../../../shared/domain/shop.ts';
import { days, type Instant } from '../../../shared/domain/time.ts';
import { pagesOf } from '../../../shared/jobs/pages-of.ts';
import { shards } from '../../../shared/ports/order-book.ts';
import type { StoredOrder } from '../../replay/history/stored-history.ts';
import type { ReplaySource } from '../../replay/replay-task.ts';

/** Orders are watched for so many days, so those created as long before the replayed time belong to it. */
const watchedDays = 60;

/** What the stack has stored of a shop's orders that lived in this time: the open book and the shelf. */
export async function readStored(
  table: Table,
  shop: Shop,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<Extract<ReplaySource, { from: 'stored' }>> {
  const shelfDays = daysUpTo(to, Math.ceil((to - from) / days(1)) + watchedDays + 1);
  const read = await Promise.all(
    Array.from({ length: shards }, (_, shard) => readShard(table, shop.id, shard, shelfDays)),
  );
  const scores = await new DynamoScores(table).list(shop.id);
  const orders = read.flatMap(({ stored }) => stored).filter(({ order }) => order.createdAt <= to);
  const deeds = new Map(read.flatMap((of) => [...of.deeds]));
  return { from: 'stored', shop: watched(shop), orders, beside: { deeds, scores } };
}

async function readShard(
  table: Table,
  shop: string,
  shard: number,
  shelfDays: readonly string[],
): Promise<{ readonly stored: readonly StoredOrder[]; readonly deeds: ReadonlyMap<string, Deeds> }> {
  const book = new DynamoOrderBook(table);
  const stored = new Map<string, StoredOrder>();
  const pages = [
    // An order that a cut-short move left in both is the book's, so the book is read last.
    ...shelfDays.map((day) => (after?: string) => book.readShelf(shop, day, shard, after)),
    (after?: string) => book.read(shop, shard, after),
  ];
  for (const read of pages) {
    for await (const { orders } of pagesOf(read)) {
      for (const { order, trace } of orders) stored.set(order.id, { order, trace });
    }
  }
  return { stored: [...stored.values()], deeds: await new DynamoDeeds(table).ofShard(shop, shard) };
}

/** Whether somebody paused it today has nothing to do with its past. */
function watched(shop: Shop): Shop {
  const { paused: _, leaving: __, ...rest } = shop;
  return rest;
}
