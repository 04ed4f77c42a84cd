import { describe, expect, it } from 'vitest';
import { after, hours, minutes } from '../../shared/domain/time.ts';
import { aDeliveredOrder, anOrderInTransit } from '../support/an-order.ts';
import { Crash } from '../support/crash-plan.ts';
import { anEventfulNight, aWatchedShop, digests, leap, sweepAsOf } from './a-digested-shop.ts';

describe('killed before or after any input or output', () => {
  it('the digest is handed over with the same words, and what was prevented is counted once', async () => {
    const undisturbed = await anEventfulNight();
    undisturbed.plan.revive();
    await sweepAsOf(undisturbed);
    const { points } = undisturbed.plan;
    const expected = digests(undisturbed);
    const memory = undisturbed.watches.peek(undisturbed.shop.id)?.reports;
    expect(expected).toHaveLength(1);
    expect(memory?.state.daily?.on).toBe('2026-01-16');
    for (let point = 1; point <= points; point += 1) {
      const story = await anEventfulNight();
      story.plan.revive();
      story.plan.crashAt(point);
      await expect(sweepAsOf(story), `crash at point ${point}`).rejects.toThrow(Crash);
      story.plan.revive();
      await sweepAsOf(story);
      for (const digest of digests(story)) expect([digest], `crash at point ${point}`).toEqual(expected);
      expect(digests(story).length, `crash at point ${point}`).toBeGreaterThan(0);
      expect(story.watches.peek(story.shop.id)?.reports, `crash at point ${point}`).toEqual(memory);
    }
  });

  it('a run that was handed over and is handed over again says and remembers the same', async () => {
    const story = await anEventfulNight();
    await sweepAsOf(story);
    const watch = story.watches.peek(story.shop.id);
    const { handedOver: _, ...opened } = watch ?? { firstLookDone: true, findings: [] };
    story.watches.seed(story.shop.id, opened);
    await sweepAsOf(story);
    const [first, second] = digests(story);
    expect(second).toEqual(first);
    expect(story.watches.peek(story.shop.id)?.reports).toEqual(watch?.reports);
  });

  it('a delivery that ended a warning is counted though its order has left the book', async () => {
    const story = await aWatchedShop();
    const { shop, tiktok, clock } = story;
    const soon = { delivery_sla_time: after(clock.worldTime, hours(6)) };
    const order = { id: 'd', platform: soon, updatedAt: clock.worldTime };
    tiktok.upsert(shop.id, anOrderInTransit(order), { scans: [clock.worldTime] });
    await sweepAsOf(story);
    expect(story.findings()).toEqual(['deliver-by/delivery-due-soon/d']);
    const moment = after(clock.worldTime, minutes(30));
    tiktok.upsert(shop.id, aDeliveredOrder({ ...order, deliveredAt: moment, updatedAt: moment }));
    await leap(story, hours(1));
    await leap(story, hours(24));
    expect(digests(story).at(-1)?.prevented.stages).toEqual([
      { check: 'deliver-by', stage: 'delivery-due-soon', count: 1 },
    ]);
  });
});
