import type { Market } from '../domain/shop.ts';
import { after, type Instant } from '../domain/time.ts';
import { countDays, type Step } from './day-count.ts';
import { marketZone } from './market-zone.ts';
import type { DeadlineForm } from './policy.ts';
import { dayMillis, endOfDay, quarterHourMillis, wallMillis } from './wall-days.ts';

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
      return dayLine(form, start, market);
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

// Clocks and cut-offs turn at quarter hours, so all starts of one quarter have one line, and a hundred thousand orders
// of a sweep a few thousand.
type Lines = Map<number, Instant>;
const lines = new WeakMap<DayForm, Map<Market, Lines>>();
let last: { readonly form: DayForm; readonly market: Market; readonly lines: Lines } | undefined;

function dayLine(form: DayForm, start: Instant, market: Market): Instant {
  if (last?.form !== form || last.market !== market) last = { form, market, lines: linesOf(form, market) };
  const quarter = Math.floor(start / quarterHourMillis);
  const known = last.lines.get(quarter);
  if (known !== undefined) return known;
  const zone = marketZone(market);
  const wall = wallMillis(start, zone);
  const day = Math.floor(wall / dayMillis);
  const line = endOfDay(countDays(form, { day, time: wall - day * dayMillis, market }), zone);
  last.lines.set(quarter, line);
  return line;
}

function linesOf(form: DayForm, market: Market): Lines {
  let ofForm = lines.get(form);
  if (!ofForm) lines.set(form, (ofForm = new Map<Market, Lines>()));
  let ofMarket = ofForm.get(market);
  if (!ofMarket) ofForm.set(market, (ofMarket = new Map<number, Instant>()));
  return ofMarket;
}
