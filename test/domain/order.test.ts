import { describe, expect, it } from 'vitest';
import { isClosed, isCollected, isConfirmed, lastMoved, type OrderStatus } from '../../shared/domain/order.ts';
import { anOrder, aTrace } from '../support/an-order.ts';
import { hoursAgo } from '../support/moments.ts';

describe('what a status alone says, no time being known', () => {
  const rows: [OrderStatus, string][] = [
    ['UNPAID', ''],
    ['ON_HOLD', ''],
    ['AWAITING_SHIPMENT', ''],
    ['unrecognised', ''],
    ['PARTIALLY_SHIPPING', 'confirmed'],
    ['AWAITING_COLLECTION', 'confirmed'],
    ['IN_TRANSIT', 'confirmed collected'],
    ['DELIVERED', 'confirmed collected closed'],
    ['COMPLETED', 'confirmed collected closed'],
    ['CANCELLED', 'confirmed closed'],
  ];
  it.each(rows)('%s: %s', (status, expected) => {
    const order = anOrder({ status });
    const says = [isConfirmed(order) && 'confirmed', isCollected(order) && 'collected', isClosed(order) && 'closed'];
    expect(says.filter(Boolean).join(' ')).toBe(expected);
  });

  it('and a time that is known says more than the status', () => {
    expect(isConfirmed(anOrder({ confirmedAt: hoursAgo(1) }))).toBe(true);
    expect(isCollected(anOrder({ collectedAt: hoursAgo(1) }))).toBe(true);
  });
});

describe('the last sign of life', () => {
  it('is the newest scan or the pick-up, whichever came later', () => {
    const scanned = aTrace({ scans: [hoursAgo(9), hoursAgo(3)] });
    expect(lastMoved(anOrder({ collectedAt: hoursAgo(20) }), scanned)).toBe(hoursAgo(3));
    expect(lastMoved(anOrder({ collectedAt: hoursAgo(1) }), scanned)).toBe(hoursAgo(1));
    expect(lastMoved(anOrder({ collectedAt: hoursAgo(1) }), { scans: [] })).toBe(hoursAgo(1));
    expect(lastMoved(anOrder(), scanned)).toBe(hoursAgo(3));
  });

  it('is unknown before the first', () => expect(lastMoved(anOrder(), { scans: [] })).toBeUndefined());
});
