import { isDeepStrictEqual } from 'node:util';
import { isLive } from '../domain/finding.ts';
import { emptyTrace, isClosed, type Order } from '../domain/order.ts';
import type { Malformed, OrderPage } from '../ports/marketplace.ts';
import type { FoundOrder, WatchedOrder } from '../ports/order-book.ts';
import { settleOrders, type Unsettled } from './settle-orders.ts';
import { oldestWatched, type Sweeping } from './sweeping.ts';

type Fate =
  | { readonly is: 'settle'; readonly entry: Unsettled }
  | { readonly is: 'shelve'; readonly watched: WatchedOrder }
  | { readonly is: 'leave' };

/** Takes a pulled page into the book: settles what is open, shelves what has closed, quarantines the unreadable. */
export async function takeIn(page: OrderPage, step: Sweeping): Promise<void> {
  step.tally.pulled += page.orders.length + page.malformed.length;
  await quarantine(page, step);
  const orders = newestOfEach(page.orders);
  const found = await step.ports.book.find(step.shop.id, orders);
  step.tally.closed += orders.filter((order) => hasJustClosed(order, found.get(order.id))).length;
  const fates = orders.map((order) => fateOf(order, found.get(order.id), step));
  await settleOrders(
    fates.flatMap((fate) => (fate.is === 'settle' ? [fate.entry] : [])),
    step,
  );
  const finished = fates.flatMap((fate) => (fate.is === 'shelve' ? [fate.watched] : []));
  if (finished.length > 0) await step.ports.book.shelve(step.shop.id, finished);
}

function fateOf(order: Order, found: FoundOrder | undefined, step: Sweeping): Fate {
  const known = found?.watched;
  // Pages can be older than what we know: the overlap with the last sweep, or a page read again.
  if (known && known.order.updatedAt > order.updatedAt) return { is: 'leave' };
  if (found?.on === 'book' && isLeftToReview(order, found.watched, step)) return { is: 'leave' };
  const watched = {
    order,
    trace: known?.trace ?? emptyTrace,
    findings: known?.findings ?? [],
    run: step.on.run,
  };
  if (order.createdAt < oldestWatched(step.on.now)) {
    return step.keepsOlder && found?.on !== 'book' ? shelveIfNew(watched, known) : { is: 'leave' };
  }
  if (isClosed(order) && !owesAWord(found, step))
    return shelveIfNew(watched, found?.on === 'shelf' ? known : undefined);
  return { is: 'settle', entry: found?.on === 'book' ? { watched, stored: found.watched } : { watched } };
}

/**
 * The review judges what the book already holds. A backfill leaves all of it alone: what it would stamp as its own
 * the hourly sweep could never announce.
 */
function isLeftToReview(order: Order, known: WatchedOrder, step: Sweeping): boolean {
  return step.keepsOlder || isDeepStrictEqual(known.order, order);
}

/** A closed order stays in the book for the run that announces its findings as resolved. */
function owesAWord(found: FoundOrder | undefined, step: Sweeping): boolean {
  return found?.on === 'book' && (found.watched.run === step.on.run || found.watched.findings.some(isLive));
}

function shelveIfNew(watched: WatchedOrder, onShelf: WatchedOrder | undefined): Fate {
  return onShelf && isDeepStrictEqual(onShelf.order, watched.order) ? { is: 'leave' } : { is: 'shelve', watched };
}

function hasJustClosed(order: Order, found: FoundOrder | undefined): boolean {
  return isClosed(order) && found?.on === 'book' && !isClosed(found.watched.order);
}

/** An order that moved while the pages were read stands in two of them. */
function newestOfEach(orders: readonly Order[]): readonly Order[] {
  const newest = new Map<string, Order>();
  for (const order of orders) {
    const other = newest.get(order.id);
    if (!other || other.updatedAt <= order.updatedAt) newest.set(order.id, order);
  }
  return [...newest.values()];
}

async function quarantine(page: OrderPage, step: Sweeping): Promise<void> {
  const { ports, shop, quarantined } = step;
  const readable = page.orders.map((order) => order.id).filter((id) => quarantined.has(id));
  if (readable.length > 0) await ports.quarantine.remove(shop.id, readable);
  for (const id of readable) quarantined.delete(id);
  const entries = page.malformed.map((malformed) => ({
    order: nameOf(malformed),
    run: step.on.run,
    paths: malformed.paths,
  }));
  // A repeated step meets its own entries again: they are still this run's news.
  const news = entries.filter((entry) => (quarantined.get(entry.order) ?? step.on.run) === step.on.run);
  if (news.length > 0) await ports.quarantine.put(shop.id, news, ports.clock.wall());
  for (const entry of news) quarantined.set(entry.order, step.on.run);
  step.tally.quarantined += news.length;
}

/** Without a readable id the update time tells one unreadable order from another. */
function nameOf(malformed: Malformed): string {
  return malformed.id ?? `unreadable-${malformed.updatedAt ?? 0}`;
}
