import { InvalidArgumentError } from 'commander';
import { instant, type Instant } from '../../shared/domain/time.ts';

/** A time as people type it: ISO 8601 with a zone. Throws what commander prints. */
export function parseTime(text: string): Instant {
  const hasTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && /(Z|[+-]\d\d:\d\d)$/.test(text);
  const millis = hasTime ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(millis)) throw new InvalidArgumentError('Give a time with its zone, e.g. 2018-03-15T00:00:00Z.');
  return instant(millis);
}
