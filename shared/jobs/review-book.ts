import { noDeeds, type Deeds } from '../domain/deed.ts';
import { isLive } from '../domain/finding.ts';
import { isClosed } from '../domain/order.ts';
import type { RemedyCase } from '../domain/remedy-case.ts';
import type { Because } from '../domain/verdict.ts';
import { shards, type WatchedOrder } from '../ports/order-book.ts';
import type { Run } from '../ports/watch.ts';
import { endedOf } from './follow-cases.ts';
import { addCounts, countsFrom, type NotWatchedCounts } from './not-watched.ts';
import { oweOrder, type Owed } from './owed.ts';
import { countOnly } from './settle-order.ts';
import { report } from './reporting.ts';
import { settleOrders } from './settle-orders.ts';
import { relevantTo, type Silence } from './silences.ts';
import { oldestWatched, type Sweeping } from './sweeping.ts';

export interface Reviewed {
  /** Where to go on when the step's time was up; undefined = the whole book was read. */
  readonly pausedAt?: NonNullable<Run['settled']>;
}

/**
 * Reads the whole open book once: judges what this run has not written yet, clears out what closed earlier, and
 * collects what the run owes. What lies before `settled` was judged by an earlier step and is only collected.
 */
export async function reviewBook(
  owed: Owed,
  silences: readonly Silence[],
  settled: Run['settled'],
  step: Sweeping,
  blind?: Because,
): Promise<Reviewed> {
  const { ports, shop, reporting } = step;
  for (let shard = 0; shard < shards; shard += 1) {
    // Read when the first order of the shard is judged, and kept no longer than the shard.
    let deeds: ReadonlyMap<string, Deeds> | undefined;
    let after: string | undefined;
    do {
      const page = await ports.book.read(shop.id, shard, after);
      const last = page.orders.at(-1)?.order.id;
      const seen = settled && isBefore({ shard, ...(last !== undefined && { after: last }) }, settled);
      if (!seen && ports.clock.wall() >= ports.until)
        return { pausedAt: { shard, ...(after !== undefined && { after }) } };
      if ((!seen || reporting?.book) && page.orders.length > 0) deeds ??= await ports.deeds.ofShard(shop.id, shard);
      const counts = countsFrom();
      const current = seen ? page.orders : await review(page.orders, deeds ?? new Map(), step, silences, blind, counts);
      // What went unread for want of time is judged in the next step, not left unknown until the next sweep.
      if (!seen && step.traces.stopped === 'out-of-time')
        return { pausedAt: { shard, ...(after !== undefined && { after }) } };
      addCounts(step.notWatched, counts);
      const { cases, on } = step;
      if (cases)
        await endCases(
          current.flatMap((watched) => endedOf(cases, watched, on.now)),
          step,
        );
      for (const watched of current) {
        oweOrder(owed, watched, step.on.run, silences);
        if (reporting) report(reporting, watched, deeds?.get(watched.order.id) ?? noDeeds, step);
      }
      after = page.next;
    } while (after !== undefined);
  }
  return {};
}

/** Stored as they end; what dies before it is stored ends again in the next run. */
export async function endCases(ended: readonly RemedyCase[], { ports, shop }: Sweeping): Promise<void> {
  if (ended.length > 0) await ports.cases.put(shop.id, ended);
}

type Place = NonNullable<Run['settled']>;

function isBefore(place: Place, settled: Place): boolean {
  if (place.shard !== settled.shard) return place.shard < settled.shard;
  return settled.after !== undefined && (place.after === undefined || place.after <= settled.after);
}

async function review(
  orders: readonly WatchedOrder[],
  deeds: ReadonlyMap<string, Deeds>,
  step: Sweeping,
  silences: readonly Silence[],
  blind: Because | undefined,
  counts: NotWatchedCounts,
): Promise<readonly WatchedOrder[]> {
  const done = orders.filter((watched) => watched.run === step.on.run);
  if (!blind) count(done, deeds, step, counts);
  const earlier = orders.filter((watched) => watched.run !== step.on.run);
  // A resolution under silence is told when it lifts: until then its order stays.
  const mayOweAWord = (watched: WatchedOrder): boolean =>
    watched.findings.some((finding) => {
      const subject = { kind: 'order', id: watched.order.id } as const;
      return relevantTo({ finding, subject, watched }, silences).length > 0;
    });
  const finished = earlier.filter((watched) => isFinished(watched, step) && !mayOweAWord(watched));
  const rest = earlier.filter((watched) => !finished.includes(watched));
  if (finished.length > 0) await step.ports.book.shelve(step.shop.id, finished);
  const judged = await settleOrders(
    rest.map((watched) => ({ watched, stored: watched, deeds: deeds.get(watched.order.id) ?? noDeeds })),
    step,
    blind,
    counts,
  );
  return [...done, ...judged];
}

/** What was judged on its page: that its trace was read as far as it was due is taken for granted. */
function count(
  done: readonly WatchedOrder[],
  deeds: ReadonlyMap<string, Deeds>,
  step: Sweeping,
  counts: NotWatchedCounts,
): void {
  for (const { order, trace, findings } of done) {
    if (step.quarantined.has(order.id)) continue;
    const subject = { order, trace, traceRead: true, findings, deeds: deeds.get(order.id) ?? noDeeds };
    countOnly(subject, step.setting, counts);
  }
}

/** Closed or too old, and everything it owed was handed over by the run that wrote it. */
function isFinished(watched: WatchedOrder, step: Sweeping): boolean {
  const over = isClosed(watched.order) || watched.order.createdAt < oldestWatched(step.on.now);
  return over && !watched.findings.some(isLive);
}
