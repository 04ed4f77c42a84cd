import { describe, expect, it } from 'vitest';
import { supplementPending } from '../../shared/checks/supplement-pending.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { Order } from '../../shared/domain/order.ts';
import { after, before, hours, seconds, type Instant } from '../../shared/domain/time.ts';
import { aFinding } from '../support/a-finding.ts';
import { aDeliveredOrder, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { hoursAgo, now } from '../support/moments.ts';

interface Case {
  readonly order?: Order;
  readonly scans?: readonly Instant[];
  readonly traceRead?: boolean;
  readonly findings?: readonly Finding[];
}

// Silent for 130 hours, so stale for 58.
const scanned = hoursAgo(130);
const order = anOrderInTransit({ createdAt: hoursAgo(150), confirmedAt: hoursAgo(148), collectedAt: hoursAgo(140) });
const stale = aFinding({ stage: 'tracking-stale', since: after(scanned, hours(72)), openedAt: hoursAgo(80) });

function cause(stage: string): Finding {
  const openedAt = stale.openedAt;
  return aFinding({
    check: 'silence-cause',
    stage,
    since: stale.since,
    openedAt,
    last: { kind: 'opened', at: openedAt, run: 'r' },
  });
}

function judge(changes: Case): ReturnType<typeof supplementPending.judge> {
  const { scans = [scanned], traceRead = true, findings = [stale] } = changes;
  const known = subject(changes.order ?? order, { scans }, traceRead);
  return supplementPending.judge({ ...known, findings }, aSetting());
}

function told(changes: Case): string {
  const verdict = judge(changes);
  return verdict.is === 'firing' ? verdict.stage : verdict.is === 'unknown' ? `unknown: ${verdict.because}` : 'ok';
}

describe('a supplement that was asked for shows up as a new scan', () => {
  const pending = 'tracking-supplement-pending';
  const staleSince = (since: Instant, changes: Partial<Finding> = {}): Case => ({
    scans: [before(since, hours(72))],
    findings: [{ ...stale, since, ...changes }],
  });
  const rows: [string, Case, string][] = [
    ['asked 58 hours ago, and silent ever since', {}, pending],
    ['asked exactly 48 hours ago', staleSince(hoursAgo(48)), 'ok'],
    ['a second later', staleSince(before(hoursAgo(48), seconds(1))), pending],
    ['found stale only at a first look ten hours ago', staleSince(hoursAgo(300), { openedAt: hoursAgo(10) }), 'ok'],
    ['acknowledged: it was asked for all the same', { findings: [{ ...stale, state: 'acknowledged' }] }, pending],
    ['the carrier has scans that TikTok lacks', { findings: [stale, cause('api-sync-failure')] }, pending],
    [
      'the proof was found an hour ago',
      { findings: [stale, { ...cause('api-sync-failure'), last: { kind: 'escalated', at: hoursAgo(1), run: 'r' } }] },
      'ok',
    ],
    ['the carrier stands still too', { findings: [stale, cause('carrier-stalled')] }, 'ok'],
    ['it did, but moves again', { findings: [stale, { ...cause('carrier-stalled'), state: 'resolved' }] }, pending],
    ['a new scan since', { scans: [scanned, hoursAgo(20)] }, 'ok'],
    ['a supplemented scan, older than the request', { scans: [scanned, hoursAgo(100)] }, 'ok'],
    ['a supplemented scan, and silent for 48 hours again', { scans: [scanned, after(scanned, hours(24))] }, 'ok'],
    ['that silence is over: the finding is closed', { findings: [{ ...stale, state: 'resolved' }] }, 'ok'],
    ['only a gap so far: nothing was asked for', { findings: [{ ...stale, stage: 'trace-gap-48' }] }, 'ok'],
    ['another finding', { findings: [{ ...stale, check: 'deliver-by' }] }, 'ok'],
    ['no finding', { findings: [] }, 'ok'],
    ['delivered meanwhile', { order: aDeliveredOrder({ createdAt: hoursAgo(150) }) }, 'ok'],
    ['the trace was not read in this sweep', { traceRead: false }, 'unknown: trace-not-read'],
    ['asked yesterday: no trace is needed to wait', { ...staleSince(hoursAgo(24)), traceRead: false }, 'ok'],
    ['a status nobody knows', { order: { ...order, status: 'unrecognised' } }, 'unknown: status-unrecognised'],
  ];
  it.each(rows)('%s', (_, changes, answer) => expect(told(changes)).toBe(answer));

  it('says since when the answer is due, and when to look again', () => {
    expect(judge({})).toEqual({ is: 'firing', stage: pending, since: after(scanned, hours(72 + 48)) });
    expect(judge(staleSince(hoursAgo(24)))).toEqual({ is: 'ok', reviewAt: after(now, hours(24)) });
  });
});
