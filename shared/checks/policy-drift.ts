import type { DayTotals, Drift } from '../domain/day-totals.ts';
import { ok, type Verdict } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { countedDays, isVerdict, lately, newestOf } from './counted-days.ts';

/** One odd order proves nothing (house rule, 2026). */
const fewestOrders = 20;
const sameWay = 0.8;

/**
 * "TikTok's own deadline on the order always wins." Where it lies more than an hour to the same side of our clause's
 * in four of five orders, the clause is out of date or not this shop's: then the clock is wrong wherever TikTok gives
 * no deadline of its own.
 */
export const policyDrift = {
  id: 'policy-drift',
  on: 'shop',
  stages: [{ id: 'policy-drift', severity: 'warning' }],
  inhibitedBy: [],
  judge(subject): Verdict {
    const counted = countedDays(subject);
    if (isVerdict(counted)) return counted;
    const days = lately(counted);
    const clocks = new Set(days.flatMap(({ drift }) => Object.keys(drift)));
    const found = [...clocks].flatMap((clock) => systematic(clock, days));
    const [worst] = found.toSorted((a, b) => b.apart / b.compared - a.apart / a.compared);
    if (!worst) return ok;
    const { clock, compared, apart, hours } = worst;
    const { countedAt } = newestOf(counted);
    return { is: 'firing', stage: 'policy-drift', since: countedAt, facts: { clock, compared, apart, hours } };
  },
} as const satisfies Check<'shop'>;

interface Apart {
  readonly clock: string;
  readonly compared: number;
  readonly apart: number;
  /** The difference most of them share: `24` = TikTok is a day later. */
  readonly hours: number;
}

function systematic(clock: string, days: readonly DayTotals[]): readonly Apart[] {
  const drifts = days.flatMap(({ drift }) => drift[clock] ?? []);
  const compared = drifts.reduce((sum, drift) => sum + drift.compared, 0);
  const bySide = Map.groupBy(together(drifts), ([hours]) => Math.sign(hours));
  return [...bySide.values()].flatMap((side) => {
    const apart = side.reduce((sum, [, count]) => sum + count, 0);
    const [usual] = side.toSorted(([, a], [, b]) => b - a);
    if (!usual || compared < fewestOrders || apart < sameWay * compared) return [];
    return [{ clock, compared, apart, hours: usual[0] }];
  });
}

function together(drifts: readonly Drift[]): readonly (readonly [hours: number, count: number])[] {
  const sums = new Map<number, number>();
  for (const { apart } of drifts)
    for (const [hours, count] of Object.entries(apart)) sums.set(Number(hours), (sums.get(Number(hours)) ?? 0) + count);
  return [...sums];
}
