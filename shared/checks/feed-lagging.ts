import { after, hours, isPast } from '../domain/time.ts';
import { ok, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';

/** Two hourly sweeps missed: from here on even a confirm deadline can pass unseen (hourly schedule, 2026-11). */
const tolerance = hours(2);

/** Our own view of the shop is old: one finding here instead of a thousand false ones about orders. */
export const feedLagging = {
  id: 'feed-lagging',
  on: 'shop',
  stages: [
    { id: 'feed-refused', severity: 'breach' },
    { id: 'feed-silent', severity: 'critical' },
  ],
  inhibitedBy: [],
  judge({ pull, watermark, because }, { now }) {
    if (pull === 'complete') return ok;
    // The credential's own finding says it; a second one about the same outage would be noise.
    if (pull === 'credential') return unknown('credential-refused');
    const why = because === undefined ? {} : { because };
    if (watermark === undefined) return { is: 'firing', stage: 'feed-refused', since: now, facts: why };
    const facts = { ...why, knownUntil: watermark };
    const silentFrom = after(watermark, tolerance);
    if (isPast(silentFrom, now)) return { is: 'firing', stage: 'feed-silent', since: silentFrom, facts };
    return { is: 'firing', stage: 'feed-refused', since: watermark, facts };
  },
} as const satisfies Check<'shop'>;
