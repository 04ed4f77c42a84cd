import type { DayTotals } from '../domain/day-totals.ts';
import type { Score } from '../domain/score.ts';
import { days, instant, type Instant } from '../domain/time.ts';
import { ok, unknown, type Facts, type Verdict } from '../domain/verdict.ts';
import type { LimitInForce } from '../policies/policy.ts';
import type { Check, Setting, ShopSubject } from './check.ts';
import {
  countedDays,
  fatesIn,
  isVerdict,
  matureDays,
  newestOf,
  ordersIn,
  sumOf,
  type CountedDays,
} from './counted-days.ts';
import { importedScore, isFresh } from './imported-score.ts';
import { areTelling, limitFacts, strictestLimit } from './late-budget.ts';

const week = days(7);

/** Nothing is known of the rest of the score: each week a twentieth of it may have moved (house rule, 2026). */
const weeklyDrift = 0.05;

/**
 * "A logistics score below 75 costs a third of the exposure in search." The score itself is imported; since then only
 * what the late rate did to it can be told: imported score − its weight in points × (late rate now − late rate then),
 * give or take a twentieth of the other points for each week begun since. It warns when the rate has risen and the
 * lower end lies below the limit.
 */
export const logisticsScore = {
  id: 'logistics-score',
  on: 'shop',
  stages: [
    { id: 'lts-forecast-below-75', severity: 'breach' },
    { id: 'lts-below-75', severity: 'critical' },
  ],
  inhibitedBy: [],
  judge(subject, at) {
    const now = logisticsScoreNow(subject, at);
    if ('is' in now) return now;
    const { days: found, score, limit, countedAt } = now;
    const exposure = limit.limit.penalty?.ofExposure;
    const stake = { limit: limit.value, ...(exposure !== undefined && { exposure }), ...limitFacts(limit) };
    const since = instant(Math.min(score.at, at.now));
    if (score.value < limit.value) {
      return { is: 'firing', stage: 'lts-below-75', since, facts: { score: score.value, ...stake } };
    }
    const weight = strictestLimit('late-rate-weight', at, countedAt);
    const forecast = weight && forecastOf(score, found, 100 * weight.value);
    if (!forecast || forecast.low >= limit.value) return ok;
    const facts: Facts = { score: score.value, low: forecast.low, high: forecast.high, ...stake };
    return { is: 'firing', stage: 'lts-forecast-below-75', since: countedAt, facts };
  },
} as const satisfies Check<'shop'>;

/** As it was imported lately, and the limit of that day. */
export function logisticsScoreNow(
  subject: ShopSubject,
  at: Setting,
):
  | {
      readonly score: Score;
      readonly limit: LimitInForce;
      readonly days: CountedDays;
      readonly countedAt: Instant;
    }
  | Verdict {
  const found = countedDays(subject);
  if (isVerdict(found)) return found;
  const { countedAt } = newestOf(found);
  const score = importedScore(subject, 'logistics-score');
  if (!score || !isFresh(score, countedAt)) return unknown('needs-scores');
  const limit = strictestLimit('logistics-score', at, score.at);
  return limit ? { score, limit, days: found, countedAt } : unknown('needs-limit');
}

/** Undefined where the late rate has not risen since the import, or is not known of then or now. */
function forecastOf(
  score: Score,
  all: CountedDays,
  pointsOfLateRate: number,
): { readonly low: number; readonly high: number } | undefined {
  const last = newestOf(all);
  const mature = matureDays(all, ({ deliver }) => deliver);
  // Days come due with the same delay then as now.
  const delay = Date.parse(last.day) - Date.parse(mature.at(-1)?.day ?? last.day);
  const then = lateRate(mature.filter(({ day }) => Date.parse(day) <= score.at - delay));
  const now = lateRate(mature);
  if (then === undefined || now === undefined || now <= then) return undefined;
  const weeks = Math.max(1, Math.ceil((last.countedAt - score.at) / week));
  const middle = score.value - pointsOfLateRate * (now - then);
  const around = weeklyDrift * (100 - pointsOfLateRate) * weeks;
  return {
    low: tenths(Math.max(0, middle - around)),
    high: tenths(Math.min(100, middle + around)),
  };
}

/** Of the newest seven of these days. */
function lateRate(mature: readonly DayTotals[]): number | undefined {
  const newestWeek = mature.slice(-7);
  const orders = ordersIn(fatesIn(newestWeek, ({ deliver }) => deliver));
  return areTelling(orders) ? sumOf(newestWeek, ({ lateCounted }) => lateCounted) / orders : undefined;
}

function tenths(points: number): number {
  return Math.round(points * 10) / 10;
}
