import type { DayTotals } from '../domain/day-totals.ts';
import { days as inDays } from '../domain/time.ts';
import { ok, unknown, type Verdict } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { countedDays, isVerdict, matureDays, newestOf, sumOf } from './counted-days.ts';
import { limitFacts, strictestLimit } from './late-budget.ts';

const oneDay = inDays(1);

/** A mean of fewer says more about one parcel than about the lane (house rule, 2026). */
const fewestPickups = 20;

/** "First-mile pick-up takes 1.8 days on average." From confirmation to pick-up it takes longer than usual, and longer than the week before. For reports. */
export const pickupLane = {
  id: 'pickup-lane',
  on: 'shop',
  stages: [{ id: 'pickup-slow-lane', severity: 'warning', quiet: true }],
  inhibitedBy: [],
  judge(subject, at): Verdict {
    const days = countedDays(subject);
    if (isVerdict(days)) return days;
    const { countedAt } = newestOf(days);
    const limit = strictestLimit('pickup-mean-days', at, countedAt);
    if (!limit) return unknown('needs-limit');
    const usual = limit.value * oneDay;
    // Of the newest orders only the fast ones have been picked up yet.
    const mature = matureDays(days, ({ pickup }) => pickup);
    const last = meanOf(mature.slice(-7));
    const earlier = meanOf(mature.slice(-14, -7));
    if (!last || !earlier) return unknown('needs-orders');
    if (last.mean <= usual || last.mean <= earlier.mean) return ok;
    const facts = { mean: last.mean, meanBefore: earlier.mean, usual, pickups: last.count, ...limitFacts(limit) };
    return { is: 'firing', stage: 'pickup-slow-lane', since: countedAt, facts };
  },
} as const satisfies Check<'shop'>;

function meanOf(days: readonly DayTotals[]): { readonly mean: number; readonly count: number } | undefined {
  const count = sumOf(days, ({ pickups }) => pickups.count);
  if (count < fewestPickups) return undefined;
  return { mean: Math.round(sumOf(days, ({ pickups }) => pickups.time) / count), count };
}
