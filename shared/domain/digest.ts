import type { Attestation } from './deed.ts';
import type { LastingReason } from './not-watched.ts';
import type { NoticeLine, NoticeRequest } from './notice.ts';
import type { Metric } from './score.ts';
import type { Instant } from './time.ts';
import type { Severity } from './verdict.ts';

export const digestKinds = ['daily', 'weekly'] as const;
export type DigestKind = (typeof digestKinds)[number];

/** How many findings of a stage; the stage names them in words. */
export interface StageCount {
  readonly check: string;
  readonly stage: string;
  readonly count: number;
}

/** Lines of one check that will be crossed within the shop's day. */
export interface DueToday extends StageCount {
  /** The earliest of them. */
  readonly next: Instant;
}

/** An order that is still in the house. Text fields come from outside: escape them where they land. */
export interface HandOverRow {
  readonly order: string;
  readonly carrier?: string;
  /** By when it is to be confirmed, or picked up once it is. */
  readonly due?: Instant;
  /** What is to be attested of it before. */
  readonly attest: readonly Attestation[];
}

/** Rates that a rule limits. */
export const rateMetrics = ['confirm-late-rate', 'late-dispatch-rate', 'late-delivery-rate'] as const;
export type RateMetric = (typeof rateMetrics)[number];

/** A figure that a rule limits, as it stands. */
export type Budget =
  | {
      readonly is: 'rate';
      readonly metric: RateMetric;
      readonly late: number;
      readonly orders: number;
      /** The share of late orders at the limit, and how many more may be late. */
      readonly limit: number;
      readonly left: number;
      /** Days of orders that it is taken over. */
      readonly days: number;
    }
  | {
      readonly is: 'score';
      readonly metric: Metric;
      readonly score: number;
      readonly limit: number;
      readonly origin: 'imported' | 'estimate';
    }
  | { readonly is: 'unknown'; readonly metric: RateMetric | Metric };

/** The middle and the ninth tenth of so many lengths, in whole hours, rounded up. */
export interface Spread {
  readonly sample: number;
  readonly median: number;
  readonly p90: number;
}

export interface Share {
  readonly count: number;
  readonly of: number;
}

/** How one carrier's parcels fared on one lane; what nothing is known of is left out. */
export interface LaneFigures {
  /** From the label to the carrier's first scan. */
  readonly toFirstScan?: Spread;
  /** Of scans that an earlier answer of TikTok's lacked: how old they were at most when one showed them. */
  readonly toTikTok?: Spread;
  /** Parcels with a silence longer than the rules allow, of those with a scan. */
  readonly stalled?: Share;
  /** Orders delivered too late, of those that have come due. */
  readonly late?: Share;
}

export interface LaneReport {
  /** Id of the lane's template; `unclear`: none fits. */
  readonly lane: string;
  readonly carrier: string;
  readonly week: LaneFigures;
  readonly before?: LaneFigures;
}

/** What opened before its line and was over before it: by stage, from one report to the next. */
export interface Prevented {
  readonly from: Instant;
  readonly stages: readonly StageCount[];
}

interface DigestFrame extends Pick<NoticeRequest, 'shop' | 'run' | 'channel' | 'now'> {
  readonly v: 1;
  /** Idempotency key: `shop#run#channel#daily`. */
  readonly id: string;
  readonly prevented: Prevented;
  /** TikTok could not be read further than this. */
  readonly asOf?: Instant;
}

/** The day's state of one shop for one channel; ten rows at most of any list. */
export interface DailyDigest extends DigestFrame {
  readonly kind: 'daily';
  readonly open: Readonly<Record<Severity, number>>;
  /** Live findings that are silent because their cause is open. */
  readonly inhibited: number;
  /** The most urgent, silent ones left out. */
  readonly urgent: readonly NoticeLine[];
  readonly due: readonly DueToday[];
  readonly handOver: { readonly count: number; readonly rows: readonly HandOverRow[] };
  readonly budgets: readonly Budget[];
  /** Checks that can say nothing of something, and the reason that concerns most; unknown without a complete pull. */
  readonly notWatched?: { readonly checks: number; readonly because?: LastingReason };
}

/** The week of one shop for one channel: how its carriers fared, twenty lanes at most. */
export interface WeeklyReport extends DigestFrame {
  readonly kind: 'weekly';
  /** Days (UTC) of creation of the orders told of; left out: none have come due. */
  readonly days?: { readonly from: string; readonly to: string };
  readonly lanes: readonly LaneReport[];
  readonly preventedBefore?: Prevented;
}

export type DigestRequest = DailyDigest | WeeklyReport;

/** Everything that goes to a channel. */
export type NotifyRequest = NoticeRequest | DigestRequest;

export function isDigest(request: NotifyRequest): request is DigestRequest {
  return digestKinds.some((kind) => kind === request.kind);
}
