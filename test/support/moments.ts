import { after, before, days, hours, instant, minutes } from '../../shared/domain/time.ts';
import type { Instant } from '../../shared/domain/time.ts';

/** The world's time in stories and tables unless they say otherwise: a Thursday noon. */
export const now = instant(Date.UTC(2026, 0, 15, 12));

export function minutesAgo(count: number): Instant {
  return before(now, minutes(count));
}

export function hoursAgo(count: number): Instant {
  return before(now, hours(count));
}

export function daysAgo(count: number): Instant {
  return before(now, days(count));
}

export function minutesFromNow(count: number): Instant {
  return after(now, minutes(count));
}

export function hoursFromNow(count: number): Instant {
  return after(now, hours(count));
}

export function daysFromNow(count: number): Instant {
  return after(now, days(count));
}

/** `at('2026-01-15T12:00:00Z')`. */
export function at(iso: string): Instant {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) throw new Error(`not an ISO time: ${iso}`);
  return instant(time);
}
