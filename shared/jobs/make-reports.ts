import { budgetsOf } from '../checks/budgets.ts';
import type { DayTotals } from '../domain/day-totals.ts';
import type { DailyDigest, DigestRequest, WeeklyReport } from '../domain/digest.ts';
import { liveIncidents } from './incidents.ts';
import { lastingReasons, type LastingReason, type NotWatched } from '../domain/not-watched.ts';
import type { ReportLog, ReportState } from '../domain/report-state.ts';
import { hearsReports } from '../domain/hears.ts';
import { receiversOf } from '../domain/shop.ts';
import type { PullOutcome, WatchFinding } from '../ports/watch.ts';
import { readDays } from './count-days.ts';
import { firstDue, openIn, type DigestBook } from './digest-book.ts';
import { countNearMiss } from './near-misses.ts';
import { notWatchedIn } from './not-watched.ts';
import { unsaidIn, type Owed } from './owed.ts';
import { afterReports, remembered, type Reporting } from './reporting.ts';
import type { Sweeping } from './sweeping.ts';
import { weeklyLanes } from './weekly-lanes.ts';

/** What a run has come to when it is handed over. */
export interface Closing {
  readonly owed: Owed;
  readonly findings: readonly WatchFinding[];
  readonly pulled: PullOutcome;
}

/**
 * Puts the reports that are due on the queue of notices and answers their idempotency keys, with what the shop's
 * reports remember from now on. A repeat hands over the same and remembers the same.
 */
export async function makeReports(
  closing: Closing,
  step: Sweeping,
): Promise<{ readonly requests: readonly string[]; readonly log?: ReportLog }> {
  const { reporting, shop, on, ports } = step;
  if (!reporting) return { requests: [] };
  for (const { finding } of closing.findings) countNearMiss(reporting.prevented, finding, on.run);
  const state = remembered(reporting, shop, on.now);
  // The first look is the report of its day.
  const reports = on.quiet ? [] : await reportsOf(state, reporting, closing, step);
  const receivers = receiversOf(shop).filter(({ hears = {} }) => hearsReports(hears, shop.market));
  const requests = reports.flatMap((one) => receivers.map(({ channel }) => addressed(one, channel, step)));
  if (requests.length > 0) await ports.outbox.digest(requests);
  const log = { run: on.run, before: reporting.before, state: afterReports(state, reporting.due, on.now) };
  return { requests: requests.map(({ id }) => id), log };
}

type Frame = 'v' | 'id' | 'shop' | 'run' | 'channel' | 'now';
type Report = Omit<DailyDigest, Frame> | Omit<WeeklyReport, Frame>;

async function reportsOf(
  { daily, weekly }: ReportState,
  { due, book }: Reporting,
  closing: Closing,
  step: Sweeping,
): Promise<readonly Report[]> {
  if (due.daily === undefined && due.weekly === undefined) return [];
  const { outcome, reached } = closing.pulled;
  const asOf = outcome === 'complete' ? {} : { asOf: reached };
  const days = await readDays(step.ports.dayLog, step.shop, step.on.now);
  const reports: Report[] = [];
  if (daily && book) {
    reports.push({ kind: 'daily', prevented: daily.prevented, ...asOf, ...(await stateOf(book, days, closing, step)) });
  }
  if (weekly && due.weekly !== undefined) {
    const { prevented, before } = weekly;
    const lanes = weeklyLanes(days, weekly);
    reports.push({ kind: 'weekly', prevented, ...(before && { preventedBefore: before }), ...asOf, ...lanes });
  }
  return reports;
}

async function stateOf(
  book: DigestBook,
  days: readonly DayTotals[],
  { owed, findings, pulled }: Closing,
  { ports, shop, setting, notWatched }: Sweeping,
): Promise<Omit<DailyDigest, Frame | 'kind' | 'prevented' | 'asOf'>> {
  const scores = await ports.scores.list(shop.id);
  return {
    ...openIn(book, liveIncidents(findings)),
    inhibited: unsaidIn(owed),
    due: [...book.due.values()].toSorted((one, other) => one.next - other.next),
    handOver: { count: book.inHouse, rows: firstDue(book.toHandOver) },
    budgets: budgetsOf({ pull: pulled.outcome, days, scores }, setting),
    ...(pulled.outcome === 'complete' && { notWatched: unwatchedBy(notWatchedIn(notWatched)) }),
  };
}

function unwatchedBy(all: readonly NotWatched[]): NonNullable<DailyDigest['notWatched']> {
  const weigh = (reason: LastingReason): number =>
    all.reduce((sum, { because, count }) => sum + (because === reason ? count : 0), 0);
  const [because] = lastingReasons.filter((reason) => weigh(reason) > 0).toSorted((a, b) => weigh(b) - weigh(a));
  return { checks: new Set(all.map(({ check }) => check)).size, ...(because && { because }) };
}

function addressed(report: Report, channel: DigestRequest['channel'], { shop, on }: Sweeping): DigestRequest {
  const { id, name, market, zone } = shop;
  return {
    ...report,
    v: 1,
    id: `${id}#${on.run}#${channel.id}#${report.kind}`,
    shop: { id, name, market, zone },
    run: on.run,
    channel,
    now: on.now,
  };
}
