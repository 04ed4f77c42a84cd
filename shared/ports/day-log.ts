import type { DayTotals } from '../domain/day-totals.ts';

/** Each shop's day totals. A day that is counted again replaces what was known of it. */
export interface DayLog {
  write(shop: string, days: readonly DayTotals[]): Promise<void>;
  /** From this day (`2026-11-22`) on, ascending; days that nobody counted are left out. */
  since(shop: string, day: string): Promise<readonly DayTotals[]>;
}
