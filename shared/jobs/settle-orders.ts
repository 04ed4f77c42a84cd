import { isDeepStrictEqual } from 'node:util';
import type { OrderSubject } from '../checks/check.ts';
import type { Deeds } from '../domain/deed.ts';
import type { Trace } from '../domain/order.ts';
import type { KnownCase } from '../domain/remedy-case.ts';
import type { Because } from '../domain/verdict.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import type { NotWatchedCounts } from './not-watched.ts';
import { noteLag } from './note-lag.ts';
import { readTraces, type TracesRead } from './read-traces.ts';
import { secondOpinions } from './second-opinions.ts';
import { settleOrder } from './settle-order.ts';
import type { Sweeping } from './sweeping.ts';

/** An order to be judged: as it is now, what people wrote down about it, and as it is stored (absent = new). */
export interface Unsettled {
  readonly watched: WatchedOrder;
  readonly deeds: Deeds;
  readonly stored?: WatchedOrder;
}

/**
 * Reads due traces, judges, and writes what changed: one put per changed order, none for the rest.
 * `blind`: nothing time-based may be said (the pull did not reach `now`).
 */
export async function settleOrders(
  orders: readonly Unsettled[],
  step: Sweeping,
  blind?: Because,
  counts?: NotWatchedCounts,
): Promise<readonly WatchedOrder[]> {
  const { answers, postponed } = blind ? nothingRead : await readTraces(readable(orders, step), step);
  const subjects = orders.map(({ watched: { order, trace, findings }, deeds, stored }): OrderSubject => {
    const answer = answers.get(order.id);
    if (answer && stored) noteLag(stored, deeds, answer, step);
    return {
      order,
      trace: answer ? freshTrace(trace, answer) : trace,
      traceRead: answer !== undefined,
      deeds,
      ...(step.cases && { cases: step.cases.byOrder.get(order.id) ?? noCases }),
      findings,
    };
  });
  const opinions = blind ? noOpinions : await secondOpinions(subjects, step);
  const settled = orders.map(({ watched }, place) => {
    const subject = withOpinion(subjects[place] as OrderSubject, opinions);
    const why = step.quarantined.has(watched.order.id) ? 'quarantined' : blind;
    step.tally.judged += 1;
    return { ...watched, trace: subject.trace, findings: settleOrder(subject, step.setting, step.on, why, counts) };
  });
  const outcome = settled.map((watched, index) => {
    const stored = orders[index]?.stored;
    return stored && isUnchanged(watched, stored) ? stored : { ...watched, run: step.on.run };
  });
  const changed = outcome.filter(
    (watched, index) => watched !== orders[index]?.stored && !postponed.has(watched.order.id),
  );
  if (changed.length > 0) await step.ports.book.write(step.shop.id, changed);
  return outcome;
}

const noCases: readonly KnownCase[] = [];

const noOpinions: Awaited<ReturnType<typeof secondOpinions>> = new Map();

/** The same subject where nobody else was asked: most orders move, and a copy of each would cost as much as judging it. */
function withOpinion(subject: OrderSubject, opinions: typeof noOpinions): OrderSubject {
  const second = opinions.get(subject.order.id);
  return second ? { ...subject, second } : subject;
}

const nothingRead: TracesRead = { answers: new Map(), postponed: new Set() };

function readable(orders: readonly Unsettled[], step: Sweeping): readonly Omit<OrderSubject, 'traceRead'>[] {
  return orders
    .map(({ watched: { order, trace, findings }, deeds }) => ({ order, trace, findings, deeds }))
    .filter(({ order }) => !step.quarantined.has(order.id));
}

/** An answer that ends before what we know is a glitch of the feed: a parcel is never un-scanned. */
function freshTrace(known: Trace, answer: Trace): Trace {
  return newestScan(answer) < newestScan(known) || isDeepStrictEqual(known, answer) ? known : answer;
}

function newestScan(trace: Trace): number {
  return trace.scans.at(-1) ?? Number.NEGATIVE_INFINITY;
}

function isUnchanged(watched: WatchedOrder, stored: WatchedOrder): boolean {
  return (
    watched.findings === stored.findings &&
    (watched.trace === stored.trace || isDeepStrictEqual(watched.trace, stored.trace)) &&
    (watched.order === stored.order || isDeepStrictEqual(watched.order, stored.order))
  );
}
