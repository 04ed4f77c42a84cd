import { Temporal } from 'temporal-polyfill';
import { after, instant, type Instant } from '../domain/time.ts';
import type { DeadlineForm } from './policy.ts';

const dayMillis = 86_400_000;
const quarterHourMillis = 900_000;

/** The instant after which a clock that started at `start` has passed its line. */
export function lineOf(form: DeadlineForm, start: Instant, zone: string): Instant {
  switch (form.form) {
    case 'hours':
      return after(start, form.length);
    case 'calendar-days':
      return endOfDay(localDay(start, zone) + form.days, zone);
  }
}

// A sweep asks for the same few days of the same few zones a hundred thousand times; zone rules are slow, so the
// answers are kept. Offsets change at quarter hours at the finest (tz database 2026a, rules since 1972).
const offsets = new Map<string, Map<number, number>>();
const dayEnds = new Map<string, Map<number, Instant>>();

/** Days since 1970-01-01 on the wall calendar of `zone`. */
function localDay(at: Instant, zone: string): number {
  const quarter = Math.floor(at / quarterHourMillis);
  const offset = remembered(offsets, zone, quarter, () => {
    const start = Temporal.Instant.fromEpochMilliseconds(quarter * quarterHourMillis);
    return start.toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
  });
  return Math.floor((at + offset) / dayMillis);
}

/** 23:59:59 of that day on the wall clock of `zone`, whatever its daylight saving does. */
function endOfDay(day: number, zone: string): Instant {
  return remembered(dayEnds, zone, day, () => {
    const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
    return instant(date.toZonedDateTime({ timeZone: zone, plainTime: '23:59:59' }).epochMilliseconds);
  });
}

function remembered<Value>(
  cache: Map<string, Map<number, Value>>,
  zone: string,
  key: number,
  compute: () => Value,
): Value {
  const ofZone = cache.get(zone) ?? new Map<number, Value>();
  cache.set(zone, ofZone);
  const known = ofZone.get(key);
  if (known !== undefined) return known;
  const fresh = compute();
  ofZone.set(key, fresh);
  return fresh;
}
