import type { RuleName } from './rule-behind.ts';
import { hours, type Instant } from './time.ts';

export interface Sum {
  /** Decimal string. */
  readonly amount: string;
  readonly currency: string;
}

/** Money that is lost if nobody acts, as far as a rule or the platform's own field names a penalty. */
export interface Risk extends Sum {
  /** What is assumed: a fixed fine for each order, or a share of the order's value (1 = all of it). */
  readonly assumption: { readonly kind: 'fine' } | { readonly kind: 'share'; readonly share: number };
  /** The rule that names the penalty; left out: the meaning of the platform's field does. */
  readonly rule?: RuleName;
}

/** What a list of findings is sorted by. */
export interface Urgency {
  readonly line: Instant;
  readonly risk?: Sum | undefined;
  /** Days on which carriers usually rest: a silence that has them is the less urgent of two. */
  readonly freeDays?: number;
}

/** Sweeps are hourly, and nobody acts faster than that: within an hour of the line money decides. */
const sameTime = hours(1);

/** By the hour of the line, the earliest first; within it what is no usual pause, what costs most, the line itself. */
export function byUrgency(one: Urgency, other: Urgency): number {
  return (
    Math.floor(one.line / sameTime) - Math.floor(other.line / sameTime) ||
    (one.freeDays ?? 0) - (other.freeDays ?? 0) ||
    byMoney(one.risk, other.risk) ||
    one.line - other.line
  );
}

/** The larger sum first and no sum last. No rate between currencies is known, so each stands by itself. */
export function byMoney(one: Sum | undefined, other: Sum | undefined): number {
  if (one?.currency === other?.currency) return Number(other?.amount ?? 0) - Number(one?.amount ?? 0);
  if (!one || !other) return one ? -1 : 1;
  return one.currency < other.currency ? -1 : 1;
}
