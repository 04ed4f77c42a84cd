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
 * in time. An order cancelled after the line had passed undone is late all the same.
 */
export function fateOf(order: Order, line: Instant, done: Done, now: Instant): Fate | undefined {
  if (order.status !== 'CANCELLED') return fateAt(line, done, now);
  const end = order.cancelledAt;
  return end !== undefined && isPast(line, end) && isPast(line, done.at ?? end) ? 'late' : undefined;
}

function fateAt(line: Instant, { isDone, at, notAfter }: Done, now: Instant): Fate | undefined {
  if (at !== undefined) return isPast(line, at) ? 'late' : 'onTime';
  if (isDone) return notAfter !== undefined && !isPast(line, notAfter) ? 'onTime' : undefined;
  return isPast(line, now) ? 'late' : 'open';
}
