import type { DayTotals, Fates } from '../domain/day-totals.ts';
import type { RuleName } from '../domain/rule-behind.ts';
import { ok, unknown, type Facts } from '../domain/verdict.ts';
import type { Check, Setting } from './check.ts';
import { countedDays, fatesIn, isVerdict, matureDays, newestOf, ordersIn } from './counted-days.ts';
import { areTelling, endOf, lateShareAt, limitFacts, mostLate, strictestLimit } from './late-budget.ts';

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
    const days = countedDays(subject);
    if (isVerdict(days)) return days;
    const { countedAt } = newestOf(days);
    if (!strictestLimit('late-dispatch-rate', at, countedAt)) return unknown('needs-limit');
    const fatesOf = dispatchOf(days);
    const mature = matureDays(days, fatesOf);
    const lastWeek = mature.slice(-week);
    if (!isTellingWeek(lastWeek, fatesOf)) return unknown('needs-orders');
    const last = missed(lastWeek, fatesOf, at);
    if (!last) return ok;
    const weekBefore = mature.slice(-2 * week, -week);
    const earlier = isTellingWeek(weekBefore, fatesOf) ? missed(weekBefore, fatesOf, at) : undefined;
    const before = earlier ? { lateBefore: earlier.late, ordersBefore: earlier.orders, rateBefore: earlier.rate } : {};
    const { rule, ...figures } = last;
    const stage = earlier ? 'kpi-two-week-miss' : 'kpi-one-week-miss';
    return { is: 'firing', stage, since: countedAt, facts: { ...figures, ...before, ...rule } satisfies Facts };
  },
} as const satisfies Check<'shop'>;

/** Dispatched is what the carrier has; where no line for that is known, what the seller has confirmed. */
function dispatchOf(days: readonly DayTotals[]): (day: DayTotals) => Fates {
  return ordersIn(fatesIn(days, ({ pickup }) => pickup)) > 0 ? ({ pickup }) => pickup : ({ confirm }) => confirm;
}

interface Miss {
  readonly late: number;
  readonly orders: number;
  readonly rate: number;
  readonly limit: number;
  readonly rule: RuleName;
}

/** A whole week, and enough orders in it. */
function isTellingWeek(days: readonly DayTotals[], fatesOf: (day: DayTotals) => Fates): boolean {
  return days.length === week && areTelling(ordersIn(fatesIn(days, fatesOf)));
}

/** By the limit as it was at the week's end: targets change from one week to the next. */
function missed(days: readonly DayTotals[], fatesOf: (day: DayTotals) => Fates, at: Setting): Miss | undefined {
  const end = days.at(-1);
  if (!end) return undefined;
  const limit = strictestLimit('late-dispatch-rate', at, endOf(end));
  const fates = fatesIn(days, fatesOf);
  const { late } = fates;
  const orders = ordersIn(fates);
  if (!limit || late <= mostLate(limit, orders)) return undefined;
  return { late, orders, rate: late / orders, limit: lateShareAt(limit), rule: limitFacts(limit) };
}
