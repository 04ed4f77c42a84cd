import type { DayTotals } from '../domain/day-totals.ts';
import type { Instant } from '../domain/time.ts';
import { ok, unknown, type Verdict } from '../domain/verdict.ts';
import type { LimitInForce } from '../policies/policy.ts';
import type { Check, Setting, ShopSubject } from './check.ts';
import { countedDays, fatesIn, isVerdict, matureDays, newestOf, ordersIn, sumOf } from './counted-days.ts';
import { areTelling, fewLeft, mostLate, rateFacts, strictestLimit, type RateNow } from './late-budget.ts';

/** TikTok's on-time delivery rate is taken over a week (US page of 3 Sep 2025). */
const usualWindow = 7;

/** Rates that packs set a limit to, the article's own first, and which orders each of them counts. */
const rates: readonly { readonly metric: string; readonly lateOf: (day: DayTotals) => number }[] = [
  { metric: 'late-fulfilment-rate', lateOf: ({ lateCounted }) => lateCounted },
  { metric: 'on-time-delivery-rate', lateOf: ({ deliver }) => deliver.late },
];

/**
 * "Deliver at least 80 % of a week's orders by their date", or what else the packs say: how many more deliveries may
 * be late, once at least one is. Counted over the newest days whose promises have come due.
 */
export const deliveryRate = {
  id: 'delivery-rate',
  on: 'shop',
  stages: [{ id: 'late-rate-budget', severity: 'breach' }],
  inhibitedBy: [],
  judge(subject, at) {
    const now = deliveryRateNow(subject, at);
    if ('is' in now) return now;
    if (now.late === 0 || now.most - now.late > fewLeft) return ok;
    return { is: 'firing', stage: 'late-rate-budget', since: now.countedAt, facts: { ...rateFacts(now) } };
  },
} as const satisfies Check<'shop'>;

export function deliveryRateNow(subject: ShopSubject, at: Setting): RateNow | Verdict {
  const days = countedDays(subject);
  if (isVerdict(days)) return days;
  const { countedAt } = newestOf(days);
  const rate = rateWithLimit(at, countedAt);
  if (!rate) return unknown('needs-limit');
  const { limit, lateOf } = rate;
  const window = matureDays(days, ({ deliver }) => deliver).slice(-(limit.limit.window ?? usualWindow));
  const orders = ordersIn(fatesIn(window, ({ deliver }) => deliver));
  if (!areTelling(orders)) return unknown('needs-orders');
  const most = mostLate(limit, orders);
  return { late: sumOf(window, lateOf), orders, most, limit, days: window.length, countedAt };
}

function rateWithLimit(
  at: Setting,
  when: Instant,
): { readonly limit: LimitInForce; readonly lateOf: (day: DayTotals) => number } | undefined {
  for (const { metric, lateOf } of rates) {
    const limit = strictestLimit(metric, at, when);
    if (limit) return { limit, lateOf };
  }
  return undefined;
}
