import Holidays from 'date-holidays';
import { markets } from '../../shared/policies/market-zone.ts';
import { isoDate, wallDayOf, weekdayOf, type WallDay } from '../../shared/policies/wall-days.ts';

/** What `shared/policies/calendars/holidays.json` holds: names by country and ISO date. */
export interface HolidayTable {
  readonly years: { readonly first: number; readonly last: number };
  readonly countries: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The markets, and China, where most cross-border sellers ship from. */
const countries = [...markets, 'CN'].toSorted();

/** Where the country as a whole has fewer holidays than the part of it that rules mean: England for the UK. */
const regions: Readonly<Record<string, string>> = { GB: 'ENG' };

type Days = ReadonlyMap<WallDay, string>;

/** What the library leaves out, or takes for a day off. */
const amendments: Readonly<Record<string, (days: Days) => Days>> = {
  // 5 U.S.C. 6103(b): a holiday on a Saturday is observed the Friday before, one on a Sunday the Monday after.
  US: (days) => shifted(days, (day) => (weekdayOf(day) === 6 ? day - 1 : weekdayOf(day) === 7 ? day + 1 : undefined)),
  // Thai cabinet rule of 2001: for holidays on a weekend the next day that is none, one day per weekend.
  TH: (days) => shifted(days, (day) => (weekdayOf(day) < 6 ? undefined : nextWorkday(day, days))),
  // Children's Day is a day off for children alone (State Council, Regulation on National Holidays).
  CN: (days) => new Map([...days].filter(([day]) => !isoDate(day).endsWith('-06-01'))),
};

/** All full public holidays of all countries from `first` to `last`, in order of country and date. */
export function holidayTable(first: number, last: number): HolidayTable {
  return {
    years: { first, last },
    countries: Object.fromEntries(
      countries.map((country) => {
        const days = publicHolidays(country, first - 1, last + 1);
        const all = amendments[country]?.(days) ?? days;
        const dated = [...all].map(([day, name]) => [isoDate(day), name] as const);
        const within = dated.filter(([date]) => date >= `${first}-01-01` && date <= `${last}-12-31`);
        return [country, Object.fromEntries(within.toSorted(([a], [b]) => a.localeCompare(b)))];
      }),
    ),
  };
}

function publicHolidays(country: string, first: number, last: number): Days {
  const library = new Holidays(country, regions[country] ?? '', {
    languages: ['en'],
    types: ['public'],
  });
  const days = new Map<WallDay, string>();
  for (let year = first; year <= last; year += 1) {
    for (const { date, start, end, name } of library.getHolidays(year)) {
      const length = Math.round((end.getTime() - start.getTime()) / 86_400_000);
      // Half a day off (China: half of the people) leaves half a day of business.
      if (!date.includes(' 00:00:00')) continue;
      for (let day = 0; day < length; day += 1) {
        const at = wallDayOf(date) + day;
        if (!days.has(at)) days.set(at, name);
      }
    }
  }
  return days;
}

/** The days, and for each that `move` moves the day it is moved to, unless that is a holiday anyway. */
function shifted(days: Days, move: (day: WallDay) => WallDay | undefined): Days {
  const all = new Map(days);
  for (const [day, name] of days) {
    const to = move(day);
    if (to !== undefined && !all.has(to)) all.set(to, `${name} (substitute day)`);
  }
  return all;
}

function nextWorkday(day: WallDay, days: Days): WallDay {
  for (let at = day + 1; ; at += 1) if (weekdayOf(at) < 6 && !days.has(at)) return at;
}
