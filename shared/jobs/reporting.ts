import type { Setting } from '../checks/check.ts';
import type { Deeds } from '../domain/deed.ts';
import type { Prevented } from '../domain/digest.ts';
import type { Occasion } from '../domain/reconcile.ts';
import type { Lengths, ReportState, ReportTally, WeekTally } from '../domain/report-state.ts';
import type { Shop } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import { addLength, joinLengths } from '../totals/lengths.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import type { Run, Watch } from '../ports/watch.ts';
import { newDigestBook, noteOrder, type DigestBook } from './digest-book.ts';
import { addToStage, countNearMiss, stageCounts, type StageCounts } from './near-misses.ts';

import { reportsDue, type ReportsDue } from './reports-due.ts';

/** What a run notes for the reports that its shop wants. */
export interface Reporting {
  /** What they remembered before this run. */
  readonly before: ReportState;
  readonly due: ReportsDue;
  readonly prevented: StageCounts;
  /** How old scans were at most when this run met them, by lane. */
  readonly lags: Map<string, Lengths>;
  /** `now` of the sweep before, where it read every trace that was due. */
  readonly lastRead?: Instant;
  /** Where a daily digest is due. */
  readonly book?: DigestBook;
}

/** Undefined for a shop that wants no reports, and has forgotten those that it once wanted. */
export function beginReporting(run: Run, watch: Watch, shop: Shop, setting: Setting): Reporting | undefined {
  const { reports, firstLookDone, watermark, lookedUntil } = watch;
  if (shop.digest === undefined && !shop.weekly && !reports) return undefined;
  const before = (reports?.run === run.id ? reports.before : reports?.state) ?? {};
  const due = reportsDue(shop, before, run.now);
  return {
    before,
    due,
    prevented: new Map(),
    lags: new Map(Object.entries(run.lags ?? {})),
    ...(firstLookDone && watermark !== undefined && watermark === lookedUntil && { lastRead: watermark }),
    ...(due.daily !== undefined && { book: newDigestBook(setting) }),
  };
}

/** What a step knows when it has judged an order. */
interface Judging {
  readonly on: Pick<Occasion, 'run'>;
  readonly setting: Setting;
  /** Orders of which what is known is old. */
  readonly quarantined: ReadonlyMap<string, string>;
}

/** Notes one order of the book, as it stands after this run has judged it. */
export function report(
  { prevented, book }: Reporting,
  watched: WatchedOrder,
  deeds: Deeds,
  { on, setting, quarantined }: Judging,
): void {
  for (const finding of watched.findings) countNearMiss(prevented, finding, on.run, watched.order);
  if (book && !quarantined.has(watched.order.id)) noteOrder(book, watched, deeds, setting);
}

/** More carriers than this a report does not list. */
const mostLanes = 20;

export function addLag({ lags }: Reporting, lane: string, length: Parameters<typeof addLength>[1]): void {
  const known = lags.get(lane);
  if (known || lags.size < mostLanes) lags.set(lane, addLength(known ?? {}, length));
}

/** What the reports remember with this run, as if none of them were made by it. */
export function remembered({ before, prevented, lags }: Reporting, shop: Shop, now: Instant): ReportState {
  const daily: ReportTally = before.daily ?? { prevented: { from: now, stages: [] } };
  const weekly: WeekTally = before.weekly ?? { prevented: { from: now, stages: [] }, lags: {} };
  return {
    ...(shop.digest !== undefined && { daily: { ...daily, prevented: grown(daily.prevented, prevented) } }),
    ...(shop.weekly && {
      weekly: { ...weekly, prevented: grown(weekly.prevented, prevented), lags: joined(weekly.lags, lags) },
    }),
  };
}

/** The same after those that are due have been made: they begin anew, and the week that was told is the one before. */
export function afterReports(state: ReportState, due: ReportsDue, now: Instant): ReportState {
  const { daily, weekly } = state;
  const anew = { from: now, stages: [] };
  return {
    ...(daily && { daily: due.daily === undefined ? daily : { on: due.daily, prevented: anew } }),
    ...(weekly && {
      weekly:
        due.weekly === undefined
          ? weekly
          : { on: due.weekly, prevented: anew, before: weekly.prevented, lags: {}, lagsBefore: weekly.lags },
    }),
  };
}

function grown({ from, stages }: Prevented, more: StageCounts): Prevented {
  const all: StageCounts = new Map();
  for (const one of [...stages, ...more.values()]) addToStage(all, one);
  return { from, stages: stageCounts(all) };
}

function joined(known: WeekTally['lags'], more: Reporting['lags']): WeekTally['lags'] {
  const all = new Map(Object.entries(known));
  for (const [lane, lengths] of more) {
    const before = all.get(lane);
    if (before || all.size < mostLanes) all.set(lane, joinLengths(before ?? {}, lengths));
  }
  return Object.fromEntries(all);
}
