import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { holidayTable } from '../../infra/cli/holiday-table.ts';
import { holidayCountries, holidayYears } from '../../shared/policies/holidays.ts';
import { markets } from '../../shared/policies/market-zone.ts';
import { americanHolidays, englishHolidays, thaiHolidays } from './calendar-rules.ts';

const Table = z.object({
  years: z.object({ first: z.number(), last: z.number() }),
  countries: z.record(z.string(), z.record(z.string(), z.string())),
});
const file = new URL('../../shared/policies/calendars/holidays.json', import.meta.url);
const text = readFileSync(file, 'utf8');
const table = Table.parse(JSON.parse(text));
const [first, last] = holidayYears;
const years = Array.from({ length: last - first + 1 }, (_, place) => first + place);

function datesOf(country: string, year: number): readonly string[] {
  return Object.keys(table.countries[country] ?? {}).filter((date) => date.startsWith(`${year}`));
}

describe('the holiday table', () => {
  it('is what `npm run calendars` writes', () => {
    expect(`${JSON.stringify(holidayTable(first, last), null, 2)}\n`).toBe(text);
  });

  it('holds every market, and China', () => expect(holidayCountries).toEqual([...markets, 'CN'].toSorted()));

  it('reaches at least a year ahead; else write it again', () => {
    expect(last).toBeGreaterThan(new Date().getUTCFullYear());
  });

  it.each(years)('%i has holidays in every country, each on a day of its own', (year) => {
    for (const country of holidayCountries) {
      const dates = datesOf(country, year);
      expect(dates.length).toBeGreaterThan(6);
      expect(dates).toEqual(dates.toSorted());
    }
  });
});

describe('the holidays that rules count by follow from the laws themselves', () => {
  it.each(years)('United States, %i', (year) => {
    expect(datesOf('US', year)).toEqual([...new Set(americanHolidays(year))].toSorted());
  });

  it.each(years)('United Kingdom (England), %i', (year) => {
    expect(datesOf('GB', year)).toEqual([...new Set(englishHolidays(year))].toSorted());
  });

  it.each(years)('Thailand with its substitute days, %i', (year) => {
    expect(datesOf('TH', year)).toEqual([...thaiHolidays(year)].toSorted());
  });
});

describe('days that were looked up by hand', () => {
  const rows: [string, string, string][] = [
    ['Spring Festival 2026', 'CN', '2026-02-17'],
    ['Golden Week 2027', 'CN', '2027-10-01'],
    ['the coronation of 2023', 'GB', '2023-05-08'],
    ['Songkran 2024 fell on a weekend, one day was given for it', 'TH', '2024-04-16'],
    ['the third day of Tết 2026', 'VN', '2026-02-18'],
  ];
  it.each(rows)('%s', (_, country, date) => expect(table.countries[country]).toHaveProperty([date]));

  it('Songkran 2024: one day, not two', () => expect(table.countries['TH']).not.toHaveProperty(['2024-04-17']));
  it("China's Children's Day is a working day", () => expect(table.countries['CN']).not.toHaveProperty(['2026-06-01']));
});
