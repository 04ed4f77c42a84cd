import type { DayTotals } from '../domain/day-totals.ts';
import type { Score } from '../domain/score.ts';
import { days, instant, type Instant } from '../domain/time.ts';
import { ok, unknown, type Facts } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { fatesIn, matureDays, sumOf } from './counted-days.ts';
import { limitFacts, strictestLimit } from './late-budget.ts';

const week = days(7);

/** "The late-fulfilment rate is 40 % of the logistics score" (founding article, 2024): so 40 of its 100 points. */
const pointsOfLateRate = 40;

/**
 * Nothing is known of the other 60 points. Each week they may have moved by 5 in a hundred of themselves, either way
 * (house rule, 2026): 3 points of the score.
 */
const pointsOfTheRest = 60 * 0.05;

/**
 * "A logistics score below 75 costs a third of the exposure in search." The score itself is imported; since then only
 * what the late rate did to it can be told: imported score − 40 × (late rate now − late rate then), give or take 3
 * points for each week begun since. It warns when the rate has risen and the lower end lies below the limit.
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
    if (subject.pull !== 'complete') return unknown('pull-incomplete');
    const score = subject.scores?.findLast(({ metric }) => metric === 'logistics-score');
    if (!score) return unknown('needs-scores');
    const limit = strictestLimit('logistics-score', at, score.at);
    if (!limit) return unknown('needs-limit');
    const exposure = limit.limit.penalty?.ofExposure;
    const stake = { limit: limit.value, ...(exposure !== undefined && { exposure }), ...limitFacts(limit) };
    const since = instant(Math.min(score.at, at.now));
    if (score.value < limit.value) {
      return { is: 'firing', stage: 'lts-below-75', since, facts: { score: score.value, ...stake } };
    }
    const forecast = forecastOf(score, subject.days ?? []);
    if (!forecast || forecast.low >= limit.value) return ok;
    const facts: Facts = { score: score.value, low: forecast.low, high: forecast.high, ...stake };
    return { is: 'firing', stage: 'lts-forecast-below-75', since: forecast.countedAt, facts };
  },
} as const satisfies Check<'shop'>;

/** Undefined where the late rate has not risen since the import, or is not known of then or now. */
function forecastOf(
  score: Score,
  all: readonly DayTotals[],
): { readonly low: number; readonly high: number; readonly countedAt: Instant } | undefined {
  const last = all.at(-1);
  if (!last) return undefined;
  const mature = matureDays(all, ({ deliver }) => deliver);
  // Days come due with the same delay then as now.
  const delay = Date.parse(last.day) - Date.parse(mature.at(-1)?.day ?? last.day);
  const then = lateRate(mature.filter(({ day }) => Date.parse(day) <= score.at - delay));
  const now = lateRate(mature);
  if (then === undefined || now === undefined || now <= then) return undefined;
  const weeks = Math.max(1, Math.ceil((last.countedAt - score.at) / week));
  const middle = score.value - pointsOfLateRate * (now - then);
  const around = pointsOfTheRest * weeks;
  return {
    low: tenths(Math.max(0, middle - around)),
    high: tenths(Math.min(100, middle + around)),
    countedAt: last.countedAt,
  };
}

/** Of the newest seven of these days. */
function lateRate(mature: readonly DayTotals[]): number | undefined {
  const newestWeek = mature.slice(-7);
  const { onTime, late, open } = fatesIn(newestWeek, ({ deliver }) => deliver);
  const orders = onTime + late + open;
  return orders === 0 ? undefined : sumOf(newestWeek, ({ lateCounted }) => lateCounted) / orders;
}

function tenths(points: number): number {
  return Math.round(points * 10) / 10;
}
