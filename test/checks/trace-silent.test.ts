import { describe, expect, it } from 'vitest';
import { traceSilent } from '../../shared/checks/trace-silent.ts';
import type { Order, Trace } from '../../shared/domain/order.ts';
import { after, before, hours, seconds, type Instant } from '../../shared/domain/time.ts';
import { anOrderAwaitingCollection, anOrderInTransit, aDeliveredOrder } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { at, hoursAgo, hoursFromNow } from '../support/moments.ts';

function stageAt(order: Order, trace: Trace, traceRead = true): string {
  const verdict = traceSilent.judge(subject(order, trace, traceRead), aSetting());
  return verdict.is === 'firing' ? verdict.stage : verdict.is === 'unknown' ? `unknown: ${verdict.because}` : 'ok';
}

function scanned(...scans: readonly Instant[]): Trace {
  return { scans };
}

const collected = anOrderInTransit({ collectedAt: hoursAgo(100) });
const { collectedAt: _, ...neverCollected } = anOrderInTransit();

describe('a scan at least every 48 hours, never silent beyond 72', () => {
  const second = seconds(1);
  const rows: [string, Order, Trace, string][] = [
    ['scanned this morning', collected, scanned(hoursAgo(5)), 'ok'],
    ['exactly 48 hours', collected, scanned(hoursAgo(48)), 'ok'],
    ['a second past 48 hours', collected, scanned(before(hoursAgo(48), second)), 'trace-gap-48'],
    ['exactly 72 hours', collected, scanned(hoursAgo(72)), 'trace-gap-48'],
    ['a second past 72 hours', collected, scanned(before(hoursAgo(72), second)), 'tracking-stale'],
    ['no scan at all: the pick-up counts as one', collected, scanned(), 'tracking-stale'],
    ['picked up after an early scan', anOrderInTransit({ collectedAt: hoursAgo(10) }), scanned(hoursAgo(90)), 'ok'],
    ['a scan from the future has age 0', collected, scanned(hoursFromNow(3)), 'ok'],
    ['neither scan nor pick-up known', neverCollected, scanned(), 'unknown: never-scanned'],
    ['not yet collected: not this clock', anOrderAwaitingCollection({ confirmedAt: hoursAgo(90) }), scanned(), 'ok'],
    ['delivered', aDeliveredOrder({ collectedAt: hoursAgo(100) }), scanned(hoursAgo(90)), 'ok'],
    ['TikTok ships it', { ...collected, fulfilledBy: 'tiktok' }, scanned(hoursAgo(90)), 'ok'],
  ];
  it.each(rows)('%s', (_, order, trace, expected) => expect(stageAt(order, trace)).toBe(expected));

  it('accuses nobody on old data: the trace has to be read in this sweep', () => {
    expect(stageAt(collected, scanned(hoursAgo(80)), false)).toBe('unknown: trace-not-read');
    expect(stageAt(collected, scanned(hoursAgo(5)), false)).toBe('ok');
  });

  it('says since when, and the line that opens the refund channel', () => {
    const last = hoursAgo(60);
    expect(traceSilent.judge(subject(collected, scanned(last)), aSetting())).toEqual({
      is: 'firing',
      stage: 'trace-gap-48',
      since: after(last, hours(48)),
      reviewAt: after(last, hours(72)),
      deadline: { at: after(last, hours(72)), source: { kind: 'clause', pack: 'article', clause: 'trace-silent' } },
    });
  });
});

it('says how many of the silent days carriers usually rest; the line stays where it is', () => {
  // A Monday noon, the last scan on Friday.
  const monday = aSetting('GB', at('2026-01-19T12:00:00Z'));
  const order = anOrderInTransit({ collectedAt: at('2026-01-16T10:00:00Z') });
  const verdict = traceSilent.judge(subject(order), monday);
  expect(verdict).toMatchObject({ stage: 'tracking-stale', facts: { freeDays: 2 } });
  const midweek = anOrderInTransit({ collectedAt: hoursAgo(73) });
  expect(traceSilent.judge(subject(midweek), aSetting())).not.toHaveProperty('facts');
});
