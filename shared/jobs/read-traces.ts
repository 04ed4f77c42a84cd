import type { Trace } from '../domain/order.ts';
import { Rejected, Transient } from '../ports/errors.ts';
import type { Marketplace } from '../ports/marketplace.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import { pollDue, type PollReason } from './poll-due.ts';
import type { Sweeping } from './sweeping.ts';

/** In flight at once: at 200 ms an answer ten fill the limit of 50 a second; more only buys 429s (measured 2026-11). */
const inFlight = 10;

/** Failures in a row after which the rest of the sweep asks no more: each has already been retried. */
const patience = 20;

/** Reads every trace that is due among these orders. An order without an answer is left out: its verdict is unknown. */
export async function readTraces(orders: readonly WatchedOrder[], step: Sweeping): Promise<ReadonlyMap<string, Trace>> {
  const answers = new Map<string, Trace>();
  const { marketplace } = step;
  if (!marketplace) return answers;
  const due = orders.flatMap((watched) => {
    const reason = pollDue(watched.order, watched.trace, step.setting, step.look);
    return reason ? [{ order: watched.order.id, reason }] : [];
  });
  let next = 0;
  async function work(reader: Marketplace): Promise<void> {
    for (let entry = due[next++]; entry; entry = due[next++]) {
      const trace = await readTrace(entry.order, entry.reason, reader, step);
      if (trace) answers.set(entry.order, trace);
    }
  }
  await Promise.all(Array.from({ length: Math.min(inFlight, due.length) }, () => work(marketplace)));
  return answers;
}

async function readTrace(
  order: string,
  reason: PollReason,
  from: Marketplace,
  step: Sweeping,
): Promise<Trace | undefined> {
  const { traces, tally } = step;
  if (traces.broken) {
    traces.missedLooks ||= reason === 'look';
    return undefined;
  }
  try {
    if (reason === 'look') tally.looks += 1;
    const trace = await from.readTrace(order);
    traces.failures = 0;
    return trace;
  } catch (error) {
    // Recovery: the verdict stays unknown, and the order is asked for again in the next sweep.
    if (!(error instanceof Transient || error instanceof Rejected)) throw error;
    traces.failures += 1;
    traces.missedLooks ||= reason === 'look';
    traces.broken ||= traces.failures >= patience || (error instanceof Rejected && error.about === 'credential');
    return undefined;
  }
}
