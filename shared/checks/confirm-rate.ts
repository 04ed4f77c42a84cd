import type { DayTotals, Fates } from '../domain/day-totals.ts';
import { ok, unknown, type Verdict } from '../domain/verdict.ts';
import type { Check, Setting, ShopSubject } from './check.ts';
import { countedDays, fatesIn, isVerdict, newestOf, ordersIn } from './counted-days.ts';
import { areTelling, fewLeft, mostLate, rateFacts, strictestLimit, type RateNow } from './late-budget.ts';

/** Where the rule names no window: a week, as Seller Center shows its rates (pages of 2025). */
const usualWindow = 7;

/** The pace is that of the newest days, so that a bad morning is not drowned in a good week. */
const paceDays = 3;

/**
 * "At most 5 % of orders may be confirmed late, or the platform warns the shop." Of the orders created within the
 * window those still open count as well, as on time: so a breach is certain, and the warning before it says how many
 * more may be late, or that at the pace of the last days too many will be.
 */
export const confirmRate = {
  id: 'confirm-rate',
  on: 'shop',
  stages: [
    { id: 'confirm-rate-budget', severity: 'warning' },
    { id: 'confirm-late-rate', severity: 'breach' },
  ],
  inhibitedBy: [],
  judge(subject, at) {
    const now = confirmRateNow(subject, at);
    if ('is' in now) return now;
    const { late, open, most, countedAt } = now;
    const isOver = late > most;
    const isNear = most - late <= fewLeft || now.projected > most;
    if (late === 0 || !(isOver || isNear)) return ok;
    const stage = isOver ? 'confirm-late-rate' : 'confirm-rate-budget';
    return { is: 'firing', stage, since: countedAt, facts: { ...rateFacts(now), open } };
  },
} as const satisfies Check<'shop'>;

/** The rate as it stands, and how many would be late at the pace of the last days. */
export function confirmRateNow(
  subject: ShopSubject,
  at: Setting,
): (RateNow & { readonly open: number; readonly projected: number }) | Verdict {
  const days = countedDays(subject);
  if (isVerdict(days)) return days;
  const { countedAt } = newestOf(days);
  const limit = strictestLimit('confirm-late-rate', at, countedAt);
  if (!limit) return unknown('needs-limit');
  const window = days.slice(-(limit.limit.window ?? usualWindow));
  const fates = fatesIn(window, ({ confirm }) => confirm);
  const orders = ordersIn(fates);
  if (!areTelling(orders)) return unknown('needs-orders');
  const { late, open } = fates;
  const most = mostLate(limit, orders);
  return { late, orders, open, most, limit, days: window.length, countedAt, projected: projected(window, fates) };
}

/** Late orders once the open ones have fared as those of the last days did. */
function projected(window: readonly DayTotals[], { late, open }: Fates): number {
  const recent = fatesIn(window.slice(-paceDays), ({ confirm }) => confirm);
  const decided = recent.onTime + recent.late;
  return decided === 0 ? late : late + open * (recent.late / decided);
}
