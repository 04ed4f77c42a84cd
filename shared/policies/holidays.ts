import table from './calendars/holidays.json' with { type: 'json' };
import { isoDate, type WallDay } from './wall-days.ts';

/** Public holidays by country and ISO date, written by `npm run calendars`. */
const holidays: Readonly<Record<string, Readonly<Record<string, string>>>> = table.countries;

/** The years the table holds, first and last; outside them no holiday is known. */
export const holidayYears: readonly [first: number, last: number] = [table.years.first, table.years.last];

/** Two capitals, e.g. `GB`; markets and where their sellers ship from. */
export const holidayCountries: readonly string[] = Object.keys(holidays);

export function holidayName(day: WallDay, country: string): string | undefined {
  return holidays[country]?.[isoDate(day)];
}

/** Whether holidays of that day would be known. */
export function hasHolidayTable(day: WallDay, country: string): boolean {
  const year = Number(isoDate(day).slice(0, 4));
  return holidays[country] !== undefined && year >= holidayYears[0] && year <= holidayYears[1];
}
