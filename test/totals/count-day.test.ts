import { describe, expect, it } from 'vitest';
import type { DayTotals } from '../../shared/domain/day-totals.ts';
import { noDeeds, type Deeds } from '../../shared/domain/deed.ts';
import type { Order } from '../../shared/domain/order.ts';
import { after, before, hours, minutes } from '../../shared/domain/time.ts';
import { countDay, emptyDay } from '../../shared/totals/count-day.ts';
import type { Countable } from '../../shared/totals/order-count.ts';
import { aDeliveredOrder, anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting } from '../support/a-setting.ts';
import { at, daysAgo, hoursAgo, hoursFromNow, now } from '../support/moments.ts';

function counted(order: Order, changes: Partial<Omit<Countable, 'order'>> = {}, at = aSetting()): DayTotals {
  return countDay(emptyDay('2026-01-15', now), [{ order, trace: { scans: [] }, deeds: noDeeds, ...changes }], at);
}

/** `confirm late, pickup open`: what one order adds to its day. */
function told(totals: DayTotals): string {
  const clocks = (['confirm', 'pickup', 'deliver'] as const).flatMap((clock) =>
    Object.entries(totals[clock]).flatMap(([fate, count]) => (count > 0 ? [`${clock} ${fate}`] : [])),
  );
  return (
    [...clocks, ...(totals.lateCounted > 0 ? ['counted'] : [])].join(', ') || (totals.orders > 0 ? '–' : 'nothing')
  );
}

const cancelled = { status: 'CANCELLED', createdAt: hoursAgo(30), paidAt: hoursAgo(30) } as const;

describe('what one order adds to its day', () => {
  const rows: [string, Order, string][] = [
    ['fresh', anOrder(), 'confirm open, deliver open'],
    ['unconfirmed for 25 hours', anOrder({ createdAt: hoursAgo(25) }), 'confirm late, deliver open'],
    [
      'confirmed late, waiting for the carrier',
      anOrderAwaitingCollection({ createdAt: hoursAgo(30), confirmedAt: hoursAgo(5) }),
      'confirm late, pickup open, deliver open',
    ],
    [
      'confirmed in time, not picked up for 49 hours',
      anOrderAwaitingCollection({ createdAt: hoursAgo(60), confirmedAt: hoursAgo(49) }),
      'confirm onTime, pickup late, deliver open',
    ],
    ['on its way', anOrderInTransit(), 'confirm onTime, pickup onTime, deliver open'],
    ['delivered', aDeliveredOrder(), 'confirm onTime, pickup onTime, deliver onTime'],
    [
      'delivered, nobody says when, but the promise still lies ahead',
      aDeliveredOrder({ deliveredAt: undefined, updatedAt: now }),
      'confirm onTime, pickup onTime, deliver onTime',
    ],
    [
      'completed after the promise, nobody says when it was delivered',
      aDeliveredOrder({
        status: 'COMPLETED',
        deliveredAt: undefined,
        updatedAt: now,
        platform: { delivery_sla_time: hoursAgo(1) },
      }),
      'confirm onTime, pickup onTime',
    ],
    [
      'confirmed nobody knows when, but picked up within the day',
      aDeliveredOrder({ confirmedAt: undefined, collectedAt: hoursAgo(7) }),
      'confirm onTime, deliver onTime',
    ],
    ['a sample', anOrder({ sample: true }), 'nothing'],
    ['fulfilled by TikTok', anOrder({ fulfilledBy: 'tiktok' }), 'nothing'],
    ['not paid yet', anOrder({ status: 'UNPAID', paidAt: undefined }), 'nothing'],
    ['in its remorse hour', anOrder({ status: 'ON_HOLD' }), 'nothing'],
    ['in a state nobody knows', anOrder({ status: 'unrecognised' }), 'nothing'],
    ['a pre-order: no line of ours fits it', anOrder({ type: 'pre-order' }), '–'],
    [
      'a pre-order with deadlines of TikTok',
      anOrder({ type: 'pre-order', platform: { rts_sla_time: hoursFromNow(90) } }),
      'confirm open',
    ],
    ['cancelled in time', anOrder({ ...cancelled, cancelledAt: hoursAgo(8) }), 'nothing'],
    ['cancelled after a day without confirmation', anOrder({ ...cancelled, cancelledAt: hoursAgo(3) }), 'confirm late'],
    [
      'cancelled, never paid: nobody had to confirm it',
      anOrder({ ...cancelled, paidAt: undefined, cancelledAt: hoursAgo(3) }),
      'nothing',
    ],
    [
      'cancelled, to be paid on delivery',
      anOrder({ ...cancelled, paidAt: undefined, cancelledAt: hoursAgo(3), platform: { rts_sla_time: hoursAgo(4) } }),
      'confirm late',
    ],
    [
      'confirmed, never picked up, cancelled for it',
      anOrder({ ...cancelled, createdAt: daysAgo(6), confirmedAt: daysAgo(6), cancelledAt: daysAgo(2) }),
      'confirm onTime, pickup late',
    ],
    [
      'confirmed in time and cancelled soon after',
      anOrder({ ...cancelled, confirmedAt: hoursAgo(28), cancelledAt: hoursAgo(20) }),
      'confirm onTime',
    ],
  ];
  it.each(rows)('%s', (_, order, expected) => expect(told(counted(order))).toBe(expected));

  it("TikTok's own deadline wins over the clause", () => {
    const order = anOrder({ createdAt: hoursAgo(30), platform: { rts_sla_time: hoursFromNow(2) } });
    expect(told(counted(order))).toBe('confirm open, deliver open');
  });
});

describe('a delivery', () => {
  const promise = hoursAgo(30);
  const base = { createdAt: daysAgo(9), confirmedAt: daysAgo(9), collectedAt: daysAgo(9) };
  const delivered = (wait: number): Order =>
    aDeliveredOrder({ ...base, deliveredAt: after(promise, hours(wait)), platform: { delivery_sla_time: promise } });
  const under = { createdAt: base.createdAt, platform: { delivery_sla_time: promise } };
  const rows: [string, Order, Deeds, string][] = [
    ['at the promise', delivered(0), noDeeds, 'deliver onTime'],
    ['an hour late', delivered(1), noDeeds, 'deliver late'],
    ['a day late to the second', delivered(24), noDeeds, 'deliver late'],
    ['a day and an hour late', delivered(25), noDeeds, 'deliver late, counted'],
    ['never, 30 hours after', anOrderInTransit(under), noDeeds, 'deliver late, counted'],
    ['late, but the buyer agreed to wait', delivered(1), { extendedUntil: after(promise, hours(2)) }, 'deliver onTime'],
    ['later than the buyer agreed to', delivered(3), { extendedUntil: after(promise, hours(2)) }, 'deliver late'],
    ['a day later than that', delivered(27), { extendedUntil: after(promise, hours(2)) }, 'deliver late, counted'],
    ['an agreement to less than the promise', delivered(0), { extendedUntil: daysAgo(8) }, 'deliver onTime'],
    ['not due any more: the buyer waits', anOrderInTransit(under), { extendedUntil: hoursFromNow(1) }, 'deliver open'],
  ];
  it.each(rows)('%s', (_, order, deeds, expected) => {
    expect(told(counted(order, { deeds })).replace(/^.*(?=deliver)/, '')).toBe(expected);
  });

  it('counts at once where the clause grants no day', () => {
    // Ordered on a Saturday: four business days end on Thursday, 8 January.
    const order = aDeliveredOrder({
      shipping: 'seller',
      createdAt: daysAgo(12),
      confirmedAt: daysAgo(11),
      collectedAt: daysAgo(11),
      deliveredAt: at('2026-01-09T05:00:00Z'),
    });
    const totals = counted(order, {}, aSetting('GB', now, { packs: ['gb'], sellerType: 'LOCAL' }));
    expect(totals).toMatchObject({ deliver: { late: 1 }, lateCounted: 1 });
  });
});

describe('a trace', () => {
  const rows: [string, readonly number[], DayTotals['traces']][] = [
    ['never read', [], { read: 0, whole: 0 }],
    ['one scan', [90], { read: 1, whole: 1 }],
    ['a scan every two days to the second', [96, 48, 0], { read: 1, whole: 1 }],
    ['a gap of a little more', [97, 48, 0], { read: 1, whole: 0 }],
    ['a gap at its end', [97, 96, 47], { read: 1, whole: 0 }],
  ];
  it.each(rows)('%s', (_, ago, expected) => {
    expect(counted(anOrderInTransit(), { trace: { scans: ago.map(hoursAgo) } }).traces).toEqual(expected);
  });

  it('of a cancelled order is nobody’s', () => {
    const order = anOrder({ ...cancelled, cancelledAt: hoursAgo(3) });
    expect(counted(order, { trace: { scans: [hoursAgo(9)] } }).traces.read).toBe(0);
  });
});

describe('a pick-up', () => {
  it('is timed from the confirmation', () => {
    expect(counted(anOrderInTransit()).pickups).toEqual({ count: 1, time: hours(6) });
  });
  it('before the confirmation took no time', () => {
    expect(counted(anOrderInTransit({ collectedAt: hoursAgo(27) })).pickups).toEqual({ count: 1, time: 0 });
  });
  it('without both times is not timed', () => {
    expect(counted(anOrderInTransit({ confirmedAt: undefined })).pickups.count).toBe(0);
    expect(counted(anOrderAwaitingCollection()).pickups.count).toBe(0);
  });
});

describe("TikTok's deadline beside ours", () => {
  // Of an order two hours old our clause says 22 hours from now.
  const ours = hoursFromNow(22);
  const rows: [string, Order['platform'], DayTotals['drift']][] = [
    ['only ours', {}, {}],
    ['the same', { rts_sla_time: ours }, { 'confirm-by': { compared: 1, apart: {} } }],
    ['an hour apart', { rts_sla_time: after(ours, hours(1)) }, { 'confirm-by': { compared: 1, apart: {} } }],
    ['a day later', { rts_sla_time: after(ours, hours(24)) }, { 'confirm-by': { compared: 1, apart: { '24': 1 } } }],
    [
      'three hours and ten minutes earlier',
      { rts_sla_time: before(ours, minutes(190)) },
      { 'confirm-by': { compared: 1, apart: { '-3': 1 } } },
    ],
  ];
  it.each(rows)('%s', (_, platform, drift) => expect(counted(anOrder({ platform })).drift).toEqual(drift));

  it('is counted for each order that has both', () => {
    const order = anOrder({ platform: { rts_sla_time: after(ours, hours(24)) } });
    const both = countDay(counted(order), [{ order, trace: { scans: [] }, deeds: noDeeds }], aSetting());
    expect(both.drift).toEqual({ 'confirm-by': { compared: 2, apart: { '24': 2 } } });
  });

  it('is not held against a clock that has not started', () => {
    expect(counted(anOrder({ platform: { tts_sla_time: ours } })).drift).toEqual({});
  });
});

it('pages of a day add up, and counting again says the same', () => {
  const all = [
    anOrder(),
    aDeliveredOrder({ platform: { rts_sla_time: hoursAgo(28) } }),
    anOrder({ createdAt: hoursAgo(25) }),
  ].map((order): Countable => ({ order, trace: { scans: [hoursAgo(4)] }, deeds: noDeeds }));
  const empty = emptyDay('2026-01-14', now);
  const whole = countDay(empty, all, aSetting());
  expect(whole).toMatchObject({ orders: 3, confirm: { onTime: 0, late: 2, open: 1 }, traces: { read: 3, whole: 3 } });
  expect(countDay(empty, all.toReversed(), aSetting())).toEqual(whole);
  expect(countDay(countDay(empty, all.slice(0, 1), aSetting()), all.slice(1), aSetting())).toEqual(whole);
  expect(empty).toEqual(emptyDay('2026-01-14', now));
});

it('traces are counted by carrier too, of twenty carriers at most', () => {
  const order = (carrier: string | undefined, place: number) =>
    anOrderInTransit({ id: String(place), carrier, createdAt: hoursAgo(90), collectedAt: hoursAgo(80) });
  const scans = (last: number) => ({ scans: [hoursAgo(80), hoursAgo(last)] });
  const counted = countDay(
    emptyDay('2026-01-12', now),
    [
      { order: order('YunExpress', 1), trace: scans(40), deeds: noDeeds },
      { order: order('YunExpress', 2), trace: scans(10), deeds: noDeeds },
      { order: order(undefined, 3), trace: scans(40), deeds: noDeeds },
    ],
    aSetting(),
  );
  expect(counted).toMatchObject({ traces: { read: 3, whole: 2 }, lanes: { YunExpress: { read: 2, whole: 1 } } });
  const many = Array.from({ length: 30 }, (_, place) => ({
    order: order(`Carrier ${place}`, place),
    trace: scans(40),
    deeds: noDeeds,
  }));
  expect(Object.keys(countDay(emptyDay('2026-01-12', now), many, aSetting()).lanes ?? {})).toHaveLength(20);
});
