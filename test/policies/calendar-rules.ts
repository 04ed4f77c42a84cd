/** Holidays reckoned by the laws themselves, on plain UTC dates; shares nothing with the product or its library. */

const day = 86_400_000;

function date(year: number, month: number, dayOfMonth: number): string {
  return new Date(Date.UTC(year, month - 1, dayOfMonth)).toISOString().slice(0, 10);
}

function weekday(iso: string): number {
  return new Date(`${iso}T00:00:00Z`).getUTCDay();
}

function shift(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** The n-th weekday (0 = Sunday) of a month; n = -1 is the last. */
function nth(year: number, month: number, weekdayWanted: number, n: number): string {
  if (n < 0) {
    const last = date(year, month + 1, 0);
    return shift(last, -((weekday(last) - weekdayWanted + 7) % 7));
  }
  const first = date(year, month, 1);
  return shift(first, ((weekdayWanted - weekday(first) + 7) % 7) + (n - 1) * 7);
}

/** Gregorian Easter Sunday (Meeus, Jones, Butcher). */
function easter(year: number): string {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return date(year, Math.floor(n / 31), (n % 31) + 1);
}

/** 5 U.S.C. 6103, with the day on which a holiday of the weekend is observed. */
export function americanHolidays(year: number): readonly string[] {
  const fixed = [date(year, 1, 1), date(year, 6, 19), date(year, 7, 4), date(year, 11, 11), date(year, 12, 25)];
  const moving = [
    nth(year, 1, 1, 3),
    nth(year, 2, 1, 3),
    nth(year, 5, 1, -1),
    nth(year, 9, 1, 1),
    nth(year, 10, 1, 2),
    nth(year, 11, 4, 4),
  ];
  const observed = [...fixed, date(year + 1, 1, 1)].flatMap((iso) =>
    weekday(iso) === 6 ? [shift(iso, -1)] : weekday(iso) === 0 ? [shift(iso, 1)] : [],
  );
  return [...fixed, ...moving, ...observed].filter((iso) => iso.startsWith(`${year}`));
}

/** Bank holidays of England, with the one-off of the coronation. */
export function englishHolidays(year: number): readonly string[] {
  const sunday = easter(year);
  const newYear = date(year, 1, 1);
  const movedNewYear = weekday(newYear) === 6 ? [shift(newYear, 2)] : weekday(newYear) === 0 ? [shift(newYear, 1)] : [];
  const christmas = date(year, 12, 25);
  const movedChristmas: Readonly<Record<number, readonly string[]>> = {
    5: [date(year, 12, 28)],
    6: [date(year, 12, 27), date(year, 12, 28)],
    0: [date(year, 12, 27)],
  };
  return [
    newYear,
    ...movedNewYear,
    shift(sunday, -2),
    shift(sunday, 1),
    nth(year, 5, 1, 1),
    nth(year, 5, 1, -1),
    nth(year, 8, 1, -1),
    christmas,
    shift(christmas, 1),
    ...(movedChristmas[weekday(christmas)] ?? []),
    ...(year === 2023 ? ['2023-05-08'] : []),
  ];
}

/** Holidays of the Thai sun calendar, and those of the moon as far as they are published. */
const thaiMoon = [
  '2023-03-06',
  '2023-07-31',
  '2023-08-01',
  '2024-02-24',
  '2024-05-22',
  '2024-07-19',
  '2024-07-20',
  '2025-02-13',
  '2025-05-12',
  '2025-07-10',
  '2025-07-11',
  '2026-03-03',
  '2026-05-31',
  '2026-07-29',
  '2026-07-30',
];

function thaiDays(year: number): readonly string[] {
  const fixed = ['01-01', '04-06', '04-13', '04-14', '04-15', '05-04', '06-03', '07-28', '08-12', '10-13', '10-23'];
  const end = ['12-05', '12-10', '12-31'];
  return [
    ...[...fixed, ...end].map((monthDay) => `${year}-${monthDay}`),
    ...thaiMoon.filter((iso) => iso.startsWith(`${year}`)),
  ];
}

/** With one substitute for each weekend that took a holiday away: the next day that is neither. */
export function thaiHolidays(year: number): readonly string[] {
  const all = [year - 1, year, year + 1].flatMap(thaiDays);
  const substitutes = all
    .filter((iso) => weekday(iso) === 0 || weekday(iso) === 6)
    .map((iso) => {
      let free = shift(iso, weekday(iso) === 6 ? 2 : 1);
      while (all.includes(free)) free = shift(free, 1);
      return free;
    });
  return [...new Set([...thaiDays(year), ...substitutes])].filter((iso) => iso.startsWith(`${year}`));
}
