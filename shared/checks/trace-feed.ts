import { ok, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';

/**
 * Orders come in but TikTok answers no trace (scope missing, endpoint down): silent parcels would be unknown one by
 * one and nobody would hear of it, so it is said once, here.
 */
export const traceFeed = {
  id: 'trace-feed',
  on: 'shop',
  stages: [{ id: 'traces-refused', severity: 'breach' }],
  inhibitedBy: ['feed-lagging'],
  judge({ traces, tracesReadAt }, { now }) {
    if (traces === undefined) return unknown('trace-not-read');
    if (traces !== 'refused') return ok;
    return { is: 'firing', stage: 'traces-refused', since: tracesReadAt ?? now };
  },
} as const satisfies Check<'shop'>;
