import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderStatuses, type Order } from '../../shared/domain/order.ts';
import { before, days, hours, type Duration, type Instant } from '../../shared/domain/time.ts';
import { countDay, emptyDay } from '../../shared/totals/count-day.ts';
import type { Countable } from '../../shared/totals/order-count.ts';
import { anOrder } from '../support/an-order.ts';
import { aSetting } from '../support/a-setting.ts';
import { now } from '../support/moments.ts';
import { recount } from '../support/naive-recount.ts';

/** Of the last two weeks and what may lie ahead, biased to whole hours so that lines are met exactly. */
const anyTime: fc.Arbitrary<Instant> = fc
  .oneof(
    fc.integer({ min: -1 * days(5), max: days(14) }),
    fc.integer({ min: -100, max: 330 }).map((count) => hours(count)),
  )
  .map((ago) => before(now, ago as Duration));

const anyChanges: fc.Arbitrary<Partial<Order>> = fc.record(
  {
    createdAt: anyTime,
    status: fc.constantFrom(...orderStatuses, ...orderStatuses, 'unrecognised' as const),
    confirmedAt: anyTime,
    collectedAt: anyTime,
    deliveredAt: anyTime,
    cancelledAt: anyTime,
    updatedAt: anyTime,
    platform: fc.record(
      { rts_sla_time: anyTime, tts_sla_time: anyTime, delivery_sla_time: anyTime },
      { requiredKeys: [] },
    ),
    type: fc.constantFrom('normal', 'normal', 'pre-order', 'made-to-order', 'back-order', 'lottery'),
    fulfilledBy: fc.constantFrom('seller', 'seller', 'seller', 'tiktok', 'unrecognised'),
    shipping: fc.constantFrom('tiktok', 'seller'),
    sample: fc.constantFrom(false, false, false, true),
  },
  { requiredKeys: ['createdAt', 'status'] },
);

const anyCountable: fc.Arbitrary<Countable> = fc.record({
  order: fc
    .tuple(anyChanges, fc.boolean())
    .map(([changes, paid]) => anOrder({ ...changes, paidAt: paid ? changes.createdAt : undefined })),
  trace: fc.array(anyTime, { maxLength: 5 }).map((scans) => ({ scans: scans.toSorted((a, b) => a - b) })),
  deeds: fc.record({ extendedUntil: anyTime }, { requiredKeys: [] }),
});

describe('the totals of a day', () => {
  it('are those of a naive recount of the same orders', () => {
    fc.assert(
      fc.property(fc.array(anyCountable, { maxLength: 12 }), (orders) => {
        const {
          day: _,
          countedAt: __,
          fared: ___,
          ...totals
        } = countDay(emptyDay('2026-01-15', now), orders, aSetting());
        expect(totals).toEqual(recount(orders, now));
      }),
      { numRuns: 3_000 },
    );
  });

  it('do not depend on how the orders come', () => {
    const halved = fc.tuple(fc.array(anyCountable, { maxLength: 9 }), fc.nat({ max: 9 }));
    fc.assert(
      fc.property(halved, ([orders, cut]) => {
        const empty = emptyDay('2026-01-15', now);
        const whole = countDay(empty, orders, aSetting());
        const first = countDay(empty, orders.slice(cut), aSetting());
        expect(countDay(first, orders.slice(0, cut), aSetting())).toEqual(whole);
        const { onTime, late, open } = whole.confirm;
        expect(onTime + late + open).toBeLessThanOrEqual(whole.orders);
        expect(whole.lateCounted).toBeLessThanOrEqual(whole.deliver.late);
      }),
      { numRuns: 500 },
    );
  });
});
