import { describe, expect, it } from 'vitest';
import { dayOf, type DayTotals } from '../../shared/domain/day-totals.ts';
import type { Order } from '../../shared/domain/order.ts';
import { hours } from '../../shared/domain/time.ts';
import { emptyDay } from '../../shared/totals/count-day.ts';
import { anOrderInTransit } from '../support/an-order.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { daysAgo, hoursFromNow, now } from '../support/moments.ts';

const shop = aShop();

function aBusyShop(orders: readonly Order[]): SweepStory {
  const story = new SweepStory(shop);
  for (const order of orders) story.tiktok.upsert(shop.id, order);
  return story;
}

describe('days older than two weeks', () => {
  const openOn = (daysBack: number, changes: Partial<Order> = {}): Order => {
    const createdAt = daysAgo(daysBack);
    const promised = { delivery_sla_time: hoursFromNow(24 * 40) };
    const base = { id: String(9_000 + daysBack), createdAt, paidAt: createdAt, confirmedAt: createdAt };
    return anOrderInTransit({ ...base, collectedAt: createdAt, updatedAt: createdAt, platform: promised, ...changes });
  };
  const countOf = (story: SweepStory, order: Order): DayTotals | undefined =>
    story.dayLog.days(shop.id).find((of) => of.day === dayOf(order.createdAt));

  it('are counted again for as long as an order of theirs is open, however long its promise', async () => {
    const order = openOn(10);
    const story = aBusyShop([order]);
    await story.sweep();
    for (let day = 1; day <= 9; day += 1) await story.sweepAfter(hours(24));
    expect(countOf(story, order)).toMatchObject({ countedAt: hoursFromNow(24 * 9), deliver: { open: 1 } });
    const deliveredAt = hoursFromNow(24 * 9 + 5);
    story.tiktok.upsert(shop.id, { ...order, status: 'DELIVERED', deliveredAt, updatedAt: deliveredAt });
    await story.sweepAfter(hours(24));
    expect(countOf(story, order)).toMatchObject({ deliver: { onTime: 1, open: 0 } });
    await story.sweepAfter(hours(24));
    expect(countOf(story, order)?.countedAt).toBe(hoursFromNow(24 * 10));
  });

  it('take turns where many are unsettled: never more than two weeks of them in one count', async () => {
    const orders = Array.from({ length: 34 }, (_, place) => openOn(20 + place));
    const story = aBusyShop(orders);
    await story.dayLog.write(
      shop.id,
      orders.map((order) => ({
        ...emptyDay(dayOf(order.createdAt), order.createdAt),
        deliver: { onTime: 0, late: 0, open: 1 },
      })),
    );
    const countedNow = (): number =>
      orders.filter((of) => countOf(story, of)?.countedAt === story.clock.worldTime).length;
    await story.sweep();
    expect(countedNow()).toBe(14);
    expect(countOf(story, openOn(53))?.countedAt).toBe(now);
    // A step that died between its count and saying so: the next one counts the same days.
    const first = story.dayLog.days(shop.id);
    const {
      countedAt: _,
      handedOver: __,
      ...uncounted
    } = story.watches.peek(shop.id) ?? { firstLookDone: true, findings: [] };
    story.watches.seed(shop.id, uncounted);
    await story.sweep();
    expect(story.dayLog.days(shop.id)).toEqual(first);
    for (const expected of [14, 6 + 8]) {
      await story.sweepAfter(hours(6));
      expect(countedNow()).toBe(expected);
    }
    expect(orders.every((of) => (countOf(story, of)?.countedAt ?? 0) >= now)).toBe(true);
  });
});
