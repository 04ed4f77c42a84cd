import { describe, expect, it } from 'vitest';
import type { Setting } from '../../shared/checks/check.ts';
import { deliverBy } from '../../shared/checks/deliver-by.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Instant } from '../../shared/domain/time.ts';
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

describe('what the buyer agreed to receive later is not late before then', () => {
  // The United Kingdom's promise ends with the 10th.
  const extended = at('2026-01-14T12:00:00Z');
  function judged(market: string, now: string, extendedUntil: Instant, shop: Partial<Setting['shop']> = {}): string {
    const setting = aSetting(market, at(now), shop);
    const verdict = deliverBy.judge({ ...subject(order), deeds: { extendedUntil } }, setting);
    return verdict.is === 'firing' ? `${verdict.stage} by ${verdict.deadline?.source.kind}` : verdict.is;
  }
  const rows: [string, string, string, string][] = [
    ['the promise itself has lost its meaning', 'GB', '2026-01-13T00:00:00Z', 'ok'],
    ['exactly a day before the new date', 'GB', '2026-01-13T12:00:00Z', 'ok'],
    ['in the last 24 hours before it', 'GB', '2026-01-13T12:00:01Z', 'delivery-due-soon by extension'],
    ['past it', 'GB', '2026-01-14T12:00:01Z', 'delivery-overdue by extension'],
    ['counted as late a day after it', 'GB', '2026-01-15T12:00:01Z', 'delivery-late-counted by extension'],
    ['in a market without a promise it is the only one', 'BR', '2026-01-14T12:00:01Z', 'delivery-overdue by extension'],
  ];
  it.each(rows)('%s', (_, market, now, expected) => expect(judged(market, now, extended)).toBe(expected));

  it('an agreement to less than the promise takes nothing away', () => {
    expect(judged('GB', '2026-01-09T12:00:00Z', at('2026-01-08T00:00:00Z'))).toBe('ok');
    expect(judged('GB', '2026-01-11T00:00:00Z', at('2026-01-08T00:00:00Z'))).toBe('delivery-overdue by clause');
  });

  it("gives more time than the platform's own date, too", () => {
    const promised = { ...order, platform: { delivery_sla_time: at('2026-01-12T00:00:00Z') } };
    const verdict = (extendedUntil: Instant) =>
      deliverBy.judge({ ...subject(promised), deeds: { extendedUntil } }, aSetting('GB', at('2026-01-12T01:00:00Z')));
    expect(verdict(extended)).toMatchObject({ is: 'ok', reviewAt: at('2026-01-13T12:00:00Z') });
    expect(verdict(at('2026-01-12T00:00:00Z'))).toMatchObject({ deadline: { source: { kind: 'platform' } } });
  });

  it('keeps what the clause says of lateness: without grace it counts from the new date on', () => {
    const us = { packs: ['us'], sellerType: 'LOCAL' } as const;
    expect(judged('US', '2026-01-20T12:00:01Z', at('2026-01-20T12:00:00Z'), us)).toBe(
      'delivery-late-counted by extension',
    );
  });

  it('silences the article beside the platform until then, and only until then', () => {
    const promised = { ...order, platform: { delivery_sla_time: at('2026-01-20T00:00:00Z') } };
    const beside = (now: string, deeds: { extendedUntil?: Instant }) => {
      const verdict = deliverBy.judge({ ...subject(promised), deeds }, aSetting('GB', at(now), { article: 'also' }));
      return verdict.is === 'firing' ? verdict.stage : verdict.is;
    };
    expect(beside('2026-01-12T12:00:00Z', {})).toBe('delivery-due-soon');
    expect(beside('2026-01-12T12:00:00Z', { extendedUntil: extended })).toBe('ok');
    expect(beside('2026-01-13T12:00:01Z', { extendedUntil: extended })).toBe('delivery-due-soon');
  });

  it('where the article is the only promise, nothing is said twice', () => {
    expect(judged('GB', '2026-01-13T00:00:00Z', extended, { article: 'also' })).toBe('ok');
    expect(judged('BR', '2026-01-13T00:00:00Z', extended, { article: 'also' })).toBe('ok');
  });
});
