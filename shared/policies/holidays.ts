import table from './calendars/holidays.json' with { type: 'json' };
import { isoDate, wallDayOf, type WallDay } from './wall-days.ts';

/** Public holidays by country and ISO date, written by `npm run calendars`. */
const holidays: Readonly<Record<string, Readonly<Record<string, string>>>> = table.countries;

/** The same by day, made when a country is first asked about: no date has to be written out to look one up. */
const byDay = new Map<string, ReadonlyMap<WallDay, string>>();

/** The years the table holds, first and last; outside them no holiday is known. */
export const holidayYears: readonly [first: number, last: number] = [table.years.first, table.years.last];

/** Two capitals, e.g. `GB`; markets and where their sellers ship from. */
export const holidayCountries: readonly string[] = Object.keys(holidays);

export function holidayName(day: WallDay, country: string): string | undefined {
  let known = byDay.get(country);
  if (!known) byDay.set(country, (known = daysOf(country)));
  return known.get(day);
}

function daysOf(country: string): ReadonlyMap<WallDay, string> {
  return new Map(Object.entries(holidays[country] ?? {}).map(([date, name]) => [wallDayOf(date), name]));
}

/** Whether holidays of that day would be known. */
export function hasHolidayTable(day: WallDay, country: string): boolean {
  const year = Number(isoDate(day).slice(0, 4));
  return holidays[country] !== undefined && year >= holidayYears[0] && year <= holidayYears[1];
}
