import { describe, expect, it } from 'vitest';
import { pickupBy } from '../../shared/checks/pickup-by.ts';
import type { Order } from '../../shared/domain/order.ts';
import { before, seconds } from '../../shared/domain/time.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { hoursAgo, hoursFromNow } from '../support/moments.ts';

function stageAt(order: Order, market = 'US'): string {
  const verdict = pickupBy.judge(subject(order), aSetting(market));
  return verdict.is === 'firing' ? verdict.stage : verdict.is === 'unknown' ? `unknown: ${verdict.because}` : 'ok';
}

function confirmed(hoursBack: number, changes: Partial<Order> = {}): Order {
  return anOrderAwaitingCollection({
    createdAt: hoursAgo(hoursBack + 5),
    confirmedAt: hoursAgo(hoursBack),
    ...changes,
  });
}

describe('picked up within 72 hours of confirmation, in the United Kingdom 48', () => {
  const second = seconds(1);
  const rows: [string, Order, string, string][] = [
    ['just confirmed', confirmed(4), 'US', 'ok'],
    ['exactly 48 hours: the last day has not begun', confirmed(48), 'US', 'ok'],
    [
      'a second into the last day',
      confirmed(0, { confirmedAt: before(hoursAgo(48), second) }),
      'US',
      'pickup-due-soon',
    ],
    ['exactly 72 hours', confirmed(72), 'US', 'pickup-due-soon'],
    ['a second past 72 hours', confirmed(0, { confirmedAt: before(hoursAgo(72), second) }), 'US', 'pickup-overdue'],
    [
      'United Kingdom: a second past 48 hours',
      confirmed(0, { confirmedAt: before(hoursAgo(48), second) }),
      'GB',
      'pickup-overdue',
    ],
    ['United Kingdom: past 24 hours', confirmed(25), 'GB', 'pickup-due-soon'],
    ['collected', anOrderInTransit({ confirmedAt: hoursAgo(90) }), 'US', 'ok'],
    ['in transit though the pick-up time is missing', confirmed(90, { status: 'IN_TRANSIT' }), 'US', 'ok'],
    ['not confirmed yet: the clock has not begun', anOrder({ createdAt: hoursAgo(90) }), 'US', 'ok'],
    [
      'partly shipped still waits for its pick-up',
      confirmed(73, { status: 'PARTIALLY_SHIPPING' }),
      'US',
      'pickup-overdue',
    ],
    ['delivered', confirmed(90, { status: 'DELIVERED' }), 'US', 'ok'],
    ['on hold', confirmed(90, { status: 'ON_HOLD' }), 'US', 'ok'],
    ['TikTok ships it', confirmed(90, { fulfilledBy: 'tiktok' }), 'US', 'ok'],
    [
      'a pre-order, once confirmed, is picked up like any other',
      confirmed(73, { type: 'pre-order' }),
      'US',
      'pickup-overdue',
    ],
  ];
  it.each(rows)('%s', (_, order, market, expected) => expect(stageAt(order, market)).toBe(expected));

  it('knows no deadline when it was confirmed at an unknown time', () => {
    const { confirmedAt: _, ...unknownStart } = anOrderAwaitingCollection();
    expect(stageAt(unknownStart)).toBe('unknown: no-deadline-known');
  });

  it("believes the platform's own line", () => {
    expect(stageAt(confirmed(90, { platform: { tts_sla_time: hoursFromNow(30) } }))).toBe('ok');
    expect(stageAt(confirmed(4, { platform: { tts_sla_time: hoursAgo(1) } }))).toBe('pickup-overdue');
  });
});
