import { describe, expect, it } from 'vitest';
import { storedHistory } from '../../infra/replay/history/stored-history.ts';
import { changesOf, orderAt, traceAt } from '../../infra/replay/history/stored-order.ts';
import { instant } from '../../shared/domain/time.ts';
import { aDeliveredOrder, aTrace } from '../support/an-order.ts';
import { hoursAgo, now } from '../support/moments.ts';

/** Created 30 hours ago, confirmed 26, collected 20, delivered one. */
const delivered = aDeliveredOrder();

describe('a stored order as it was', () => {
  const rows: readonly [number, string][] = [
    [29, 'AWAITING_SHIPMENT'],
    [26, 'AWAITING_COLLECTION'],
    [21, 'AWAITING_COLLECTION'],
    [20, 'IN_TRANSIT'],
    [2, 'IN_TRANSIT'],
    [1, 'DELIVERED'],
    [0, 'DELIVERED'],
  ];
  it.each(rows)('%i hours ago', (ago, status) => expect(orderAt(delivered, hoursAgo(ago))?.status).toBe(status));

  it('was not there before it was created', () => expect(orderAt(delivered, hoursAgo(31))).toBeUndefined());

  it('shows nothing of its future', () => {
    const early = orderAt(delivered, hoursAgo(28));
    expect(early).toMatchObject({ updatedAt: hoursAgo(30), parcels: [] });
    expect([early?.confirmedAt, early?.collectedAt, early?.deliveredAt, early?.carrier]).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
  });

  it('is what is stored from its last change on', () => expect(orderAt(delivered, hoursAgo(1))).toBe(delivered));

  it('was unpaid until it was paid', () => {
    const paid = aDeliveredOrder({ paidAt: hoursAgo(29) });
    expect(orderAt(paid, instant(hoursAgo(29) - 1))?.status).toBe('UNPAID');
    expect(changesOf(paid)).toContain(hoursAgo(29));
  });

  it('has the scans of its time, and the last text with the last one', () => {
    const trace = aTrace();
    expect(traceAt(trace, hoursAgo(10))).toEqual({ scans: [hoursAgo(20)] });
    expect(traceAt(trace, hoursAgo(3))).toBe(trace);
  });
});

describe('a history of stored orders', () => {
  const later = aDeliveredOrder({ id: '2', createdAt: hoursAgo(25), paidAt: hoursAgo(25) });
  const history = storedHistory([
    { order: delivered, trace: aTrace() },
    { order: later, trace: aTrace() },
  ]);
  const changed = (from: number, to: number): readonly number[] =>
    history.changed(hoursAgo(from), hoursAgo(to), instant(hoursAgo(to) - 1));

  it('finds what changed in a window, by its newest change', () => {
    expect(changed(31, 29)).toEqual([0]);
    expect(changed(27, 24)).toEqual([0, 1]);
    expect(changed(31, 24)).toEqual([0, 1]);
    expect(changed(24, 21)).toEqual([]);
  });

  it('spans full hours, and knows no trace of an order that is not there yet', () => {
    expect(history.span?.from).toBe(hoursAgo(30));
    expect(history.trace('2', hoursAgo(26))).toBeUndefined();
    expect(history.trace('2', now)).toEqual(aTrace());
  });
});
