import { isDeepStrictEqual } from 'node:util';
import { dayOf } from '../domain/day-totals.ts';
import { noDeeds } from '../domain/deed.ts';
import { isLive } from '../domain/finding.ts';
import { emptyTrace, isClosed, type Order } from '../domain/order.ts';
import { age, before, latest, minutes } from '../domain/time.ts';
import type { Malformed, OrderPage } from '../ports/marketplace.ts';
import type { FoundOrder, WatchedOrder } from '../ports/order-book.ts';
import { settleOrders, type Unsettled } from './settle-orders.ts';
import { oldestWatched, type Sweeping } from './sweeping.ts';

/** An order may take this long from its payment until TikTok's search shows it (house rule, 2026). */
const settlingTime = minutes(15);

type Fate =
  | { readonly is: 'settle'; readonly entry: Omit<Unsettled, 'deeds'> }
  | { readonly is: 'shelve'; readonly watched: WatchedOrder; readonly isOnBook: boolean }
  | { readonly is: 'leave' };

/** Takes a pulled page into the book: settles what is open, shelves what has closed, quarantines the unreadable. */
export async function takeIn(page: OrderPage, step: Sweeping): Promise<void> {
  step.tally.pulled += page.orders.length + page.malformed.length;
  const unreadable = new Set(step.quarantined.keys());
  await quarantine(page, step);
  const orders = newestOfEach(page.orders);
  const found = await step.ports.book.find(step.shop.id, orders);
  meet(
    orders.filter(({ id }) => !found.has(id) && !unreadable.has(id)),
    step,
  );
  step.tally.closed += orders.filter((order) => hasJustClosed(order, found.get(order.id))).length;
  const fates = orders.map((order) => fateOf(order, found.get(order.id), step));
  const open = fates.flatMap((fate) => (fate.is === 'settle' ? [fate.entry] : []));
  if (open.length > 0) await settleOrders(await withDeeds(open, step), step);
  await shelve(fates, step);
}

/**
 * What never was on the book need not be taken off it, which would cost a write an order. What is older than the watch
 * a backfill brought, to days of the shelf that nobody would look at.
 */
async function shelve(fates: readonly Fate[], { ports, shop, on }: Sweeping): Promise<void> {
  const finished = fates.filter((fate) => fate.is === 'shelve');
  const created = finished.map(({ watched }) => watched.order.createdAt);
  const older = new Set(created.filter((at) => at < oldestWatched(on.now)).map(dayOf));
  if (older.size > 0) await ports.book.noteOlderDays(shop.id, [...older]);
  const moved = finished.flatMap(({ watched, isOnBook }) => (isOnBook ? [watched] : []));
  const straight = finished.flatMap(({ watched, isOnBook }) => (isOnBook ? [] : [watched]));
  if (moved.length > 0) await ports.book.shelve(shop.id, moved);
  if (straight.length > 0) await ports.book.shelveNew(shop.id, straight);
}

/**
 * Notes orders that nobody knew, and those of them that an earlier sweep should have met: paid more than a quarter of
 * an hour before it asked. A page that is read again after a crash finds its orders known, and they are not noted.
 */
function meet(orders: readonly Order[], { meetings, on }: Sweeping): void {
  if (!meetings || meetings === 'lost') return;
  for (const { createdAt, paidAt } of orders) {
    if (createdAt < oldestWatched(on.now)) continue;
    const from = latest(createdAt, paidAt ?? createdAt) ?? createdAt;
    meetings.orders += 1;
    if (from < before(meetings.knownUntil, settlingTime)) meetings.late += 1;
    if (age(from, on.now) > meetings.longest) meetings.longest = age(from, on.now);
  }
}

async function withDeeds(
  entries: readonly Omit<Unsettled, 'deeds'>[],
  { ports, shop }: Sweeping,
): Promise<readonly Unsettled[]> {
  const deeds = await ports.deeds.find(
    shop.id,
    entries.map(({ watched }) => watched.order.id),
  );
  return entries.map((entry) => ({ ...entry, deeds: deeds.get(entry.watched.order.id) ?? noDeeds }));
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
    return step.keepsOlder && found?.on !== 'book' ? shelveIfNew(watched, found) : { is: 'leave' };
  }
  if (isClosed(order) && !owesAWord(found, step)) return shelveIfNew(watched, found);
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

function shelveIfNew(watched: WatchedOrder, found: FoundOrder | undefined): Fate {
  const isKept = found?.on === 'shelf' && isDeepStrictEqual(found.watched.order, watched.order);
  return isKept ? { is: 'leave' } : { is: 'shelve', watched, isOnBook: found?.on === 'book' };
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
