import { age, days, instant } from '../domain/time.ts';
import { ok, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { countedDays, isVerdict, newestOf, sumOf } from './counted-days.ts';
import { limitFacts, strictestLimit } from './late-budget.ts';

/** Seller Center refreshes its figures weekly, on Mondays (pages of 2025): an older one was replaced there. */
const freshFor = days(7);

/** Of fewer traces one silent parcel is too large a share to accuse the shop (house rule, 2026). */
const fewestTraces = 20;

/**
 * "The trace-completeness score of the Logistics Monitor must not fall below 85, or the logistics score falls." No API
 * gives it: what was imported lately counts, else our own estimate, which is the share of traces without a gap of
 * more than 48 hours among those that were read.
 */
export const traceCompleteness = {
  id: 'trace-completeness',
  on: 'shop',
  stages: [{ id: 'trace-completeness-low', severity: 'breach' }],
  inhibitedBy: [],
  judge(subject, at) {
    const found = countedDays(subject);
    if (isVerdict(found)) return found;
    const { countedAt } = newestOf(found);
    const limit = strictestLimit('trace-completeness', at, countedAt);
    if (!limit) return unknown('needs-limit');
    const score = subject.scores?.findLast(({ metric }) => metric === 'trace-completeness');
    if (score && age(score.at, countedAt) <= freshFor) {
      if (score.value >= limit.value) return ok;
      const facts = { origin: 'imported', score: score.value, limit: limit.value, ...limitFacts(limit) };
      return { is: 'firing', stage: 'trace-completeness-low', since: instant(Math.min(score.at, at.now)), facts };
    }
    const read = sumOf(found, ({ traces }) => traces.read);
    const whole = sumOf(found, ({ traces }) => traces.whole);
    if (read < fewestTraces) return unknown('needs-scores');
    const estimate = (100 * whole) / read;
    if (estimate >= limit.value) return ok;
    const measured = { score: Math.round(estimate), limit: limit.value, traces: read, whole };
    const facts = { origin: 'estimate', ...measured, ...limitFacts(limit) };
    return { is: 'firing', stage: 'trace-completeness-low', since: countedAt, facts };
  },
} as const satisfies Check<'shop'>;
