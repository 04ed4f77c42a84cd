import { after, age, hours, isPast } from '../domain/time.ts';
import { ok, okUntil, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';

/** Two hourly sweeps missed, as for a feed that is silent (hourly schedule, 2026-11). */
const tolerance = hours(2);

/**
 * "The shop is looked at every hour." If that was not so, lines were crossed without a word; whoever relied on the
 * watch has to know from when to when. Told once, when it is over: an outage that another finding told of is no news.
 */
export const watchGap = {
  id: 'watch-gap',
  on: 'shop',
  stages: [{ id: 'monitor-heartbeat-missed', severity: 'critical' }],
  inhibitedBy: [],
  judge({ pull, lastComplete, outageTold }, { now }) {
    if (pull !== 'complete') return unknown('pull-incomplete');
    if (lastComplete === undefined || outageTold) return ok;
    const missedFrom = after(lastComplete, tolerance);
    if (!isPast(missedFrom, now)) return okUntil(missedFrom);
    const facts = { gap: age(lastComplete, now) };
    return { is: 'firing', stage: 'monitor-heartbeat-missed', since: lastComplete, facts };
  },
} as const satisfies Check<'shop'>;
