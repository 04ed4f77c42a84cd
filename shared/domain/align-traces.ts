import type { CarrierEvent } from './second-trace.ts';
import { hours, instant, minutes, type Duration, type Instant } from './time.ts';

/** How a carrier's times lie against TikTok's. */
export interface Alignment {
  /** To be added to the carrier's times: zones are left out and mixed up; negative = they run ahead. */
  readonly shift: Duration;
  /** Scans that both know. */
  readonly shared: number;
}

/** Feeds round a scan to the minute, up or down. */
const sameTime = minutes(2);

/** Zones in use lie on quarter hours, up to 14 hours ahead of UTC (tz database 2026a). */
const zoneStep = minutes(15);
export const farthestZone = hours(14);

/**
 * The shift under which the two traces share most scans; undefined where they have no history in common, so that
 * nobody can say that they are about the same parcel. In common is half of what both could have told, and under a
 * shift at least two scans, for one fits somewhere by chance.
 */
export function alignTraces(scans: readonly Instant[], events: readonly CarrierEvent[]): Alignment | undefined {
  let best: Alignment | undefined;
  for (const shift of shifts) {
    const common = shared(scans, events, shift);
    if (common < Math.max(shift === 0 ? 1 : 2, halfOf(scans, events, shift))) continue;
    if (!best || common > best.shared) best = { shift, shared: common };
  }
  return best;
}

/** As stated comes first, so that of two that fit alike the nearer one holds. */
const shifts: readonly Duration[] = [
  0 as Duration,
  ...Array.from({ length: farthestZone / zoneStep }, (_, place) => (place + 1) * zoneStep).flatMap((step) => [
    step as Duration,
    -step as Duration,
  ]),
];

/** Half of the shorter trace, without what the carrier knows beyond TikTok's newest scan. */
function halfOf(scans: readonly Instant[], events: readonly CarrierEvent[], shift: Duration): number {
  const newest = (scans.at(-1) ?? Number.NEGATIVE_INFINITY) + sameTime;
  const told = events.filter(({ at }) => at + shift <= newest).length;
  return Math.min(scans.length, told) / 2;
}

/** Scans that the carrier tells of as well. */
function shared(scans: readonly Instant[], events: readonly CarrierEvent[], shift: Duration): number {
  return scans.filter((scan) => events.some(({ at }) => Math.abs(at + shift - scan) <= sameTime)).length;
}

/** The event at the time it has by TikTok's reckoning. */
export function shifted(event: CarrierEvent, { shift }: Pick<Alignment, 'shift'>): CarrierEvent {
  return shift === 0 ? event : { ...event, at: instant(event.at + shift) };
}
