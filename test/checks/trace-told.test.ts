import { describe, expect, it } from 'vitest';
import { customsHold } from '../../shared/checks/customs-hold.ts';
import { deliveryException } from '../../shared/checks/delivery-exception.ts';
import { lastMile } from '../../shared/checks/last-mile.ts';
import { milestoneMissing } from '../../shared/checks/milestone-missing.ts';
import { traceSilent } from '../../shared/checks/trace-silent.ts';
import type { OrderSubject, Setting } from '../../shared/checks/check.ts';
import type { ToldMilestone } from '../../shared/domain/milestone.ts';
import type { Order } from '../../shared/domain/order.ts';
import { days, hours } from '../../shared/domain/time.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { anOrderInTransit } from '../support/an-order.ts';
import { daysAgo, hoursAgo, hoursFromNow, now } from '../support/moments.ts';

type Told = readonly (readonly [hoursAgo: number, milestone: ToldMilestone])[];

function traced(told: Told, changes: Partial<Order> = {}): OrderSubject {
  const collectedAt = hoursAgo(told[0]?.[0] ?? 1);
  const order = { ...anOrderInTransit({ createdAt: daysAgo(30), collectedAt, shipping: 'seller' }), ...changes };
  return subject(order, { scans: told.map(([ago]) => hoursAgo(ago)), milestones: told.map(([, one]) => one) });
}

describe('held by customs', () => {
  const judged = (...told: Told) => customsHold.judge(traced(told), aSetting());
  it('as long as the newest telling scan says so', () => {
    expect(judged([90, 'picked-up'], [20, 'import-customs-held'])).toEqual({
      is: 'firing',
      stage: 'customs-hold',
      since: hoursAgo(20),
      facts: { place: 'import-customs' },
    });
    expect(judged([20, 'export-customs-held'], [5, 'information-only'])).toMatchObject({
      since: hoursAgo(20),
      facts: { place: 'export-customs' },
    });
  });
  it('unless a newer one may be the release', () => {
    const doubtful = judged([20, 'export-customs-held'], [2, 'unrecognised']);
    expect(doubtful).toEqual({ is: 'unknown', because: 'trace-unclear' });
  });
  it('and no longer', () => {
    expect(judged([20, 'import-customs-held'], [5, 'import-customs-cleared']).is).toBe('ok');
    expect(judged([20, 'import-customs-started']).is).toBe('ok');
    expect(judged().is).toBe('ok');
  });
  it('from its scan on, but not from the future', () => {
    expect(judged([-3, 'import-customs-held'])).toMatchObject({ since: now });
  });
});

describe('a delivery that fails', () => {
  const judged = (...told: Told) => deliveryException.judge(traced(told), aSetting());
  it.each([
    ['delivery-attempt-failed', 'delivery-trouble'],
    ['exception-other', 'delivery-trouble'],
    ['exception-address', 'delivery-exception'],
    ['exception-lost-damaged', 'delivery-exception'],
    ['returned-to-sender', 'delivery-exception'],
  ] as const)('%s is %s', (milestone, stage) => {
    expect(judged([30, milestone])).toMatchObject({ stage, since: hoursAgo(30), facts: { milestone } });
  });
  it('a return goes on whatever hub it passes; whose a further round is, nobody can tell', () => {
    expect(judged([30, 'returned-to-sender'], [9, 'departed-facility'], [2, 'unrecognised'])).toMatchObject({
      stage: 'delivery-exception',
      since: hoursAgo(30),
    });
    const toWhom = judged([30, 'returned-to-sender'], [9, 'out-for-delivery']);
    expect(toWhom).toEqual({ is: 'unknown', because: 'trace-unclear' });
    expect(judged([30, 'exception-address'], [2, 'unrecognised'])).toEqual({ is: 'unknown', because: 'trace-unclear' });
  });
  it('is over with the next round', () => {
    expect(judged([30, 'delivery-attempt-failed'], [4, 'out-for-delivery']).is).toBe('ok');
    expect(judged([30, 'delivered']).is).toBe('ok');
  });
});

describe('the hand-over to the local carrier', () => {
  const judged = (...told: Told) => lastMile.judge(traced(told), aSetting());
  it('is followed for two days', () => {
    expect(judged([48, 'handed-to-last-mile'])).toEqual({ is: 'ok', reviewAt: now });
    expect(judged([49, 'handed-to-last-mile'])).toMatchObject({ stage: 'last-mile-unfollowed', since: hoursAgo(1) });
  });
  it('and well when anything was scanned after it, whatever it says', () => {
    expect(judged([80, 'handed-to-last-mile'], [60, 'unrecognised']).is).toBe('ok');
    expect(judged([80, 'departed-facility']).is).toBe('ok');
  });
});

describe('a key node of the lane', () => {
  const at = (shop: Partial<Setting['shop']> = {}) => aSetting('GB', now, { lookEvery: hours(24), ...shop });
  const judged = (told: Told, shop = at(), changes: Partial<Order> = {}) =>
    milestoneMissing.judge(traced(told, changes), shop);
  const day = (count: number) => count * 24;
  it('is missing a look after it was due, where nothing later is told either', () => {
    const left = (count: number, more: number): Told => [
      [day(count) + more, 'picked-up'],
      [day(2), 'departed-origin-country'],
    ];
    expect(judged(left(12, -1))).toEqual({ is: 'ok', reviewAt: hoursFromNow(1) });
    expect(judged(left(12, 1))).toEqual({
      is: 'firing',
      stage: 'milestone-missing',
      since: hoursAgo(1),
      facts: { node: 'arrived-destination-country', lane: 'cross-border', lookHours: 24 },
    });
  });
  it('is told of by its name, the first on the way', () => {
    const cleared: Told = [
      [day(18), 'picked-up'],
      [day(6), 'import-customs-cleared'],
    ];
    expect(judged(cleared)).toMatchObject({ facts: { node: 'handed-to-last-mile' }, since: hoursAgo(day(1)) });
  });
  it('is no question of a parcel that crosses no border: such shops send from the market too', () => {
    const domestic: Told = [
      [day(18), 'picked-up'],
      [day(6), 'arrived-destination-facility'],
    ];
    expect(judged(domestic)).toEqual({ is: 'ok', because: 'no-lane' });
  });
  it('is proven by what comes after it', () => {
    expect(
      judged([
        [day(13), 'picked-up'],
        [2, 'import-customs-started'],
      ]),
    ).toMatchObject({ is: 'ok' });
    expect(
      judged([
        [day(30), 'picked-up'],
        [2, 'out-for-delivery'],
      ]),
    ).toEqual({ is: 'ok', because: 'no-lane' });
  });
  it('is no question where the feed tells of the pick-up alone: that is a silence', () => {
    expect(judged([[day(13), 'picked-up']])).toEqual({ is: 'ok', because: 'no-lane' });
  });
  it('may be the scan that nobody understands', () => {
    expect(
      judged([
        [day(13), 'picked-up'],
        [day(5), 'departed-origin-country'],
        [day(3), 'unrecognised'],
      ]),
    ).toEqual({ is: 'unknown', because: 'trace-unclear' });
  });
  it('is not looked for where nothing was read, or before the pick-up is known', () => {
    const { milestones: _, ...unread } = traced([[day(13), 'picked-up']]).trace;
    expect(milestoneMissing.judge(subject(traced([[day(13), 'picked-up']]).order, unread), at()).is).toBe('ok');
    const unknownPickUp = { collectedAt: undefined } as unknown as Partial<Order>;
    expect(judged([[day(13), 'picked-up']], at(), unknownPickUp).is).toBe('ok');
    expect(judged([[day(13), 'picked-up']], at(), { shipping: 'unrecognised' }).is).toBe('ok');
  });
  it('has a lane of its own in Thailand, within a country and through a transit warehouse', () => {
    const late: Told = [
      [day(40), 'picked-up'],
      [3, 'departed-origin-country'],
    ];
    const laneOf = (shop: Partial<Setting['shop']>, shipping: Order['shipping'] = 'seller') => {
      const verdict = judged(late, at(shop), { shipping });
      return verdict.is === 'firing' ? verdict.facts?.['lane'] : verdict.is;
    };
    expect(laneOf({ market: 'TH' })).toBe('cross-border-th');
    expect(laneOf({ market: 'TH', sellerType: 'LOCAL' })).toBe('domestic');
    expect(laneOf({ market: 'TH' }, 'tiktok')).toBe('transit-warehouse');
    expect(laneOf({ market: 'MX' })).toBe('cross-border');
  });
});

describe('a parcel that passes a transit warehouse', () => {
  const judged = (told: Told, shipping: Order['shipping']) =>
    traceSilent.judge(traced(told, { shipping }), aSetting('BR'));
  it('is silent by the same clock, and it is said that this is usual', () => {
    expect(judged([[73, 'picked-up']], 'tiktok')).toMatchObject({
      stage: 'tracking-stale',
      facts: { blindDays: days(3) / days(1) },
    });
    expect(judged([[73, 'picked-up']], 'seller')).not.toHaveProperty('facts.blindDays');
    expect(
      judged(
        [
          [100, 'picked-up'],
          [73, 'departed-facility'],
        ],
        'tiktok',
      ),
    ).not.toHaveProperty('facts.blindDays');
  });
});

describe('before the pick-up', () => {
  // The feed of another order under the same number, say: nothing of it is this order's yet.
  const early = (milestone: ToldMilestone): OrderSubject =>
    traced(
      [
        [90, 'picked-up'],
        [80, milestone],
      ],
      { status: 'AWAITING_COLLECTION' },
    );
  it.each([
    ['customs', customsHold, 'import-customs-held'],
    ['a failed delivery', deliveryException, 'exception-lost-damaged'],
    ['the last mile', lastMile, 'handed-to-last-mile'],
    ['a missing node', milestoneMissing, 'departed-facility'],
  ] as const)('%s is nobody’s finding', (_, check, milestone) => {
    expect(check.judge(early(milestone), aSetting())).toEqual({ is: 'ok', because: 'not-in-transit' });
  });
});

it.each(['label-created', 'picked-up'] as const)('a trace that ends with %s misses no node: it is silent', (last) => {
  const of = traced(
    [
      [24 * 40, 'picked-up'],
      [24 * 39, last],
    ],
    { createdAt: daysAgo(41) },
  );
  expect(milestoneMissing.judge(of, aSetting()).is).toBe('ok');
});
