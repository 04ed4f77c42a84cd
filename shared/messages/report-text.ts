import type { Attestation } from '../domain/deed.ts';
import type { DigestKind, RateMetric } from '../domain/digest.ts';
import type { LaneId } from '../domain/lane.ts';
import type { Metric } from '../domain/score.ts';

/** Of the daily digest: what is open, due and to be done. */
export interface DailyText {
  /** The subject's and the title's: `open` and `due` are the two figures in words. */
  summary(open: string, due: string): string;
  readonly nothingOpen: string;
  /** The same under their headings, as sentences. */
  readonly noneOpen: string;
  readonly noneDue: string;
  due(count: number): string;
  readonly nothingDue: string;
  /** Headings and columns. */
  readonly urgent: string;
  /** Under it, where more is open than is listed. */
  urgentMore(listed: number): string;
  inhibited(count: number): string;
  readonly dueToday: string;
  /** How due lines are counted. */
  readonly dueNote: string;
  readonly handOver: string;
  waiting(count: number): string;
  readonly nothingWaits: string;
  readonly budgets: string;
  readonly noBudget: string;
  readonly notWatched: string;
  unwatched(checks: number): string;
  /** Before the reason that concerns most. */
  readonly mostly: string;
  readonly allWatched: string;
  readonly what: string;
  readonly how: string;
  readonly many: string;
  readonly next: string;
  readonly by: string;
  readonly attest: string;
  readonly figure: string;
  readonly now: string;
  readonly limit: string;
  readonly left: string;
  readonly metric: Readonly<Record<RateMetric | Metric, string>>;
  rate(late: number, orders: number, share: string, days: number): string;
  atMost(share: string): string;
  leftOrders(count: number): string;
  leftPoints(points: string, isBelow: boolean): string;
  score(points: string, origin: 'imported' | 'estimate'): string;
  atLeast(points: string): string;
  /** Between the things to write down. */
  readonly between: string;
  readonly attestation: Readonly<Record<Attestation, string>>;
}

/** Of the weekly report: how the carriers did. */
export interface WeeklyText {
  title(prevented: number, carriers: number): string;
  /** Which orders are told of, by their days of creation. */
  orders(from: string, to: string): string;
  readonly noOrders: string;
  readonly firstScan: string;
  readonly toTikTok: string;
  readonly toTikTokNote: string;
  readonly stalled: string;
  readonly stalledNote: string;
  readonly late: string;
  readonly nothingMeasured: string;
  readonly median: string;
  readonly p90: string;
  readonly share: string;
  readonly parcels: string;
  readonly scans: string;
  readonly orderCount: string;
  readonly before: string;
  /** A figure, and what it is made of. */
  beside(figure: string, note: string): string;
  readonly few: string;
  readonly fewNote: string;
  readonly thisWeek: string;
  readonly noCarrier: string;
  readonly lane: Readonly<Record<LaneId | 'unclear', string>>;
}

export interface ReportText {
  readonly kind: Readonly<Record<DigestKind, string>>;
  /** TikTok could not be read further than this moment. */
  asOf(moment: string): string;
  times(moment: string): string;
  readonly prevented: string;
  /** What counts as prevented, and since when. */
  preventedSince(moment: string): string;
  readonly nonePrevented: string;
  /** Rows that did not fit into a message. */
  more(count: number): string;
  /** Column of how often something was prevented. */
  readonly cases: string;
  readonly unknown: string;
  readonly daily: DailyText;
  readonly weekly: WeeklyText;
}
