import type { Instant } from '../domain/time.ts';
import type { Locale } from '../domain/shop.ts';

/** From where a reader looks at times: their own zone, and for deadlines the market's, whose clock the rules follow. */
export interface Viewpoint {
  readonly now: Instant;
  readonly zone: string;
  readonly marketZone?: string;
}

export interface WallTime {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly weekday: string;
  readonly hour: string;
  readonly minute: string;
}

/** Wall time in the market's zone. */
export interface MarketTime extends WallTime {
  readonly zone: string;
}

export function wallTime(at: Instant, zone: string, locale: Locale): WallTime {
  const parts = new Map(
    format(locale, zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    weekday: read('weekday'),
    hour: read('hour'),
    minute: read('minute'),
  };
}

/** `2026-11-22 22:20`, for tables that sort. */
export function sortableTime(at: Instant, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at);
}

export function isSameDay(one: WallTime, other: WallTime): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day;
}

/** The market's wall time, when its clock shows something else than the reader's. */
export function marketTime(at: Instant, from: Viewpoint, locale: Locale): MarketTime | undefined {
  if (from.marketZone === undefined) return undefined;
  const there = wallTime(at, from.marketZone, locale);
  const here = wallTime(at, from.zone, locale);
  return isSameDay(here, there) && here.hour === there.hour && here.minute === there.minute
    ? undefined
    : { ...there, zone: from.marketZone };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs far more than using it, and a notice writes hundreds of times. */
function format(locale: Locale, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, {
    timeZone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(key, made);
  return made;
}
