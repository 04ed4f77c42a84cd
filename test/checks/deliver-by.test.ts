import { describe, expect, it } from 'vitest';
import { deliverBy } from '../../shared/checks/deliver-by.ts';
import type { Order } from '../../shared/domain/order.ts';
import { aDeliveredOrder, anOrder, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { at } from '../support/moments.ts';

function stageAt(order: Order, market: string, now: string): string {
  const verdict = deliverBy.judge(subject(order), aSetting(market, at(now)));
  return verdict.is === 'firing' ? verdict.stage : verdict.is === 'unknown' ? `unknown: ${verdict.because}` : 'ok';
}

// A Monday, ten in the morning in London, five in the afternoon in Bangkok, two at night in Los Angeles.
const order = anOrderInTransit({ createdAt: at('2026-01-05T10:00:00Z') });

describe('delivered by the promise: United Kingdom 5, South-East Asia 3, United States 7 calendar days', () => {
  const rows: [string, string, string, string][] = [
    ['United Kingdom, the day before the last day', 'GB', '2026-01-09T23:59:59Z', 'ok'],
    ['United Kingdom, in the last 24 hours', 'GB', '2026-01-10T00:00:00Z', 'delivery-due-soon'],
    ['United Kingdom, at 23:59:59 of the fifth day', 'GB', '2026-01-10T23:59:59Z', 'delivery-due-soon'],
    ['United Kingdom, midnight after the fifth day', 'GB', '2026-01-11T00:00:00Z', 'delivery-overdue'],
    ['counted as late only 24 hours later', 'GB', '2026-01-11T23:59:59Z', 'delivery-overdue'],
    ['counted as late', 'GB', '2026-01-12T00:00:00Z', 'delivery-late-counted'],
    ['Thailand: the day ends at Bangkok midnight', 'TH', '2026-01-08T16:59:59Z', 'delivery-due-soon'],
    ['Thailand: past it', 'TH', '2026-01-08T17:00:00Z', 'delivery-overdue'],
    ['Malaysia counts like Thailand, in its own zone', 'MY', '2026-01-08T16:00:00Z', 'delivery-overdue'],
    ['United States: the order fell on this Pacific day', 'US', '2026-01-13T07:59:59Z', 'delivery-due-soon'],
    ['United States: past 23:59:59 Pacific of the seventh day', 'US', '2026-01-13T08:00:00Z', 'delivery-overdue'],
    ['Brazil: the article knows no promise', 'BR', '2026-03-01T00:00:00Z', 'unknown: no-deadline-known'],
  ];
  it.each(rows)('%s', (_, market, now, expected) => expect(stageAt(order, market, now)).toBe(expected));

  it('follows London into summer time', () => {
    const spring = anOrderInTransit({ createdAt: at('2026-03-26T10:00:00Z') });
    expect(stageAt(spring, 'GB', '2026-03-31T22:59:59Z')).toBe('delivery-due-soon');
    expect(stageAt(spring, 'GB', '2026-03-31T23:00:00Z')).toBe('delivery-overdue');
  });

  it("believes the platform's own promise, in any market", () => {
    const promised = { ...order, platform: { delivery_sla_time: at('2026-01-20T00:00:00Z') } };
    expect(stageAt(promised, 'BR', '2026-01-20T00:00:00Z')).toBe('delivery-due-soon');
    expect(stageAt(promised, 'GB', '2026-01-20T00:00:01Z')).toBe('delivery-overdue');
  });

  it('runs from the order on, also while nothing was shipped', () => {
    expect(stageAt(anOrder({ createdAt: order.createdAt }), 'GB', '2026-01-11T00:00:00Z')).toBe('delivery-overdue');
  });

  it('ends with the delivery, and does not begin on hold', () => {
    expect(stageAt(aDeliveredOrder({ createdAt: order.createdAt }), 'GB', '2026-02-01T00:00:00Z')).toBe('ok');
    expect(stageAt(anOrder({ createdAt: order.createdAt, status: 'ON_HOLD' }), 'GB', '2026-02-01T00:00:00Z')).toBe(
      'ok',
    );
  });
});
