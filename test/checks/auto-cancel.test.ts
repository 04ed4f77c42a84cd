import { describe, expect, it } from 'vitest';
import { autoCancel } from '../../shared/checks/auto-cancel.ts';
import type { Setting } from '../../shared/checks/check.ts';
import type { Order } from '../../shared/domain/order.ts';
import { before, hours, seconds, type Instant } from '../../shared/domain/time.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { at, hoursAgo, hoursFromNow, now } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

function judged(order: Order, market = 'GB', when = now, shop: Partial<Setting['shop']> = {}): string {
  return toldVerdict(autoCancel.judge(subject(order), aSetting(market, when, shop)));
}

const soon = hoursFromNow(20);
const ship = 'auto-cancel-ship-soon by shipping_due_time';
const collect = 'auto-cancel-collect-soon by collection_due_time';
const deliver = 'auto-cancel-deliver-soon by delivery_due_time';

function unshipped(due: Instant, changes: Partial<Order> = {}): Order {
  return anOrder({ platform: { shipping_due_time: due }, ...changes });
}
function uncollected(due: Instant, changes: Partial<Order> = {}): Order {
  return anOrderAwaitingCollection({ platform: { collection_due_time: due }, ...changes });
}
function undelivered(due: Instant, changes: Partial<Order> = {}): Order {
  return anOrderInTransit({ platform: { delivery_due_time: due }, ...changes });
}

describe('TikTok cancels by itself what does not move by its last date', () => {
  const rows: [string, Order, string][] = [
    ['to be shipped within 20 hours', unshipped(soon), ship],
    ['exactly 24 hours left: not yet', unshipped(hoursFromNow(24)), 'ok'],
    ['a second into the last 24 hours', unshipped(before(hoursFromNow(24), seconds(1))), ship],
    ['past the date and still open: it may happen at any moment', unshipped(hoursAgo(3)), ship],
    ['shipped: that date is met', anOrderAwaitingCollection({ platform: { shipping_due_time: soon } }), 'ok'],
    [
      'shipped in part: not awaiting collection as a whole',
      anOrderAwaitingCollection({ status: 'PARTIALLY_SHIPPING', platform: { shipping_due_time: soon } }),
      ship,
    ],
    ['to be collected within 20 hours', uncollected(soon), collect],
    ['three days left for the pick-up', uncollected(hoursFromNow(72)), 'ok'],
    ['collected: that date is met', anOrderInTransit({ platform: { collection_due_time: soon } }), 'ok'],
    ['not shipped yet: the earlier date counts', anOrder({ platform: { collection_due_time: soon } }), 'ok'],
    ['to be delivered within 20 hours', undelivered(soon), deliver],
    ['three days left for the delivery', undelivered(hoursFromNow(72)), 'ok'],
    ['in transit, though the pick-up time is missing', undelivered(soon, { status: 'IN_TRANSIT' }), deliver],
    ['delivered', undelivered(soon, { status: 'DELIVERED' }), 'ok'],
    ['no such date, and no clause that sets one', anOrder({ createdAt: hoursAgo(200) }), 'ok'],
    ['in its remorse hour', unshipped(soon, { status: 'ON_HOLD' }), 'ok'],
    ['a free sample', unshipped(soon, { sample: true }), 'ok'],
    ['TikTok ships it', unshipped(soon, { fulfilledBy: 'tiktok' }), 'ok'],
    ['a status nobody knows', unshipped(soon, { status: 'unrecognised' }), 'unknown: status-unrecognised'],
  ];
  it.each(rows)('%s', (_, order, answer) => expect(judged(order)).toBe(answer));

  it('names the date, and since when it is near', () => {
    expect(autoCancel.judge(subject(unshipped(soon)), aSetting())).toEqual({
      is: 'firing',
      stage: 'auto-cancel-ship-soon',
      since: before(soon, hours(24)),
      deadline: { at: soon, source: { kind: 'platform', field: 'shipping_due_time' } },
    });
  });

  it('warns before the house closes for the weekend', () => {
    // The date is a Monday morning; the house works until six from Monday to Friday, and it is Friday morning.
    const monday = unshipped(at('2026-01-19T08:00:00Z'));
    const house = { cutOff: '18:00', daysOff: [6, 7] };
    expect(judged(monday, 'GB', at('2026-01-16T06:00:00Z'))).toBe('ok');
    expect(judged(monday, 'GB', at('2026-01-16T06:00:00Z'), { house })).toBe(ship);
    const collection = uncollected(at('2026-01-19T08:00:00Z'));
    expect(judged(collection, 'GB', at('2026-01-16T06:00:00Z'), { house })).toBe(collect);
    expect(judged(undelivered(at('2026-01-19T08:00:00Z')), 'GB', at('2026-01-16T06:00:00Z'), { house })).toBe('ok');
  });
});

describe('where TikTok sends no date, a clause may know one', () => {
  // Monday, 2 March 2026: seven US business days end on Wednesday the 11th, 23:59:59 Pacific summer time.
  const order = anOrder({ createdAt: at('2026-03-02T20:00:00Z') });
  const own = anOrder({
    createdAt: at('2026-03-02T20:00:00Z'),
    type: 'made-to-order',
    platform: { rts_sla_time: at('2026-03-06T20:00:00Z') },
  });
  const us = { packs: ['us'], sellerType: 'LOCAL' } as const;
  const th = { packs: ['sea'], sellerType: 'LOCAL' } as const;
  const awaiting = anOrderAwaitingCollection({
    createdAt: at('2026-03-16T03:00:00Z'),
    confirmedAt: at('2026-03-16T05:00:00Z'),
  });
  const rows: [string, Order, string, string, typeof us | typeof th, string][] = [
    ['two days before the seventh business day', order, 'US', '2026-03-10T00:00:00Z', us, 'ok'],
    [
      'on the seventh business day',
      order,
      'US',
      '2026-03-11T08:00:00Z',
      us,
      'auto-cancel-ship-soon by us/ship-cancel-by',
    ],
    ['made to order counts from its own dispatch date', own, 'US', '2026-03-11T08:00:00Z', us, 'ok'],
    [
      'made to order, on the fourth business day after that',
      own,
      'US',
      '2026-03-12T12:00:00Z',
      us,
      'auto-cancel-ship-soon by us/ship-cancel-by-own-handling',
    ],
    [
      'Thailand: not collected on the third working day',
      awaiting,
      'TH',
      '2026-03-19T06:00:00Z',
      th,
      'auto-cancel-collect-soon by sea/collect-cancel-by-th',
    ],
    ['Thailand: the day before', awaiting, 'TH', '2026-03-18T06:00:00Z', th, 'ok'],
  ];
  it.each(rows)('%s', (_, each, market, when, shop, answer) =>
    expect(judged(each, market, at(when), shop)).toBe(answer),
  );

  it('the date on the order wins over the clause', () => {
    const dated = { ...order, platform: { shipping_due_time: at('2026-03-20T00:00:00Z') } };
    expect(judged(dated, 'US', at('2026-03-11T08:00:00Z'), us)).toBe('ok');
  });
});
