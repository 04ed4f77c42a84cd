import type { DayTotals } from '../domain/day-totals.ts';
import type { RuleName } from '../domain/rule-behind.ts';
import { after, days, instant, type Instant } from '../domain/time.ts';
import type { LimitInForce } from '../policies/policy.ts';
import type { Setting } from './check.ts';

/** Up to so many orders left the budget is nearly spent (house rule, 2026). */
export const fewLeft = 2;

/**
 * Of 25 orders one late one is 4 %, the strictest limit known (United States, 2025): of fewer, a single order would
 * decide (house rule, 2026).
 */
const fewestOrders = 25;

/** Whether so many orders are enough for a rate that accuses the shop, or clears it. */
export function areTelling(orders: number): boolean {
  return orders >= fewestOrders;
}

/** The limit a shop has to keep: of several in force, as with tiers of sanctions, the strictest. */
export function strictestLimit(metric: string, at: Setting, when: Instant): LimitInForce | undefined {
  const [first, ...others] = at.policy.limit(metric, at.shop, when);
  return first && others.reduce((strict, other) => (isStricter(other, strict) ? other : strict), first);
}

function isStricter(limit: LimitInForce, than: LimitInForce): boolean {
  const isFloor = than.limit.must === 'at least' || than.limit.must === 'above';
  return isFloor ? limit.value > than.value : limit.value < than.value;
}

/** How a finding names the limit it rests on. */
export function limitFacts({ pack, limit }: LimitInForce): RuleName {
  return { pack, clause: limit.id };
}

/** The share of late orders at the limit, whether the rule speaks of orders late or on time. */
export function lateShareAt({ limit, value }: LimitInForce): number {
  return limit.must === 'at least' || limit.must === 'above' ? 1 - value : value;
}

/** How many of so many orders may be late without crossing the limit. */
export function mostLate(limit: LimitInForce, orders: number): number {
  const { must } = limit.limit;
  // 1 − 0.8 is a little less than 0.2: a millionth of an order is no order.
  const most = lateShareAt(limit) * orders;
  if (must === 'at most' || must === 'at least') return Math.floor(most + 1e-6);
  return Math.max(0, Math.ceil(most - 1e-6) - 1);
}

/** A rate of late orders as it stands. */
export interface RateNow {
  readonly late: number;
  readonly orders: number;
  /** How many may be late. */
  readonly most: number;
  readonly limit: LimitInForce;
  /** Days of orders that it is taken over, and when the newest was counted. */
  readonly days: number;
  readonly countedAt: Instant;
}

export function rateFacts({ late, orders, most, limit, days: counted }: RateNow): RateFacts {
  const left = Math.max(0, most - late);
  const share = { rate: late / orders, limit: lateShareAt(limit) };
  return { late, orders, left, ...share, days: counted, ...limitFacts(limit) };
}

interface RateFacts extends RuleName {
  readonly late: number;
  readonly orders: number;
  readonly left: number;
  readonly rate: number;
  readonly limit: number;
  readonly days: number;
}

/** The end of a day (UTC), as the instant whose rules a week that ends with it is measured by. */
export function endOf({ day }: DayTotals): Instant {
  return after(instant(Date.parse(day)), days(1));
}
