import type { DayTotals, TraceCount } from '../domain/day-totals.ts';
import { hours, instant, type Instant } from '../domain/time.ts';
import { ok, unknown, type Facts } from '../domain/verdict.ts';
import type { Check, Setting } from './check.ts';
import { countedDays, isVerdict, lately, newestOf, sumOf } from './counted-days.ts';
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
    const found = countedDays(subject);
    if (isVerdict(found)) return found;
    const { countedAt } = newestOf(found);
    const limit = strictestLimit('trace-completeness', at, countedAt);
    if (!limit) return unknown('needs-limit');
    const score = importedScore(subject, 'trace-completeness');
    if (score && isFresh(score, countedAt)) {
      if (score.value >= limit.value) return ok;
      const facts = { origin: 'imported', score: score.value, limit: limit.value, ...limitFacts(limit) };
      return { is: 'firing', stage: 'trace-completeness-low', since: instant(Math.min(score.at, at.now)), facts };
    }
    // What TikTok said is taken back by TikTok alone, never by an estimate.
    if (score && score.value < limit.value) return unknown('needs-scores');
    const read = sumOf(lately(found), ({ traces }) => traces.read);
    const whole = sumOf(lately(found), ({ traces }) => traces.whole);
    if (read < fewestTraces) return unknown('needs-scores');
    const estimate = (100 * whole) / read;
    if (estimate >= limit.value) return ok;
    const measured = { score: Math.round(estimate), limit: limit.value, traces: read, whole };
    const facts = {
      origin: 'estimate',
      ...measured,
      ...worstLanes(lately(found)),
      ...gapFacts(at, countedAt),
      ...limitFacts(limit),
    };
    return { is: 'firing', stage: 'trace-completeness-low', since: countedAt, facts };
  },
} as const satisfies Check<'shop'>;

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
