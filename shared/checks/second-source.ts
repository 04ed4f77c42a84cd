import { after, hours, isPast } from '../domain/time.ts';
import { ok, okUntil, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';

/** An hour's outage is over before anybody has read of it (house rule, 2026-11). */
const patience = hours(3);

/** "A source that fails must be known to fail, or its silence is taken for the carrier's." */
export const secondSource = {
  id: 'second-source',
  on: 'shop',
  stages: [{ id: 'second-source-silent', severity: 'warning' }],
  inhibitedBy: ['feed-lagging'],
  judge({ secondFailingSince, pull }, { now }) {
    if (pull !== 'complete') return unknown('pull-incomplete');
    if (secondFailingSince === undefined) return ok;
    const line = after(secondFailingSince, patience);
    if (!isPast(line, now)) return okUntil(line);
    return { is: 'firing', stage: 'second-source-silent', since: secondFailingSince };
  },
} as const satisfies Check<'shop'>;
