import { Temporal } from 'temporal-polyfill';
import { instant, type Instant } from '../domain/time.ts';

export const dayMillis = 86_400_000;
export const quarterHourMillis = 900_000;
const unixDay = Temporal.PlainDate.from('1970-01-01');

/** A day of a wall calendar: days since 1970-01-01, which was a Thursday. */
export type WallDay = number;

/** Milliseconds since 1970-01-01T00:00 as the wall clock of `zone` shows them. */
export function wallMillis(at: Instant, zone: string): number {
  return at + offsetAt(at, zone);
}

export function wallDay(at: Instant, zone: string): WallDay {
  return Math.floor(wallMillis(at, zone) / dayMillis);
}

/** 23:59:59 of that day on the wall clock of `zone`, whatever its daylight saving does. */
export function endOfDay(day: WallDay, zone: string): Instant {
  return remembered(dayEnds, zone, day, () => atWall(day, '23:59:59', zone));
}

/** That time of that day, e.g. `14:00`; a time that the clocks skip is the one after the gap. */
export function atWall(day: WallDay, time: string, zone: string): Instant {
  const date = unixDay.add({ days: day });
  return instant(date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
}

/** The day of an ISO date, e.g. `2026-06-18`. */
export function wallDayOf(date: string): WallDay {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / dayMillis;
}

export function isoDate(day: WallDay): string {
  return new Date(day * dayMillis).toISOString().slice(0, 10);
}

/** 1 = Monday to 7 = Sunday. */
export function weekdayOf(day: WallDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

// A sweep asks for the same few days of the same few zones a hundred thousand times; zone rules are slow, so the
// answers are kept. Offsets change at quarter hours at the finest (tz database 2026a, rules since 1972).
const offsetsOfDays = new Map<string, Map<number, number>>();
const offsetsOfQuarters = new Map<string, Map<number, number>>();
const dayEnds = new Map<string, Map<number, Instant>>();

/** What the wall clock of `zone` is ahead of UTC; asked for once a day unless it changes during that day. */
function offsetAt(at: Instant, zone: string): number {
  const day = Math.floor(at / dayMillis);
  const allDay = remembered(offsetsOfDays, zone, day, () => {
    const [first, next] = [offsetOf(day * dayMillis, zone), offsetOf((day + 1) * dayMillis, zone)];
    return first === next ? first : Number.NaN;
  });
  if (!Number.isNaN(allDay)) return allDay;
  const quarter = Math.floor(at / quarterHourMillis);
  return remembered(offsetsOfQuarters, zone, quarter, () => offsetOf(quarter * quarterHourMillis, zone));
}

function offsetOf(epochMillis: number, zone: string): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(epochMillis).toZonedDateTimeISO(zone);
  return zoned.offsetNanoseconds / 1_000_000;
}

function remembered<Value>(
  cache: Map<string, Map<number, Value>>,
  zone: string,
  key: number,
  compute: () => Value,
): Value {
  let ofZone = cache.get(zone);
  if (!ofZone) cache.set(zone, (ofZone = new Map<number, Value>()));
  const known = ofZone.get(key);
  if (known !== undefined) return known;
  const fresh = compute();
  ofZone.set(key, fresh);
  return fresh;
}
