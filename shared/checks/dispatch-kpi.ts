import type { DayTotals, Fates } from '../domain/day-totals.ts';
import type { Instant } from '../domain/time.ts';
import { ok, unknown, type Facts, type Verdict } from '../domain/verdict.ts';
import type { Check, Setting, ShopSubject } from './check.ts';
import { countedDays, fatesIn, isVerdict, matureDays, newestOf, ordersIn } from './counted-days.ts';
import { areTelling, endOf, lateShareAt, limitFacts, mostLate, strictestLimit, type RateNow } from './late-budget.ts';

const week = 7;

/**
 * "Dispatch in time is a core figure of the shop: below target for two weeks in a row, and it may list no new
 * products." A week is seven days whose dispatch lines have passed; a miss is a late dispatch rate over the limit.
 */
export const dispatchKpi = {
  id: 'dispatch-kpi',
  on: 'shop',
  stages: [
    { id: 'kpi-one-week-miss', severity: 'breach' },
    { id: 'kpi-two-week-miss', severity: 'critical' },
  ],
  inhibitedBy: [],
  judge(subject, at) {
    const now = dispatchNow(subject, at);
    if ('is' in now) return now;
    const { last, before, countedAt } = now;
    if (!last || !isMissed(last)) return ok;
    const missedBefore = before && isMissed(before);
    const earlier = missedBefore
      ? { lateBefore: before.late, ordersBefore: before.orders, rateBefore: before.late / before.orders }
      : {};
    const { late, orders, limit } = last;
    const figures = { late, orders, rate: late / orders, limit: lateShareAt(limit) };
    const stage = missedBefore ? 'kpi-two-week-miss' : 'kpi-one-week-miss';
    return {
      is: 'firing',
      stage,
      since: countedAt,
      facts: { ...figures, ...earlier, ...limitFacts(limit) } satisfies Facts,
    };
  },
} as const satisfies Check<'shop'>;

/** The newest week and the one before it; undefined where no limit held or too few orders were to be dispatched. */
export function dispatchNow(
  subject: ShopSubject,
  at: Setting,
): { readonly last: RateNow | undefined; readonly before: RateNow | undefined; readonly countedAt: Instant } | Verdict {
  const days = countedDays(subject);
  if (isVerdict(days)) return days;
  const { countedAt } = newestOf(days);
  if (!strictestLimit('late-dispatch-rate', at, countedAt)) return unknown('needs-limit');
  const fatesOf = dispatchOf(days);
  const mature = matureDays(days, fatesOf);
  if (!isTellingWeek(mature.slice(-week), fatesOf)) return unknown('needs-orders');
  const weekBefore = mature.slice(-2 * week, -week);
  const before = isTellingWeek(weekBefore, fatesOf) ? rateOf(weekBefore, fatesOf, at) : undefined;
  return { last: rateOf(mature.slice(-week), fatesOf, at), before, countedAt };
}

/** Dispatched is what the carrier has; where no line for that is known, what the seller has confirmed. */
function dispatchOf(days: readonly DayTotals[]): (day: DayTotals) => Fates {
  return ordersIn(fatesIn(days, ({ pickup }) => pickup)) > 0 ? ({ pickup }) => pickup : ({ confirm }) => confirm;
}

/** A whole week, and enough orders in it. */
function isTellingWeek(days: readonly DayTotals[], fatesOf: (day: DayTotals) => Fates): boolean {
  return days.length === week && areTelling(ordersIn(fatesIn(days, fatesOf)));
}

/** By the limit as it was at the week's end: targets change from one week to the next. */
function rateOf(days: readonly DayTotals[], fatesOf: (day: DayTotals) => Fates, at: Setting): RateNow | undefined {
  const end = days.at(-1);
  const limit = end && strictestLimit('late-dispatch-rate', at, endOf(end));
  if (!limit) return undefined;
  const fates = fatesIn(days, fatesOf);
  const orders = ordersIn(fates);
  const { late } = fates;
  return { late, orders, most: mostLate(limit, orders), limit, days: days.length, countedAt: end.countedAt };
}

function isMissed({ late, most }: RateNow): boolean {
  return late > most;
}
