import { readFileSync } from 'node:fs';
import type { Clause, Pack } from '../../shared/policies/policy.ts';
import { americanHolidays, englishHolidays, thaiHolidays } from './calendar-rules.ts';

// The packs' data read once more, on nothing but Intl, UTC arithmetic and texts of dates. It shares no code with the
// product, and takes no short cut: every day is walked.

export interface Case {
  readonly market: string;
  readonly clock: string;
  readonly start: number;
  readonly sellerType: 'LOCAL' | 'CROSS_BORDER';
  readonly logistics: string;
  readonly orderType: string;
  readonly deliveryOption: string;
}

const zones: Readonly<Record<string, string>> = {
  BR: 'America/Sao_Paulo',
  DE: 'Europe/Berlin',
  ES: 'Europe/Madrid',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  ID: 'Asia/Jakarta',
  IE: 'Europe/Dublin',
  IT: 'Europe/Rome',
  JP: 'Asia/Tokyo',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  PH: 'Asia/Manila',
  SG: 'Asia/Singapore',
  TH: 'Asia/Bangkok',
  US: 'America/Los_Angeles',
  VN: 'Asia/Ho_Chi_Minh',
};
const years = Array.from({ length: 9 }, (_, place) => 2023 + place);
const file = new URL('../../shared/policies/calendars/holidays.json', import.meta.url);
const table = JSON.parse(readFileSync(file, 'utf8')).countries as Record<string, Record<string, string>>;
const inTable = years.filter((year) => year <= 2030);
const holidays: Readonly<Record<string, ReadonlySet<string>>> = {
  ...Object.fromEntries(Object.entries(table).map(([country, days]) => [country, new Set(Object.keys(days))])),
  US: new Set(inTable.flatMap(americanHolidays)),
  GB: new Set(inTable.flatMap(englishHolidays)),
  TH: new Set(inTable.flatMap(thaiHolidays)),
};

/** The clause in force and its line, as text; `undefined` where there is none. */
export function plainDeadline(
  packs: readonly Pack[],
  of: Case,
): { clause: string; form: string; line: number | undefined } | undefined {
  const zone = zones[of.market] ?? 'UTC';
  const wall = wallText(of.start, zone);
  for (const pack of packs) {
    if (pack.markets && !pack.markets.includes(of.market)) continue;
    for (const clause of pack.clauses) {
      if (!holds(clause, of, wall)) continue;
      const { form } = clause.deadline;
      return { clause: `${pack.id}/${clause.id}`, form, line: lineOf(clause.deadline, of, wall, zone) };
    }
  }
  return undefined;
}

function holds(clause: Clause, of: Case, wall: string): boolean {
  if (clause.clock !== of.clock) return false;
  const asked: readonly (readonly [readonly string[] | undefined, string])[] = [
    [clause.markets, of.market],
    [clause.sellerTypes, of.sellerType],
    [clause.logistics, of.logistics],
    [clause.orderTypes, of.orderType],
    [clause.deliveryOptions, of.deliveryOption],
  ];
  if (asked.some(([values, value]) => values !== undefined && !values.includes(value))) return false;
  // Texts of the same form compare like the times they tell; a bare date is shorter than any time of its day.
  return (clause.from === undefined || clause.from <= wall) && (clause.to === undefined || wall < clause.to);
}

function lineOf(deadline: Clause['deadline'], of: Case, wall: string, zone: string): number | undefined {
  switch (deadline.form) {
    case 'hours':
      return of.start + deadline.length;
    case 'unpublished':
      return undefined;
    case 'date':
      return lastSecond(deadline.on, zone);
    default:
      return lastSecond(lastDate(deadline, of, wall), zone);
  }
}

type DayForm = Extract<Clause['deadline'], { form: 'calendar-days' | 'business-days' | 'extended' }>;

function lastDate(form: DayForm, of: Case, wall: string): string {
  const today = wall.slice(0, 10);
  if (form.form === 'calendar-days') return plus(today, form.days);
  if (form.form === 'extended') {
    const usual = lastDate(form.base, of, wall);
    return form.by.form === 'calendar-days' ? plus(usual, form.by.days) : businessDaysAfter(usual, form.by, of.market);
  }
  if (form.cutOff === undefined) return businessDaysAfter(today, form, of.market);
  let first = wall.slice(11, 16) < form.cutOff ? today : plus(today, 1);
  while (isFree(first, form, of.market)) first = plus(first, 1);
  return businessDaysAfter(first, form, of.market);
}

type BusinessDays = Extract<DayForm, { form: 'business-days' }>;

function businessDaysAfter(date: string, form: BusinessDays, market: string): string {
  let [at, left] = [date, form.days];
  while (left > 0) {
    at = plus(at, 1);
    if (!isFree(at, form, market)) left -= 1;
  }
  return at;
}

function isFree(date: string, { weekend = [6, 7], holidays: country }: BusinessDays, market: string): boolean {
  const sundayFirst = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekend.includes(sundayFirst === 0 ? 7 : sundayFirst) || holidays[country ?? market]?.has(date) === true;
}

function plus(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** `2026-06-18T09:30:00` on the clock of the zone. */
function wallText(at: number, zone: string): string {
  const options = {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  } as const;
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', options);
  clocks.set(zone, clock);
  return clock.format(at).replace(' ', 'T');
}

const seconds = new Map<string, number>();

/** The instant at which the zone's clock shows 23:59:59 of that date: tried hour by hour. */
function lastSecond(date: string, zone: string): number {
  const name = `${zone} ${date}`;
  const known = seconds.get(name);
  if (known !== undefined) return known;
  const shown = Date.parse(`${date}T23:59:59Z`);
  for (let quarter = -14 * 4; quarter <= 12 * 4; quarter += 1) {
    const at = shown + quarter * 900_000;
    if (wallText(at, zone) !== `${date}T23:59:59`) continue;
    seconds.set(name, at);
    return at;
  }
  throw new Error(`no 23:59:59 of ${date} in ${zone}`);
}
