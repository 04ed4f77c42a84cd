import { describe, expect, it } from 'vitest';
import type { Setting } from '../../shared/checks/check.ts';
import { firstFeedback } from '../../shared/checks/first-feedback.ts';
import type { Order } from '../../shared/domain/order.ts';
import { after, before, hours, seconds } from '../../shared/domain/time.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { hoursAgo, now } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

function judged(order: Order, shop: Partial<Setting['shop']> = {}): string {
  return toldVerdict(firstFeedback.judge(subject(order), aSetting('GB', now, shop)));
}

function shipped(hoursBack: number, changes: Partial<Order> = {}): Order {
  return anOrderAwaitingCollection({
    createdAt: hoursAgo(hoursBack + 5),
    confirmedAt: hoursAgo(hoursBack),
    shipping: 'seller',
    ...changes,
  });
}

const overdue = 'first-feedback-overdue by article/first-feedback-by';

describe('the first scan within 24 hours of the ship call, where the seller ships', () => {
  const second = seconds(1);
  const rows: [string, Order, string][] = [
    ['shipped four hours ago', shipped(4), 'ok'],
    ['exactly 24 hours: the line itself is not passed', shipped(24), 'ok'],
    ['a second past 24 hours', shipped(0, { confirmedAt: before(hoursAgo(24), second) }), overdue],
    ['partly shipped', shipped(30, { status: 'PARTIALLY_SHIPPING' }), overdue],
    ['the carrier has it', anOrderInTransit({ confirmedAt: hoursAgo(30), shipping: 'seller' }), 'ok'],
    ['collected, though the status lags', shipped(30, { collectedAt: hoursAgo(2) }), 'ok'],
    ['TikTok Shipping only books a pick-up', shipped(30, { shipping: 'tiktok' }), 'ok'],
    ['nobody recognises who ships', shipped(30, { shipping: 'unrecognised' }), 'ok'],
    ['not shipped yet', anOrder({ createdAt: hoursAgo(30), shipping: 'seller' }), 'ok'],
    ['on hold', shipped(30, { status: 'ON_HOLD' }), 'ok'],
    ['a free sample', shipped(30, { sample: true }), 'ok'],
    ['delivered', shipped(30, { status: 'DELIVERED' }), 'ok'],
    ['a status nobody knows', shipped(30, { status: 'unrecognised' }), 'unknown: status-unrecognised'],
  ];
  it.each(rows)('%s', (_, order, answer) => expect(judged(order)).toBe(answer));

  it('knows no deadline when it was shipped at an unknown time', () => {
    const { confirmedAt: _, ...unknownStart } = shipped(30);
    expect(judged(unknownStart)).toBe('unknown: no-deadline-known');
  });

  it('is no rule where no pack of the shop knows it, and the article beside them has no warning to give', () => {
    expect(judged(shipped(30), { packs: ['gb'] })).toBe('ok');
    expect(judged(shipped(30), { packs: ['gb'], article: 'also' })).toBe('ok');
    expect(judged(shipped(30), { packs: ['gb', 'article'] })).toBe(overdue);
  });

  it('says since when, and when it has to be looked at again', () => {
    const confirmed = hoursAgo(25);
    expect(firstFeedback.judge(subject(shipped(25)), aSetting())).toMatchObject({
      since: after(confirmed, hours(24)),
      deadline: { at: after(confirmed, hours(24)) },
    });
    expect(firstFeedback.judge(subject(shipped(4)), aSetting())).toMatchObject({
      is: 'ok',
      reviewAt: after(now, hours(20)),
    });
  });

  it('is listed and not told: a ship call long before the hand-over is no alarm', () => {
    expect(firstFeedback.stages).toEqual([{ id: 'first-feedback-overdue', severity: 'breach', quiet: true }]);
  });
});
