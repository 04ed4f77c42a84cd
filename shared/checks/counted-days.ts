import type { DayTotals, Fates } from '../domain/day-totals.ts';
import { unknown, type Verdict } from '../domain/verdict.ts';
import type { ShopSubject } from './check.ts';

/** The days a rate is taken over: at least one. */
export type CountedDays = readonly [DayTotals, ...DayTotals[]];

/** All days, the newest last; a verdict where nothing can be said of them. */
export function countedDays({ pull, days }: ShopSubject): CountedDays | Verdict {
  // What was counted may be hours old, and what has happened since is not known.
  if (pull !== 'complete') return unknown('pull-incomplete');
  const [first, ...others] = days ?? [];
  return first ? [first, ...others] : unknown('needs-orders');
}

export function isVerdict(found: CountedDays | Verdict): found is Verdict {
  return 'is' in found;
}

/** The last one; it was counted when the others were, or later. */
export function newestOf(days: CountedDays): DayTotals {
  return days.at(-1) ?? days[0];
}

const fourWeeks = 28;

/** The newest, for figures that need no line to come due: what happened before is over. */
export function lately(days: CountedDays): readonly DayTotals[] {
  return days.slice(-fourWeeks);
}

/** An order with a longer promise of its own does not keep its day open. */
const mostOpen = 0.05;

/** Days whose orders have come due, all but a few. */
export function matureDays(days: readonly DayTotals[], fatesOf: (day: DayTotals) => Fates): readonly DayTotals[] {
  return days.filter((day) => {
    const fates = fatesOf(day);
    return fates.open <= mostOpen * ordersIn(fates);
  });
}

export function ordersIn({ onTime, late, open }: Fates): number {
  return onTime + late + open;
}

export function sumOf(days: readonly DayTotals[], figure: (day: DayTotals) => number): number {
  return days.reduce((sum, day) => sum + figure(day), 0);
}

export function fatesIn(days: readonly DayTotals[], fatesOf: (day: DayTotals) => Fates): Fates {
  return {
    onTime: sumOf(days, (day) => fatesOf(day).onTime),
    late: sumOf(days, (day) => fatesOf(day).late),
    open: sumOf(days, (day) => fatesOf(day).open),
  };
}
