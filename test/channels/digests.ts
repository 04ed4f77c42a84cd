import type { DigestRequest, LaneReport } from '../../shared/domain/digest.ts';
import type { Locale } from '../../shared/domain/shop.ts';
import { aDailyDigest, aWeeklyReport } from '../support/a-digest.ts';
import { aNoticeLine } from '../support/a-notice.ts';
import { daysAgo, hoursAgo, hoursFromNow } from '../support/moments.ts';
import { confirmOverdue, confirmSoon, feedSilent, gap, keyExpiring, pickupOverdue, stale } from './notices.ts';

const busy = aDailyDigest({
  open: { critical: 9, breach: 14, warning: 31 },
  inhibited: 3,
  urgent: [stale, pickupOverdue, confirmOverdue, feedSilent, confirmSoon, gap, keyExpiring],
  due: [
    { check: 'confirm-by', stage: 'confirm-due-soon', count: 12, next: hoursFromNow(1) },
    { check: 'trace-silent', stage: 'trace-gap-48', count: 1, next: hoursFromNow(3) },
    { check: 'pickup-by', stage: 'pickup-due-soon', count: 4, next: hoursFromNow(9) },
  ],
  handOver: {
    count: 57,
    rows: [
      { order: '578230114599810002', due: hoursFromNow(2), attest: [] },
      { order: '578230114599810003', carrier: 'YunExpress', due: hoursFromNow(5), attest: ['qr-label', 'pick-start'] },
      { order: '578230114599810009', carrier: 'Yanwen 燕文', attest: ['declared-name'] },
    ],
  },
  budgets: [
    { is: 'rate', metric: 'confirm-late-rate', late: 7, orders: 120, limit: 0.05, left: 0, days: 7 },
    { is: 'rate', metric: 'late-dispatch-rate', late: 2, orders: 120, limit: 0.04, left: 2, days: 7 },
    { is: 'unknown', metric: 'late-delivery-rate' },
    { is: 'score', metric: 'logistics-score', score: 81, limit: 75, origin: 'imported' },
    { is: 'score', metric: 'trace-completeness', score: 83.44, limit: 85, origin: 'estimate' },
  ],
  prevented: {
    from: daysAgo(1),
    stages: [
      { check: 'confirm-by', stage: 'confirm-due-soon', count: 8 },
      { check: 'trace-silent', stage: 'trace-gap-48', count: 1 },
    ],
  },
  notWatched: { checks: 6, because: 'needs-attestations' },
});

const yun: LaneReport = {
  lane: 'cross-border',
  carrier: 'YunExpress',
  week: {
    toFirstScan: { sample: 214, median: 9, p90: 31 },
    toTikTok: { sample: 41, median: 2, p90: 14 },
    stalled: { count: 6, of: 214 },
    late: { count: 11, of: 190 },
  },
  before: {
    toFirstScan: { sample: 188, median: 8, p90: 24 },
    stalled: { count: 3, of: 188 },
    late: { count: 4, of: 171 },
  },
};

const week = aWeeklyReport({
  days: { from: '2026-01-03', to: '2026-01-09' },
  prevented: {
    from: daysAgo(7),
    stages: [
      { check: 'confirm-by', stage: 'confirm-due-soon', count: 41 },
      { check: 'pickup-by', stage: 'pickup-due-soon', count: 6 },
    ],
  },
  preventedBefore: {
    from: daysAgo(14),
    stages: [
      { check: 'confirm-by', stage: 'confirm-due-soon', count: 30 },
      { check: 'trace-silent', stage: 'trace-gap-48', count: 2 },
    ],
  },
  lanes: [
    yun,
    {
      lane: 'transit-warehouse',
      carrier: 'Royal Mail',
      week: { toFirstScan: { sample: 12, median: 54, p90: 96 }, stalled: { count: 0, of: 12 } },
    },
    { lane: 'unclear', carrier: '–', week: { late: { count: 1, of: 3 } } },
  ],
});

/** An outage in the morning: TikTok was last read at four. */
const blind = aDailyDigest({
  asOf: hoursAgo(8),
  open: { critical: 1, breach: 0, warning: 0 },
  urgent: [feedSilent],
  notWatched: undefined,
});

/** Twenty lanes, and lists as long as they get: more than WeCom takes. */
const full = aDailyDigest({
  open: { critical: 40, breach: 0, warning: 0 },
  urgent: Array.from({ length: 10 }, (_, place) =>
    aNoticeLine({
      ...stale,
      order: `5782301145998200${10 + place}`,
      carrier: 'A carrier with a name that does not end',
    }),
  ),
  due: ['confirm-by', 'pickup-by', 'deliver-by', 'trace-silent', 'auto-cancel', 'cancel-request'].map((check) => ({
    check,
    stage: 'delivery-due-soon',
    count: 100,
    next: hoursFromNow(2),
  })),
  handOver: {
    count: 4_000,
    rows: Array.from({ length: 10 }, (_, place) => ({
      order: `5782301145998300${10 + place}`,
      carrier: 'A carrier with a name that does not end',
      due: hoursFromNow(3),
      attest: ['qr-label', 'declared-name', 'battery', 'pick-start'] as const,
    })),
  },
});

export const digests = { busy, quiet: aDailyDigest(), blind, full, week, 'first-week': aWeeklyReport() } as const;

export function digestNamed(name: keyof typeof digests, locale: Locale, kind = 'email'): DigestRequest {
  const digest: DigestRequest = digests[name];
  const to = kind === 'email' ? ['owner@shop.example'] : [];
  return { ...digest, channel: { id: `${kind}:${locale}`, kind, locale, to } };
}
