import { matureDays } from '../checks/counted-days.ts';
import { dayOf, type DayTotals, type LaneCount } from '../domain/day-totals.ts';
import type { LaneFigures, LaneReport, Share, WeeklyReport } from '../domain/digest.ts';
import type { Lengths, WeekTally } from '../domain/report-state.ts';
import { before, days, instant, type Duration } from '../domain/time.ts';
import { laneInKey, laneKey } from '../totals/lane-name.ts';
import { joinLengths, spreadOf } from '../totals/lengths.ts';

const week = days(7);
const lastOfWeek = days(6);

/** More lanes make a table that nobody reads. */
const mostLanes = 20;

/**
 * How each carrier fared on each lane: of the seven days up to the newest whose orders have come due, against the seven
 * before them; and how late TikTok showed what was scanned since the last report.
 */
export function weeklyLanes(
  all: readonly DayTotals[],
  { lags, lagsBefore = {} }: Pick<WeekTally, 'lags' | 'lagsBefore'>,
): Pick<WeeklyReport, 'days' | 'lanes'> {
  // Where no rule says when to deliver, what was to be picked up tells when a day is over.
  const due = matureDays(
    matureDays(all, ({ pickup }) => pickup),
    ({ deliver }) => deliver,
  ).filter(({ orders }) => orders > 0);
  const to = due.at(-1)?.day;
  const of = summed(to === undefined ? [] : weekUpTo(due, to));
  const earlier = summed(to === undefined ? [] : weekUpTo(due, dayBefore(to, week)));
  const keys = [...new Set([...of.keys(), ...Object.keys(lags)])];
  const lanes = keys.map((key): LaneReport => {
    const weekBefore = figures(earlier.get(key), lagsBefore[key]);
    return {
      ...laneInKey(key),
      week: figures(of.get(key), lags[key]),
      ...(Object.keys(weekBefore).length > 0 && { before: weekBefore }),
    };
  });
  return {
    ...(to !== undefined && { days: { from: dayBefore(to, lastOfWeek), to } }),
    lanes: lanes.toSorted((one, other) => sizeOf(other) - sizeOf(one) || compare(one, other)).slice(0, mostLanes),
  };
}

function weekUpTo(due: readonly DayTotals[], to: string): readonly DayTotals[] {
  const from = dayBefore(to, lastOfWeek);
  return due.filter(({ day }) => day >= from && day <= to);
}

function dayBefore(day: string, by: Duration): string {
  return dayOf(before(instant(Date.parse(day)), by));
}

type LaneSum = Omit<LaneCount, 'lane' | 'carrier'>;

function summed(days: readonly DayTotals[]): ReadonlyMap<string, LaneSum> {
  const sums = new Map<string, LaneSum>();
  for (const lane of days.flatMap(({ fared = [] }) => fared)) {
    const known = sums.get(laneKey(lane));
    sums.set(laneKey(lane), known ? sumOf(known, lane) : lane);
  }
  return sums;
}

function sumOf(one: LaneSum, other: LaneSum): LaneSum {
  return {
    scanned: one.scanned + other.scanned,
    stalled: one.stalled + other.stalled,
    due: one.due + other.due,
    late: one.late + other.late,
    toFirstScan: joinLengths(one.toFirstScan, other.toFirstScan),
  };
}

function figures(sum: LaneSum | undefined, lags: Lengths | undefined): LaneFigures {
  const toFirstScan = sum && spreadOf(sum.toFirstScan);
  const toTikTok = lags && spreadOf(lags);
  const stalled = sum && shareOf(sum.stalled, sum.scanned);
  const late = sum && shareOf(sum.late, sum.due);
  return {
    ...(toFirstScan && { toFirstScan }),
    ...(toTikTok && { toTikTok }),
    ...(stalled && { stalled }),
    ...(late && { late }),
  };
}

function shareOf(count: number, of: number): Share | undefined {
  return of === 0 ? undefined : { count, of };
}

function sizeOf({ week: { stalled, late } }: LaneReport): number {
  return Math.max(stalled?.of ?? 0, late?.of ?? 0);
}

function compare(one: LaneReport, other: LaneReport): number {
  return laneKey(one) < laneKey(other) ? -1 : 1;
}
