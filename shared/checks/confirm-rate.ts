import type { DayTotals, Fates } from '../domain/day-totals.ts';
import { ok, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { countedDays, fatesIn, isVerdict, newestOf, ordersIn } from './counted-days.ts';
import { areTelling, fewLeft, lateShareAt, limitFacts, mostLate, strictestLimit } from './late-budget.ts';

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
    const days = countedDays(subject);
    if (isVerdict(days)) return days;
    const { countedAt } = newestOf(days);
    const limit = strictestLimit('confirm-late-rate', at, countedAt);
    if (!limit) return unknown('needs-limit');
    const window = days.slice(-(limit.limit.window ?? usualWindow));
    const fates = fatesIn(window, ({ confirm }) => confirm);
    const orders = ordersIn(fates);
    if (!areTelling(orders)) return unknown('needs-orders');
    const most = mostLate(limit, orders);
    const isOver = fates.late > most;
    const isNear = most - fates.late <= fewLeft || projected(window, fates) > most;
    if (fates.late === 0 || !(isOver || isNear)) return ok;
    return {
      is: 'firing',
      stage: isOver ? 'confirm-late-rate' : 'confirm-rate-budget',
      since: countedAt,
      facts: {
        late: fates.late,
        orders,
        open: fates.open,
        left: Math.max(0, most - fates.late),
        rate: fates.late / orders,
        limit: lateShareAt(limit),
        days: window.length,
        ...limitFacts(limit),
      },
    };
  },
} as const satisfies Check<'shop'>;

/** Late orders once the open ones have fared as those of the last days did. */
function projected(window: readonly DayTotals[], { late, open }: Fates): number {
  const recent = fatesIn(window.slice(-paceDays), ({ confirm }) => confirm);
  const decided = recent.onTime + recent.late;
  return decided === 0 ? late : late + open * (recent.late / decided);
}
