import type { Order } from '../domain/order.ts';
import { isPast, type Instant } from '../domain/time.ts';

export type Fate = 'onTime' | 'late' | 'open';

/** What is known of the thing that a line asks for. */
export interface Done {
  readonly isDone: boolean;
  readonly at: Instant | undefined;
  /** Where nobody says when: something that can only have come after it. */
  readonly notAfter?: Instant | undefined;
}

/**
 * How an order fared against a line, as of `now`; undefined = nobody can say, or its cancellation made an end of it
 * in time. What was done before a cancellation counts like any other; what was not is late once the line has passed.
 */
export function fateOf(order: Order, line: Instant, { isDone, at, notAfter }: Done, now: Instant): Fate | undefined {
  if (at !== undefined) return isPast(line, at) ? 'late' : 'onTime';
  if (notAfter !== undefined && !isPast(line, notAfter)) return 'onTime';
  if (notAfter !== undefined) return undefined;
  // What a cancelled order has passed through its state does not say.
  if (order.status === 'CANCELLED') return isLateAt(order.cancelledAt, line) ? 'late' : undefined;
  if (isDone) return undefined;
  return isPast(line, now) ? 'late' : 'open';
}

function isLateAt(end: Instant | undefined, line: Instant): boolean {
  return end !== undefined && isPast(line, end);
}
