import { InvalidArgumentError } from 'commander';
import { instant, type Instant } from '../../shared/domain/time.ts';

/** A time as people type it: ISO 8601 with a zone. Throws what commander prints. */
export function parseTime(text: string): Instant {
  const hasTime = /T\d\d:\d\d/.test(text) && /(Z|[+-]\d\d:\d\d)$/.test(text);
  const millis = hasTime && isCalendarDay(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(millis)) throw new InvalidArgumentError('Give a time with its zone, e.g. 2018-03-15T00:00:00Z.');
  return instant(millis);
}

/** `2026-02-28`, and not `2026-02-30`, which JavaScript reads as the second of March. */
export function isCalendarDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && (new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) ?? false);
}
