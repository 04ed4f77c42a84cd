import { describe, expect, it } from 'vitest';
import type { Setting } from '../../shared/checks/check.ts';
import { confirmBy } from '../../shared/checks/confirm-by.ts';
import { deliverBy } from '../../shared/checks/deliver-by.ts';
import { pickupBy } from '../../shared/checks/pickup-by.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { SellerType } from '../../shared/domain/shop.ts';
import { hours, type Instant } from '../../shared/domain/time.ts';
import { createPolicy } from '../../shared/policies/create-policy.ts';
import type { Logistics } from '../../shared/policies/policy.ts';
import { aClause, aPack } from '../support/a-clause.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { at, hoursAgo, now } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

type Shop = Partial<Setting['shop']>;

describe('which deadline counts', () => {
  const thursday = at('2026-03-05T18:00:00Z');
  function judged(order: Partial<Order>, shop: Shop, when: string): string {
    const { market = 'US', sellerType = 'LOCAL' } = shop;
    const setting = aSetting(market, at(when), { sellerType, ...shop });
    return toldVerdict(
      pickupBy.judge(
        subject(anOrderAwaitingCollection({ createdAt: thursday, confirmedAt: thursday, ...order })),
        setting,
      ),
    );
  }
  const official: Shop = { packs: ['us', 'article'] };
  const rows: [string, Partial<Order>, Shop, string, string][] = [
    [
      "the platform's own field wins over every pack",
      { platform: { tts_sla_time: at('2026-03-20T00:00:00Z') } },
      official,
      '2026-03-12T00:00:00Z',
      'ok',
    ],
    ['else the first pack of the list', {}, official, '2026-03-10T07:00:00Z', 'pickup-overdue by us/pickup-by'],
    [
      'and a second before its line that pack only warns',
      {},
      official,
      '2026-03-10T06:59:59Z',
      'pickup-due-soon by us/pickup-by',
    ],
    [
      'the list may begin with the article',
      {},
      { packs: ['article', 'us'] },
      '2026-03-08T18:00:01Z',
      'pickup-overdue by article/pickup-by',
    ],
    [
      'a pack that does not speak of the order is passed over',
      { type: 'unrecognised' },
      official,
      '2026-03-08T18:00:01Z',
      'pickup-overdue by article/pickup-by',
    ],
    [
      'no pack has a clause: nobody knows',
      {},
      { packs: ['us'], market: 'GB' },
      '2026-03-08T18:00:01Z',
      'unknown: no-deadline-known',
    ],
  ];
  it.each(rows)('%s', (_, order, shop, when, answer) => expect(judged(order, shop, when)).toBe(answer));

  it('relief of unpublished length: nobody knows, though the article would', () => {
    const order = anOrderAwaitingCollection({
      createdAt: at('2025-01-28T00:00:00Z'),
      confirmedAt: at('2025-01-28T01:00:00Z'),
    });
    const setting = aSetting('GB', at('2025-02-03T00:00:00Z'), { packs: ['gb', 'article'] });
    expect(toldVerdict(pickupBy.judge(subject(order), setting))).toBe('unknown: no-deadline-known');
  });

  it('the clause in force when the clock started, though the rule has changed since', () => {
    const order = anOrderAwaitingCollection({
      createdAt: at('2026-01-23T20:00:00Z'),
      confirmedAt: at('2026-01-24T20:00:00Z'),
    });
    const shop = { packs: ['us'], sellerType: 'LOCAL' } as const;
    expect(toldVerdict(pickupBy.judge(subject(order), aSetting('US', at('2026-01-30T07:59:59Z'), shop)))).toBe(
      'pickup-due-soon by us/pickup-by-phase-in',
    );
    expect(toldVerdict(pickupBy.judge(subject(order), aSetting('US', at('2026-01-30T08:00:00Z'), shop)))).toBe(
      'pickup-overdue by us/pickup-by-phase-in',
    );
  });
});

describe('an order nobody has confirmed yet', () => {
  const order = anOrder({ createdAt: at('2026-03-05T18:00:00Z') });
  function judged(changes: Partial<Order>, packs: readonly string[]): string {
    const setting = aSetting('US', at('2026-03-10T08:00:00Z'), { packs, sellerType: 'LOCAL' });
    return toldVerdict(pickupBy.judge(subject({ ...order, ...changes }), setting));
  }
  const rows: [string, Partial<Order>, readonly string[], string][] = [
    ['is late by a clock that runs from the order', {}, ['us'], 'pickup-overdue by us/pickup-by'],
    ['has no pick-up clock where that runs from the confirmation', {}, ['article'], 'ok'],
    [
      "is left to the platform's field once it is confirmed",
      { platform: { tts_sla_time: at('2026-03-09T00:00:00Z') } },
      ['us'],
      'ok',
    ],
    ['is not late when it was collected all the same', { collectedAt: at('2026-03-06T18:00:00Z') }, ['us'], 'ok'],
  ];
  it.each(rows)('%s', (_, changes, packs, answer) => expect(judged(changes, packs)).toBe(answer));
});

describe('what an order brings along', () => {
  const created = at('2026-03-02T12:00:00Z');
  function deliver(changes: Partial<Order>, shop: Shop, when: string): string {
    const { market = 'GB', ...rest } = shop;
    const order = anOrderInTransit({ createdAt: created, ...changes });
    return toldVerdict(deliverBy.judge(subject(order), aSetting(market, at(when), rest)));
  }
  const gb: Shop = { packs: ['gb'] };
  const us: Shop = { market: 'US', packs: ['us'], sellerType: 'LOCAL' };
  const rows: [string, Partial<Order>, Shop, string, string][] = [
    [
      'shipped by the seller, the UK promise counts',
      { shipping: 'seller' },
      gb,
      '2026-03-07T00:00:00Z',
      'delivery-late-counted by gb/deliver-by',
    ],
    [
      'shipped by a local seller too',
      { shipping: 'seller' },
      { ...gb, sellerType: 'LOCAL' },
      '2026-03-07T00:00:00Z',
      'delivery-late-counted by gb/deliver-by',
    ],
    ['shipped by TikTok it does not', { shipping: 'tiktok' }, gb, '2026-03-07T00:00:00Z', 'unknown: no-deadline-known'],
    [
      'nor where nobody recognises who ships',
      { shipping: 'unrecognised' },
      gb,
      '2026-03-07T00:00:00Z',
      'unknown: no-deadline-known',
    ],
    [
      'express has three days',
      { deliveryOption: 'Express Shipping' },
      us,
      '2026-03-06T08:00:00Z',
      'delivery-late-counted by us/deliver-by-express',
    ],
    [
      'any other option six',
      { deliveryOption: 'Standard Shipping' },
      us,
      '2026-03-10T18:00:00Z',
      'delivery-due-soon by us/deliver-by',
    ],
    [
      'made to order counts from its own dispatch deadline',
      { type: 'made-to-order', platform: { rts_sla_time: at('2026-03-04T20:00:00Z') } },
      us,
      '2026-03-11T07:00:00Z',
      'delivery-late-counted by us/deliver-by-own-handling',
    ],
    ['without one nobody knows', { type: 'made-to-order' }, us, '2026-03-11T07:00:00Z', 'unknown: no-deadline-known'],
  ];
  it.each(rows)('%s', (_, changes, shop, when, answer) => expect(deliver(changes, shop, when)).toBe(answer));

  const carried = ['tiktok-shipping', 'third-party', 'local-stock'].map((mode) =>
    aClause({ id: mode, clock: 'confirm-by', logistics: [mode as Logistics] }),
  );
  const policyOfCarriers = createPolicy([aPack('p', ...carried)]);
  const modes: [Order['shipping'], SellerType, string][] = [
    ['tiktok', 'LOCAL', 'confirm-overdue by p/tiktok-shipping'],
    ['tiktok', 'CROSS_BORDER', 'confirm-overdue by p/tiktok-shipping'],
    ['seller', 'LOCAL', 'confirm-overdue by p/local-stock'],
    ['seller', 'CROSS_BORDER', 'confirm-overdue by p/third-party'],
    ['unrecognised', 'LOCAL', 'unknown: no-deadline-known'],
  ];
  it.each(modes)('shipped by %s for a %s shop', (shipping, sellerType, answer) => {
    const setting = { ...aSetting('GB', now, { packs: ['p'], sellerType }), policy: policyOfCarriers };
    const order = anOrder({ createdAt: hoursAgo(80), shipping });
    expect(toldVerdict(confirmBy.judge(subject(order), setting))).toBe(answer);
  });

  it("a clause's own stages move those of the check", () => {
    const stages = { 'confirm-due-soon': hours(-2) };
    const policy = createPolicy([
      aPack('p', aClause({ clock: 'confirm-by', deadline: { form: 'hours', length: hours(24) }, stages })),
    ]);
    const judge = (createdAt: Instant) =>
      toldVerdict(
        confirmBy.judge(subject(anOrder({ createdAt })), { ...aSetting('GB', now, { packs: ['p'] }), policy }),
      );
    expect([judge(hoursAgo(22)), judge(hoursAgo(23)), judge(hoursAgo(25))]).toEqual([
      'ok',
      'confirm-due-soon by p/c',
      'confirm-overdue by p/c',
    ]);
  });
});
