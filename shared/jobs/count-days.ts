import { dayOf, daysUpTo, type DayTotals } from '../domain/day-totals.ts';
import { noDeeds, type Deeds } from '../domain/deed.ts';
import type { Shop } from '../domain/shop.ts';
import { after, hours, type Instant } from '../domain/time.ts';
import type { DayLog } from '../ports/day-log.ts';
import { shards, type BookPage, type WatchedOrder } from '../ports/order-book.ts';
import type { CountProgress, Run, Watch } from '../ports/watch.ts';
import { countDay, emptyDay } from '../totals/count-day.ts';
import { oldestWatched, type Sweeping } from './sweeping.ts';

/** The longest promise of a clause (seven days and the day it counts from) and a week of orders that came due. */
const earlierDays = 14;

/**
 * Promises over holidays, and TikTok's own, take longer. Each older day costs a read of its shelf, so they take turns:
 * every one of them is counted again within a day.
 */
const olderAtOnce = 14;

/** A rate of a week moves slowly, and a count reads book and shelf once more (house rule, 2026). */
const countEvery = hours(6);

/** Due when it never happened, when the last one is old, or when this run has begun one. */
export function isCountDue(run: Run, { countedAt }: Watch): boolean {
  return run.count !== undefined || countedAt === undefined || run.now >= after(countedAt, countEvery);
}

/**
 * Counts the last two weeks and today whole, and of the days before them some that were not settled when they were last
 * counted, from the open book and the shelf, and writes them. Answers how far it got when the step's time was up; then
 * nothing is written yet. In memory are the totals and the ids of one shard.
 */
export async function countDays(step: Sweeping, begun: CountProgress | undefined): Promise<CountProgress | undefined> {
  const { ports, shop, on } = step;
  const days = begun?.days ?? (await daysToCount(step)).map((day) => emptyDay(day, on.now));
  const totals = new Map(days.map((of) => [of.day, of]));
  for (let shard = begun?.shard ?? 0; shard < shards; shard += 1) {
    // A step that goes on with a count takes at least one shard further, whatever it spent before.
    const mustMove = begun !== undefined && shard === begun.shard;
    if (!mustMove && ports.clock.wall() >= ports.until) return { shard, days: [...totals.values()] };
    await countShard(totals, shard, step);
  }
  await ports.dayLog.write(shop.id, [...totals.values()]);
  return undefined;
}

/** All days whose orders are watched, the earlier ones as they stood when they were last counted. */
export function readDays(log: DayLog, shop: Shop, now: Instant): Promise<readonly DayTotals[]> {
  return log.since(shop.id, dayOf(oldestWatched(now)));
}

/** Ascending; of the older ones those whose count is the oldest. */
async function daysToCount({ ports, shop, on }: Sweeping): Promise<readonly string[]> {
  const recent = daysUpTo(on.now, earlierDays);
  const known = await readDays(ports.dayLog, shop, on.now);
  const older = known
    .filter((of) => !recent.includes(of.day) && (isUnsettled(of) || of.countedAt === on.now))
    // What a killed step of this run has counted comes first, so that its successor counts the same.
    .toSorted((one, other) => turnOf(one, on.now) - turnOf(other, on.now))
    .slice(0, olderAtOnce);
  return [...older.map(({ day }) => day).toSorted(), ...recent];
}

function turnOf({ countedAt }: DayTotals, now: Instant): number {
  return countedAt === now ? 0 : countedAt;
}

function isUnsettled({ confirm, pickup, deliver }: DayTotals): boolean {
  return confirm.open + pickup.open + deliver.open > 0;
}

/** An order has the same shard on book and shelf. One that is on both, after a cut-short move, is the book's. */
async function countShard(totals: Map<string, DayTotals>, shard: number, step: Sweeping): Promise<void> {
  const { book, deeds } = step.ports;
  const shop = step.shop.id;
  const words = await deeds.ofShard(shop, shard);
  const onBook = new Set<string>();
  for await (const orders of pages((from) => book.read(shop, shard, from))) {
    for (const { order } of orders) if (totals.has(dayOf(order.createdAt))) onBook.add(order.id);
    add(totals, orders, words, step);
  }
  for (const day of totals.keys()) {
    for await (const orders of pages((from) => book.readShelf(shop, day, shard, from))) {
      add(
        totals,
        orders.filter(({ order }) => !onBook.has(order.id)),
        words,
        step,
      );
    }
  }
}

async function* pages(read: (after?: string) => Promise<BookPage>): AsyncGenerator<readonly WatchedOrder[]> {
  let from: string | undefined;
  do {
    const page = await read(from);
    yield page.orders;
    from = page.next;
  } while (from !== undefined);
}

function add(
  totals: Map<string, DayTotals>,
  orders: readonly WatchedOrder[],
  words: ReadonlyMap<string, Deeds>,
  { setting, quarantined }: Sweeping,
): void {
  for (const { order, trace } of orders) {
    // What is known of it is old: it would count as late for a change in TikTok's format.
    if (quarantined.has(order.id)) continue;
    const day = dayOf(order.createdAt);
    const known = totals.get(day);
    if (known) totals.set(day, countDay(known, [{ order, trace, deeds: words.get(order.id) ?? noDeeds }], setting));
  }
}
