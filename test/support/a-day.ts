import { dayOf, type DayTotals, type Fates } from '../../shared/domain/day-totals.ts';
import { before, days } from '../../shared/domain/time.ts';
import { emptyDay } from '../../shared/totals/count-day.ts';
import { now } from './moments.ts';

export type DayChanges = Partial<Omit<DayTotals, 'confirm' | 'pickup' | 'deliver'>> &
  Partial<Record<'confirm' | 'pickup' | 'deliver', Partial<Fates>>>;

/** Baseline: a day without orders, counted now. */
export function aDay(daysAgo: number, changes: DayChanges = {}): DayTotals {
  const { confirm, pickup, deliver, ...others } = changes;
  const empty = emptyDay(dayOf(before(now, days(daysAgo))), now);
  return {
    ...empty,
    ...others,
    confirm: { ...empty.confirm, ...confirm },
    pickup: { ...empty.pickup, ...pickup },
    deliver: { ...empty.deliver, ...deliver },
  };
}

/** So many days up to today, the oldest first; `changes` by how many days ago. */
export function someDays(count: number, changes: (daysAgo: number) => DayChanges = () => ({})): readonly DayTotals[] {
  return Array.from({ length: count }, (_, place) => aDay(count - 1 - place, changes(count - 1 - place)));
}
