import type { Market } from '../domain/shop.ts';
import { after, type Instant } from '../domain/time.ts';
import { countDays, cutOffMillis, type Step } from './day-count.ts';
import { marketZone } from './market-zone.ts';
import type { DeadlineForm } from './policy.ts';
import { dayMillis, endOfDay, wallMillis, type WallDay } from './wall-days.ts';

type DayForm = Exclude<DeadlineForm, { form: 'hours' | 'unpublished' }>;

/**
 * The instant after which a clock that started at `start` has passed its line; undefined where the length of a
 * relief was not published.
 */
export function lineOf(form: DeadlineForm, start: Instant, market: Market): Instant | undefined {
  switch (form.form) {
    case 'hours':
      return after(start, form.length);
    case 'unpublished':
      return undefined;
    default:
      return endOfDay(lastDay(form, start, market), marketZone(market));
  }
}

/** The same line, and how one comes to it day by day. */
export function explainedLine(
  form: DeadlineForm,
  start: Instant,
  market: Market,
): { readonly line: Instant | undefined; readonly steps: readonly Step[] } {
  if (form.form === 'hours')
    return { line: after(start, form.length), steps: [{ kind: 'hours', length: form.length }] };
  if (form.form === 'unpublished') return { line: undefined, steps: [{ kind: 'unpublished' }] };
  const zone = marketZone(market);
  const wall = wallMillis(start, zone);
  const day = Math.floor(wall / dayMillis);
  const steps: Step[] = [];
  const last = countDays(form, { day, time: wall - day * dayMillis, market }, (step) => steps.push(step));
  return { line: endOfDay(last, zone), steps };
}

// Which day ends a clock depends on the day it started on and on which side of the cut-off, so a hundred thousand
// orders of a sweep have a few dozen answers.
const lastDays = new WeakMap<DayForm, Map<Market, Map<number, WallDay>>>();

function lastDay(form: DayForm, start: Instant, market: Market): WallDay {
  const wall = wallMillis(start, marketZone(market));
  const day = Math.floor(wall / dayMillis);
  const time = wall - day * dayMillis;
  const known = knownFor(form, market);
  const key = day * 2 + (time >= cutOffOf(form) ? 1 : 0);
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const last = countDays(form, { day, time, market });
  known.set(key, last);
  return last;
}

function knownFor(form: DayForm, market: Market): Map<number, WallDay> {
  let ofForm = lastDays.get(form);
  if (!ofForm) lastDays.set(form, (ofForm = new Map<Market, Map<number, WallDay>>()));
  let ofMarket = ofForm.get(market);
  if (!ofMarket) ofForm.set(market, (ofMarket = new Map<number, WallDay>()));
  return ofMarket;
}

function cutOffOf(form: DayForm): number {
  const base = form.form === 'extended' ? form.base : form;
  return base.form === 'business-days' && base.cutOff !== undefined ? cutOffMillis(base.cutOff) : dayMillis;
}
