import type { Table } from '../../../shared/adapters/dynamo/client.ts';
import { findOpen } from '../../../shared/adapters/dynamo/open-orders.ts';
import { DynamoOrderBook } from '../../../shared/adapters/dynamo/order-book.ts';
import { DynamoWatches } from '../../../shared/adapters/dynamo/watches.ts';
import { isLive, type Finding, type Subject } from '../../../shared/domain/finding.ts';
import { noActs, withActs, type KnownActs } from '../../../shared/domain/known-acts.ts';
import type { Shop } from '../../../shared/domain/shop.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { ownSilences, relevantTo, silencesOf, type Silence } from '../../../shared/jobs/silences.ts';
import { snoozesAt } from '../../../shared/jobs/snoozes.ts';
import { shards, type OrderBook, type WatchedOrder } from '../../../shared/ports/order-book.ts';
import type { Watches } from '../../../shared/ports/watch.ts';

/** A finding that is not resolved. */
export interface LiveFinding {
  readonly shop: Shop;
  readonly subject: Subject;
  readonly finding: Finding;
  /** Of an order's finding. */
  readonly watched?: WatchedOrder | undefined;
  /** The check that explains it, or `snooze`; left out: it is spoken of. */
  readonly inhibitedBy?: string | undefined;
}

export interface LiveOptions {
  /** What people have done that no sweep has folded in yet counts too; left out: what is stored, and nothing else. */
  readonly people?: { readonly acts: KnownActs; readonly now: Instant };
  /** One order alone, without reading the book; left out: all orders, credentials, incidents and the shop itself. */
  readonly order?: string;
}

/** Where findings are stored: a table, or the memory of a replay. */
export interface KeptFindings {
  readonly watches: Pick<Watches, 'read'>;
  readonly orders: (shop: string) => AsyncIterable<WatchedOrder>;
}

/** Everything that is not resolved, silenced and acknowledged findings included; in no order. */
export async function liveFindings(
  shop: Shop,
  table: Table,
  { people, order }: LiveOptions = {},
): Promise<readonly LiveFinding[]> {
  const book = new DynamoOrderBook(table);
  const orders = (id: string) => (order === undefined ? ordersIn(id, book) : oneOrder(id, order, table));
  const found = await liveFindingsIn(shop, { watches: new DynamoWatches(table), orders }, people);
  return order === undefined ? found : found.filter(({ watched }) => watched !== undefined);
}

export async function liveFindingsIn(
  shop: Shop,
  { watches, orders }: KeptFindings,
  people?: LiveOptions['people'],
): Promise<readonly LiveFinding[]> {
  const acts = people?.acts ?? noActs;
  const watch = await watches.read(shop.id);
  const about = (watch?.findings ?? []).filter(({ finding }) => isLive(finding));
  const snoozes = people ? snoozesAt(acts, people.now, undefined) : [];
  const silences = [...silencesOf(about, '', shop), ...snoozes];
  const live = (subject: Subject, stored: Finding, among: readonly Silence[], watched?: WatchedOrder): LiveFinding => {
    const finding = withActs(stored, subject, acts);
    const inhibitedBy = relevantTo({ finding, subject, watched }, among)[0]?.check;
    return { shop, subject, finding, watched, inhibitedBy };
  };
  const found = about.map(({ subject, finding }) => live(subject, finding, silences));
  for await (const watched of orders(shop.id)) {
    const subject: Subject = { kind: 'order', id: watched.order.id };
    const all = [...silences, ...ownSilences(watched, '')];
    found.push(...watched.findings.filter(isLive).map((finding) => live(subject, finding, all, watched)));
  }
  return found;
}

async function* oneOrder(shop: string, order: string, table: Table): AsyncGenerator<WatchedOrder> {
  yield* (await findOpen(table, shop, [order])).values();
}

/** The whole open book. */
export async function* ordersIn(shop: string, book: Pick<OrderBook, 'read'>): AsyncGenerator<WatchedOrder> {
  for (let shard = 0; shard < shards; shard += 1) {
    let after: string | undefined;
    do {
      const page = await book.read(shop, shard, after);
      yield* page.orders;
      after = page.next;
    } while (after !== undefined);
  }
}
