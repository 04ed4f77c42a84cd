import type { Market } from '../domain/shop.ts';
import type { Duration } from '../domain/time.ts';
import { hasHolidayTable, holidayName } from './holidays.ts';
import type { DeadlineForm } from './policy.ts';
import { wallDayOf, weekdayOf, type WallDay } from './wall-days.ts';

type Form<Name> = Extract<DeadlineForm, { form: Name }>;
type DayForm = Form<'calendar-days' | 'business-days' | 'extended' | 'date'>;

/** Why a day does not count. `unknown-holidays`: it counts, but nobody knows whether it is a holiday. */
export type Step =
  | { readonly kind: 'hours'; readonly length: Duration }
  | { readonly kind: 'unpublished' }
  | { readonly kind: 'calendar-days'; readonly days: number; readonly to: WallDay }
  | { readonly kind: 'date'; readonly to: WallDay }
  | { readonly kind: 'after-cut-off'; readonly day: WallDay; readonly cutOff: string }
  | { readonly kind: 'weekend'; readonly day: WallDay }
  | { readonly kind: 'holiday'; readonly day: WallDay; readonly name: string }
  | { readonly kind: 'unknown-holidays'; readonly day: WallDay; readonly country: string }
  | { readonly kind: 'counts-from'; readonly day: WallDay }
  | { readonly kind: 'counted'; readonly day: WallDay; readonly count: number; readonly of: number }
  | { readonly kind: 'extended' };

/** The wall clock's reading at the start: its day, and the milliseconds since that day began. */
export interface WallStart {
  readonly day: WallDay;
  readonly time: number;
  readonly market: Market;
}

export type Tell = (step: Step) => void;

/** The day at whose end the line lies. Every day that was passed over is told, and why. */
export function countDays(form: DayForm, start: WallStart, tell: Tell = unheard): WallDay {
  switch (form.form) {
    case 'calendar-days':
      return calendarDays(form.days, start.day, tell);
    case 'business-days':
      return businessDays(form, firstDay(form, start, tell), start.market, tell);
    case 'date':
      tell({ kind: 'date', to: wallDayOf(form.on) });
      return wallDayOf(form.on);
    case 'extended': {
      const usual = countDays(form.base, start, tell);
      tell({ kind: 'extended' });
      const { by } = form;
      return by.form === 'calendar-days'
        ? calendarDays(by.days, usual, tell)
        : businessDays(by, usual, start.market, tell);
    }
  }
}

/** Milliseconds of the day at which a cut-off like `14:00` lies. */
function cutOffMillis(cutOff: string): number {
  const [hour = 0, minute = 0] = cutOff.split(':').map(Number);
  return (hour * 60 + minute) * 60_000;
}

function calendarDays(days: number, from: WallDay, tell: Tell): WallDay {
  tell({ kind: 'calendar-days', days, to: from + days });
  return from + days;
}

/** Day 0: with a cut-off the business day that takes the start in, without one the start's own day. */
function firstDay(form: Form<'business-days'>, { day, time, market }: WallStart, tell: Tell): WallDay {
  if (form.cutOff === undefined) return day;
  const late = time >= cutOffMillis(form.cutOff);
  if (late) tell({ kind: 'after-cut-off', day, cutOff: form.cutOff });
  const first = nextBusinessDay(form, late ? day + 1 : day, market, tell);
  if (first !== day) tell({ kind: 'counts-from', day: first });
  return first;
}

function businessDays(form: Form<'business-days'>, from: WallDay, market: Market, tell: Tell): WallDay {
  let day = from;
  for (let count = 1; count <= form.days; count += 1) {
    day = nextBusinessDay(form, day + 1, market, tell);
    tell({ kind: 'counted', day, count, of: form.days });
  }
  return day;
}

const saturdayAndSunday: readonly number[] = [6, 7];

/** The first business day on or after `day`. A week never consists of holidays and weekend alone for long. */
function nextBusinessDay(form: Form<'business-days'>, day: WallDay, market: Market, tell: Tell): WallDay {
  const country = form.holidays ?? market;
  const weekend = form.weekend ?? saturdayAndSunday;
  for (let at = day; ; at += 1) {
    const name = holidayName(at, country);
    if (weekend.includes(weekdayOf(at))) tell({ kind: 'weekend', day: at });
    else if (name !== undefined) tell({ kind: 'holiday', day: at, name });
    else {
      if (!hasHolidayTable(at, country)) tell({ kind: 'unknown-holidays', day: at, country });
      return at;
    }
  }
}

function unheard(): void {}
