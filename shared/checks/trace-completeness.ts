import type { DayTotals, TraceCount } from '../domain/day-totals.ts';
import { hours, instant, type Instant } from '../domain/time.ts';
import { ok, unknown, type Facts, type Verdict } from '../domain/verdict.ts';
import type { LimitInForce } from '../policies/policy.ts';
import type { Check, Setting, ShopSubject } from './check.ts';
import { countedDays, isVerdict, lately, newestOf, sumOf, type CountedDays } from './counted-days.ts';
import { importedScore, isFresh } from './imported-score.ts';
import { limitFacts, strictestLimit } from './late-budget.ts';

/** Of fewer traces one silent parcel is too large a share to accuse the shop (house rule, 2026). */
const fewestTraces = 20;

/**
 * "The trace-completeness score of the Logistics Monitor must not fall below 85, or the logistics score falls." No API
 * gives it: what was imported lately counts, else our own estimate, which is the share of traces without too long a
 * gap among those that were read.
 */
export const traceCompleteness = {
  id: 'trace-completeness',
  on: 'shop',
  stages: [{ id: 'trace-completeness-low', severity: 'breach' }],
  inhibitedBy: [],
  judge(subject, at) {
    const now = completenessNow(subject, at);
    if ('is' in now) return now;
    const { value, limit, days } = now;
    if (value >= limit.value) return ok;
    if (now.origin === 'imported') {
      const facts = { origin: 'imported', score: value, limit: limit.value, ...limitFacts(limit) };
      return { is: 'firing', stage: 'trace-completeness-low', since: instant(Math.min(now.at, at.now)), facts };
    }
    const { countedAt } = newestOf(days);
    const measured = { score: Math.round(value), limit: limit.value, traces: now.read, whole: now.whole };
    const facts = {
      origin: 'estimate',
      ...measured,
      ...worstLanes(lately(days)),
      ...gapFacts(at, countedAt),
      ...limitFacts(limit),
    };
    return { is: 'firing', stage: 'trace-completeness-low', since: countedAt, facts };
  },
} as const satisfies Check<'shop'>;

/** A score out of a hundred: imported lately, or estimated from so many traces. */
type Completeness = { readonly value: number; readonly limit: LimitInForce; readonly days: CountedDays } & (
  | { readonly origin: 'imported'; readonly at: Instant }
  | { readonly origin: 'estimate'; readonly read: number; readonly whole: number }
);

export function completenessNow(subject: ShopSubject, at: Setting): Completeness | Verdict {
  const days = countedDays(subject);
  if (isVerdict(days)) return days;
  const { countedAt } = newestOf(days);
  const limit = strictestLimit('trace-completeness', at, countedAt);
  if (!limit) return unknown('needs-limit');
  const score = importedScore(subject, 'trace-completeness');
  if (score && isFresh(score, countedAt)) {
    return { value: score.value, limit, days, origin: 'imported', at: score.at };
  }
  // What TikTok said is taken back by TikTok alone, never by an estimate.
  if (score && score.value < limit.value) return unknown('needs-scores');
  const read = sumOf(lately(days), ({ traces }) => traces.read);
  const whole = sumOf(lately(days), ({ traces }) => traces.whole);
  if (read < fewestTraces) return unknown('needs-scores');
  return { value: (100 * whole) / read, limit, days, origin: 'estimate', read, whole };
}

/** The two carriers that pull the figure down most; of fewer traces a share says nothing. */
function worstLanes(days: readonly DayTotals[]): Facts {
  const lanes = new Map<string, TraceCount>();
  for (const day of days) {
    for (const [carrier, { read, whole }] of Object.entries(day.lanes ?? {})) {
      const known = lanes.get(carrier) ?? { read: 0, whole: 0 };
      lanes.set(carrier, { read: known.read + read, whole: known.whole + whole });
    }
  }
  const worst = [...lanes]
    .filter(([, { read, whole }]) => read >= fewestOfLane && whole < read)
    .toSorted(([, one], [, other]) => one.whole / one.read - other.whole / other.read)
    .slice(0, 2)
    .map(([carrier, { read, whole }]) => `${carrier} ${Math.round((100 * whole) / read)} % (${read})`);
  return worst.length > 0 ? { worst: worst.join(', ') } : {};
}

const fewestOfLane = 5;

/** From which length on a gap spoils a trace. */
function gapFacts(at: Setting, when: Instant): Facts {
  const gap = strictestLimit('trace-gap-hours', at, when);
  return gap ? { gap: hours(gap.value) } : {};
}
