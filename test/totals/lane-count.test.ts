import { describe, expect, it } from 'vitest';
import type { LaneCount } from '../../shared/domain/day-totals.ts';
import { noDeeds } from '../../shared/domain/deed.ts';
import type { Order, Trace } from '../../shared/domain/order.ts';
import { countDay, emptyDay } from '../../shared/totals/count-day.ts';
import { aDeliveredOrder, anOrderInTransit, aParcel, aTrace } from '../support/an-order.ts';
import { aSetting } from '../support/a-setting.ts';
import { daysAgo, hoursAgo, now } from '../support/moments.ts';

function fared(...orders: readonly { readonly order: Order; readonly trace: Trace }[]): readonly LaneCount[] {
  const countable = orders.map((one) => ({ ...one, deeds: noDeeds }));
  return countDay(emptyDay('2026-01-15', now), countable, aSetting()).fared ?? [];
}

function one(changes: Partial<Order>, trace: Partial<Trace> = {}): LaneCount | undefined {
  return fared({ order: anOrderInTransit(changes), trace: aTrace(trace) })[0];
}

describe('how the parcels of a lane fared', () => {
  it('counts from the label to the first scan that is more than paper', () => {
    const scans = [hoursAgo(20), hoursAgo(19), hoursAgo(9)];
    const milestones = ['label-created', 'information-only', 'picked-up'] as const;
    expect(one({}, { scans, milestones })).toMatchObject({ carrier: 'Royal Mail', toFirstScan: { 11: 1 } });
  });

  it('counts from the ship call where no scan is of the label', () => {
    const trace = { scans: [hoursAgo(20)], milestones: ['picked-up'] as const };
    expect(one({ confirmedAt: hoursAgo(26) }, trace)).toMatchObject({ toFirstScan: { 6: 1 } });
  });

  it('does not take for the first scan one that comes behind a text nobody understands', () => {
    const trace = { scans: [hoursAgo(20), hoursAgo(9)], milestones: ['unrecognised', 'picked-up'] as const };
    expect(one({}, trace)).toMatchObject({ scanned: 1, toFirstScan: {} });
  });

  it('calls a parcel stalled that was silent for 72 hours, at any time or until now', () => {
    expect(one({}, { scans: [hoursAgo(100), hoursAgo(28)] })).toMatchObject({ scanned: 1, stalled: 0 });
    expect(one({}, { scans: [hoursAgo(101), hoursAgo(28)] })).toMatchObject({ scanned: 1, stalled: 1 });
    expect(one({}, { scans: [hoursAgo(73)] })).toMatchObject({ scanned: 1, stalled: 1 });
  });

  it('counts no silence after the delivery', () => {
    const order = aDeliveredOrder({ createdAt: daysAgo(9), deliveredAt: hoursAgo(99) });
    expect(fared({ order, trace: { scans: [hoursAgo(100)] } })[0]).toMatchObject({ scanned: 1, stalled: 0 });
  });

  it('counts late deliveries among those that have come due', () => {
    const late = aDeliveredOrder({ createdAt: daysAgo(8) });
    const inTime = aDeliveredOrder();
    const open = anOrderInTransit();
    const trace = aTrace();
    expect(fared({ order: late, trace }, { order: inTime, trace }, { order: open, trace })).toMatchObject([
      { scanned: 3, due: 2, late: 1 },
    ]);
  });

  it('leaves out several parcels, whose scans cannot be told apart, and what was cancelled', () => {
    const two = anOrderInTransit({ parcels: [aParcel(), aParcel({ id: '2' })] });
    const cancelled = anOrderInTransit({ status: 'CANCELLED', cancelledAt: hoursAgo(1) });
    expect(fared({ order: two, trace: aTrace() }, { order: cancelled, trace: aTrace() })).toEqual([]);
  });

  it('keeps twenty lanes, so that a day stays one item', () => {
    const names = Array.from({ length: 25 }, (_, place) => `Carrier ${place}`);
    const orders = names.map((carrier) => anOrderInTransit({ carrier, parcels: [] }));
    expect(fared(...orders.map((order) => ({ order, trace: aTrace() })))).toHaveLength(20);
  });
});
