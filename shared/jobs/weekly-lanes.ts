import { matureDays } from '../checks/counted-days.ts';
import type { DayTotals, LaneCount } from '../domain/day-totals.ts';
import type { LaneFigures, LaneReport, Share, WeeklyReport } from '../domain/digest.ts';
import type { Lengths, WeekTally } from '../domain/report-state.ts';
import { laneInKey, laneKey } from '../totals/lane-name.ts';
import { joinLengths, spreadOf } from '../totals/lengths.ts';

const week = 7;

/** More lanes make a table that nobody reads. */
const mostLanes = 20;

/**
 * How each carrier fared on each lane: of the newest seven days whose promises have come due, against the seven before
 * them; and how late TikTok showed what was scanned since the last report.
 */
export function weeklyLanes(
  days: readonly DayTotals[],
  { lags, lagsBefore = {} }: Pick<WeekTally, 'lags' | 'lagsBefore'>,
): Pick<WeeklyReport, 'days' | 'lanes'> {
  const mature = matureDays(days, ({ deliver }) => deliver);
  const newest = mature.slice(-week);
  const of = summed(newest);
  const before = summed(mature.slice(-2 * week, -week));
  const keys = [...new Set([...of.keys(), ...Object.keys(lags)])];
  const lanes = keys.map((key): LaneReport => {
    const earlier = figures(before.get(key), lagsBefore[key]);
    return {
      ...laneInKey(key),
      week: figures(of.get(key), lags[key]),
      ...(Object.keys(earlier).length > 0 && { before: earlier }),
    };
  });
  const [first, last] = [newest[0], newest.at(-1)];
  return {
    ...(first && last && { days: { from: first.day, to: last.day } }),
    lanes: lanes.toSorted((one, other) => sizeOf(other) - sizeOf(one) || compare(one, other)).slice(0, mostLanes),
  };
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
