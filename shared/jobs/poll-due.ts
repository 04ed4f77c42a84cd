import type { OrderSubject, Setting } from '../checks/check.ts';
import { clocksApply } from '../checks/clocks-apply.ts';
import { checks } from '../checks/registry.ts';
import { isInTransit, lastMoved } from '../domain/order.ts';
import { instant, type Duration, type Instant } from '../domain/time.ts';

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
  const { order, trace } = known;
  const subject = { ...known, traceRead: false };
  const waits = readers.some((check) => {
    const verdict = check.judge(subject, at);
    return verdict.is === 'unknown' && verdict.because === 'trace-not-read';
  });
  if (waits) return 'due';
  const moved = lastMoved(order, trace);
  if (!isInTransit(order) || !clocksApply(order) || moved === undefined) return undefined;
  const looks = Math.floor((at.now - moved) / look.every);
  return looks >= 1 && instant(moved + looks * look.every) > look.since ? 'look' : undefined;
}
