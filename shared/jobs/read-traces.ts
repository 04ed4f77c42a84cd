import type { OrderSubject } from '../checks/check.ts';
import type { Trace } from '../domain/order.ts';
import { Rejected, Transient } from '../ports/errors.ts';
import type { Marketplace } from '../ports/marketplace.ts';
import { pollDue, type PollReason } from './poll-due.ts';
import { finishAll } from './finish-all.ts';
import type { Sweeping, TraceReading } from './sweeping.ts';

/** In flight at once: at 200 ms an answer ten fill the limit of 50 a second; more only buys 429s (measured 2026-11). */
const inFlight = 10;

/** Failures in a row after which the rest of the step asks no more: each has been tried four times (2026-11). */
const patience = 20;

export interface TracesRead {
  /** An order that was due and is not here has no verdict: it stays unknown. */
  readonly answers: ReadonlyMap<string, Trace>;
  /** Due, but the step's time was up: left as they are for the next step. */
  readonly postponed: ReadonlySet<string>;
}

/** Reads every trace that is due among these orders. */
export async function readTraces(
  orders: readonly Omit<OrderSubject, 'traceRead'>[],
  step: Sweeping,
): Promise<TracesRead> {
  const answers = new Map<string, Trace>();
  const postponed = new Set<string>();
  const { marketplace } = step;
  if (!marketplace) return { answers, postponed };
  const due = orders.flatMap((known) => {
    const reason = pollDue(known, step.setting, step.look);
    return reason ? [{ order: known.order.id, reason }] : [];
  });
  let next = 0;
  async function work(reader: Marketplace): Promise<void> {
    for (let entry = due[next++]; entry; entry = due[next++]) {
      const trace = await readTrace(entry.order, entry.reason, reader, step);
      if (trace) answers.set(entry.order, trace);
      else if (step.traces.stopped === 'out-of-time') postponed.add(entry.order);
    }
  }
  await finishAll(Array.from({ length: Math.min(inFlight, due.length) }, () => work(marketplace)));
  return { answers, postponed };
}

async function readTrace(
  order: string,
  reason: PollReason,
  from: Marketplace,
  step: Sweeping,
): Promise<Trace | undefined> {
  const { traces, tally, ports } = step;
  if (!traces.stopped && ports.clock.wall() >= ports.until) traces.stopped = 'out-of-time';
  if (traces.stopped) {
    traces.missedLooks ||= reason === 'look';
    return undefined;
  }
  try {
    if (reason === 'look') tally.looks += 1;
    const trace = await from.readTrace(order);
    traces.answered += 1;
    traces.failedInARow = 0;
    return trace;
  } catch (error) {
    // Recovery: the verdict stays unknown, and the order is asked for again in the next sweep.
    if (!(error instanceof Transient || error instanceof Rejected)) {
      traces.stopped = 'failing';
      throw error;
    }
    if (error instanceof Transient || error.about === 'credential') countFailure(traces, reason, error);
    return undefined;
  }
}

function countFailure(traces: TraceReading, reason: PollReason, error: Transient | Rejected): void {
  traces.failed += 1;
  traces.failedInARow += 1;
  traces.missedLooks ||= reason === 'look';
  if (traces.failedInARow >= patience || error instanceof Rejected) traces.stopped = 'failing';
}
