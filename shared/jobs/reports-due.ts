import type { ReportState } from '../domain/report-state.ts';
import type { Shop, WeeklyAt } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import { atWall, isoDate, wallDay, weekdayOf } from '../policies/wall-days.ts';

const week = 7;

/** The shop's day on which a report is made, where one is due: `2026-11-23`. */
export interface ReportsDue {
  readonly daily?: string;
  readonly weekly?: string;
}

/**
 * Each day has one digest, by the first run at or after its hour; a week whose day went by without a run has its
 * report later. Days are those of the shop's zone, however long they are.
 */
export function reportsDue(
  { digest, weekly, zone }: Pick<Shop, 'digest' | 'weekly' | 'zone'>,
  made: ReportState,
  now: Instant,
): ReportsDue {
  const today = isoDate(wallDay(now, zone));
  const isDaily = digest !== undefined && isDailyDue(digest, zone, made.daily?.on, now);
  const isWeekly = weekly !== undefined && isWeeklyDue(weekly, zone, made.weekly?.on, now);
  return { ...(isDaily && { daily: today }), ...(isWeekly && { weekly: today }) };
}

function isDailyDue(hour: string, zone: string, last: string | undefined, now: Instant): boolean {
  const today = wallDay(now, zone);
  return now >= atWall(today, hour, zone) && (last === undefined || last < isoDate(today));
}

/** A report that was never made is not made up for: its first one waits for its day. */
function isWeeklyDue({ day, at }: WeeklyAt, zone: string, last: string | undefined, now: Instant): boolean {
  const today = wallDay(now, zone);
  const daysSince = (weekdayOf(today) - day + week) % week;
  const isTooEarly = daysSince === 0 && now < atWall(today, at, zone);
  if (last === undefined) return daysSince === 0 && !isTooEarly;
  return last < isoDate(today - daysSince - (isTooEarly ? week : 0));
}
