import type { OrderSubject, Setting } from '../checks/check.ts';
import { clocksApply } from '../checks/clocks-apply.ts';
import { checks } from '../checks/registry.ts';
import { isInTransit, lastMoved } from '../domain/order.ts';
import { earliest, instant, type Duration, type Instant } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';

const readers = checks.order.filter(({ needsTrace }) => needsTrace);

/** `due`: a verdict depends on the answer. `look`: nothing does, but none has been read for `lookEvery`. */
export type PollReason = 'due' | 'look';

/**
 * Whether TikTok is asked for this order's trace now. Looks come at whole multiples of `every` after the last sign of
 * life, so that it takes no memory to know when the next one is: it is due if one fell into the time since `since`.
 */
export function pollDue(
  known: Omit<OrderSubject, 'traceRead'>,
  at: Setting,
  look: { readonly every: Duration; readonly since: Instant },
): PollReason | undefined {
  if (unread(known, at).some(isWaiting)) return 'due';
  const moved = lookedFrom(known);
  if (moved === undefined) return undefined;
  const looks = Math.floor((at.now - moved) / look.every);
  return looks >= 1 && instant(moved + looks * look.every) > look.since ? 'look' : undefined;
}

/**
 * From when on a sweep asks for the trace, should nothing new become known of the order before: `now` where the next one
 * does; undefined where none does.
 */
export function nextPoll(known: Omit<OrderSubject, 'traceRead'>, at: Setting, every: Duration): Instant | undefined {
  const verdicts = unread(known, at);
  if (verdicts.some(isWaiting)) return at.now;
  const moved = lookedFrom(known);
  const look =
    moved === undefined ? [] : [instant(moved + (Math.floor(Math.max(0, at.now - moved) / every) + 1) * every)];
  const reviews = verdicts.flatMap((verdict) => (verdict.is === 'ok' ? (verdict.reviewAt ?? []) : []));
  return earliest(...reviews, ...look);
}

/**
 * Whether the sweep of `asOf` has asked for the trace, and nothing that hangs on it has come so far since that the next
 * one has to ask again first. That TikTok answered is taken for granted.
 */
export function isReadSince(known: Omit<OrderSubject, 'traceRead'>, at: Setting, asOf: Instant): boolean {
  const then = { ...at, now: asOf };
  if (!unread(known, then).some(isWaiting)) return false;
  const subject = { ...known, traceRead: true };
  return readers.every((check) => stageIn(check.judge(subject, at)) === stageIn(check.judge(subject, then)));
}

function stageIn(verdict: Verdict): string | undefined {
  return verdict.is === 'firing' ? verdict.stage : undefined;
}

/** What hangs on the trace says of an order whose trace has not been read. */
function unread(known: Omit<OrderSubject, 'traceRead'>, at: Setting): readonly Verdict[] {
  const subject = { ...known, traceRead: false };
  return readers.map((check) => check.judge(subject, at));
}

function isWaiting(verdict: Verdict): boolean {
  return verdict.is === 'unknown' && verdict.because === 'trace-not-read';
}

/** The last sign of life, after which looks are counted; undefined: nobody looks. */
function lookedFrom({ order, trace }: Pick<OrderSubject, 'order' | 'trace'>): Instant | undefined {
  return isInTransit(order) && clocksApply(order) ? lastMoved(order, trace) : undefined;
}
