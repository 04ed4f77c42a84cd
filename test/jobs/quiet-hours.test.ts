import { describe, expect, it } from 'vitest';
import { before, hours } from '../../shared/domain/time.ts';
import { Transient } from '../../shared/ports/errors.ts';
import { aDeliveredOrder, anOrderInTransit } from '../support/an-order.ts';
import { aListener, confirm, heard, night, owner, place, until } from '../support/a-listener.ts';
import type { SweepStory } from '../support/a-sweep.ts';
import { Crash } from '../support/crash-plan.ts';

describe('quiet hours', () => {
  it('hold what can wait and say it once when they end', async () => {
    const story = await aListener({ quietHours: night });
    place(story, 'before', before(story.clock.worldTime, hours(12)));
    place(story, 'gone by morning', before(story.clock.worldTime, hours(3)));
    place(story, 'still there', before(story.clock.worldTime, hours(2)));
    expect(await until(story, 21)).toEqual(['14 email:en: opened confirm-due-soon']);
    // The order that will be cancelled is critical: that does not wait.
    expect(await until(story, 3)).toEqual(['2 email:en: escalated confirm-overdue']);
    confirm(story, 'before', before(story.clock.worldTime, hours(26)));
    confirm(story, 'gone by morning', before(story.clock.worldTime, hours(17)));
    expect(await until(story, 7)).toEqual([]);
    await story.sweepAfter(hours(1));
    expect(story.lastNotice()).toMatchObject({ heldSince: before(story.clock.worldTime, hours(10)) });
    expect(heard(story).toSorted()).toEqual([
      'email:en: opened confirm-due-soon',
      'email:en: resolved confirm-overdue',
    ]);
    await story.sweepAfter(hours(1));
    expect(heard(story)).toEqual([]);
  });

  it('let through what is critical, at once and only once', async () => {
    const story = await aListener({ quietHours: night });
    const at = before(story.clock.worldTime, hours(62));
    story.tiktok.upsert(
      story.shop.id,
      anOrderInTransit({ id: '1', createdAt: at, collectedAt: at, updatedAt: story.clock.worldTime }),
    );
    const all = await until(story, 9);
    expect(all.filter((line) => line.includes('tracking-stale'))).toEqual(['0 email:en: escalated tracking-stale']);
  });

  it('are everybody’s own: a machine has none', async () => {
    const story = await aListener({
      quietHours: night,
      channels: [{ id: 'erp', kind: 'webhook', locale: 'en', quietHours: 'none' }],
    });
    place(story, '1', before(story.clock.worldTime, hours(2)));
    expect(await until(story, 8)).toEqual([
      '0 webhook/erp: opened confirm-due-soon',
      '8 email:en: opened confirm-due-soon',
    ]);
  });

  it('do not lose what an outage of TikTok kept silent and ended in the night', async () => {
    const story = await aListener({ quietHours: night });
    place(story, '1', before(story.clock.worldTime, hours(6)));
    await until(story, 19);
    place(story, '2', before(story.clock.worldTime, hours(12)));
    story.script.searchFailure = { pages: 0, error: new Transient('503') };
    await until(story, 1);
    story.script.searchFailure = undefined;
    const all = await until(story, 8);
    expect(all.filter((line) => line.includes('confirm'))).toHaveLength(2);
    expect(all.filter((line) => line.includes('confirm')).every((line) => line.startsWith('8 '))).toBe(true);
  });

  it('killed before or after any input or output, the morning’s run says the same', async () => {
    async function morning(): Promise<SweepStory> {
      const story = await aListener({ quietHours: night });
      place(story, '1', before(story.clock.worldTime, hours(2)));
      await until(story, 7);
      story.clock.advance(hours(1));
      story.plan.revive();
      return story;
    }
    const undisturbed = await morning();
    await undisturbed.sweep();
    const expected = heard(undisturbed);
    expect(expected).toEqual(['email:en: opened confirm-due-soon']);
    for (let point = 1; point <= undisturbed.plan.points; point += 1) {
      const story = await morning();
      story.plan.crashAt(point);
      await expect(story.sweep()).rejects.toThrow(Crash);
      story.plan.revive();
      await story.sweep();
      expect([...new Set(heard(story))], `killed at point ${point}`).toEqual(expected);
      await story.sweepAfter(hours(1));
      expect(heard(story), `killed at point ${point}`).toEqual([]);
    }
  });

  it('keep the end of what was known, though its order closes in the night', async () => {
    const story = await aListener({ quietHours: night });
    const at = before(story.clock.worldTime, hours(12));
    place(story, '1', at);
    await until(story, 22);
    confirm(story, '1', at);
    await until(story, 1);
    const now = story.clock.worldTime;
    const done = { confirmedAt: before(now, hours(3)), collectedAt: before(now, hours(2)), deliveredAt: now };
    story.tiktok.upsert(story.shop.id, aDeliveredOrder({ id: '1', createdAt: at, ...done, updatedAt: now }));
    expect((await until(story, 9)).filter((line) => line.includes('confirm'))).toEqual([
      '8 email:en: resolved confirm-due-soon',
    ]);
    expect(story.book.open(story.shop.id)).toEqual([]);
  });

  it('keep the end of what was critical and told at once', async () => {
    const story = await aListener({ quietHours: night, slack: { locale: 'en' } });
    await until(story, 22);
    const { worldTime, wallTime } = story.clock;
    const state = { channel: 'slack:en', since: worldTime, because: '404', triedAt: wallTime };
    await story.channelStates.disable(story.shop.id, state);
    expect(await until(story, 2)).toContain('23 email:en: opened channel-closed');
    await story.channelStates.enable(story.shop.id, 'slack:en');
    expect(await until(story, 9)).toContain('8 email:en: resolved channel-closed');
  });

  it('say of what ended, came back and ended that it is over', async () => {
    const story = await aListener({ quietHours: night });
    const at = before(story.clock.worldTime, hours(12));
    place(story, '1', at);
    await until(story, 22);
    for (const hour of [23, 1]) {
      confirm(story, '1', at);
      await until(story, hour);
      if (hour === 1) break;
      place(story, '1', at);
      await until(story, 0);
    }
    expect(await until(story, 9)).toEqual(['8 email:en: resolved confirm-due-soon']);
  });

  it('end in an outage of TikTok as on any other morning', async () => {
    const story = await aListener({ quietHours: night });
    place(story, '1', before(story.clock.worldTime, hours(2)));
    await until(story, 5);
    story.script.searchFailure = { pages: 0, error: new Transient('503') };
    expect(await until(story, 9)).toContain('8 email:en: opened confirm-due-soon');
  });

  it('count orders that could not be read', async () => {
    const story = await aListener({ quietHours: night });
    await until(story, 23);
    story.script.malformed.push({ id: 'x', paths: ['status'], updatedAt: story.clock.worldTime });
    await until(story, 7);
    await story.sweepAfter(hours(1));
    expect(story.outbox.notices.map(({ counts }) => counts.quarantined)).toEqual([1]);
  });

  it('say “new” of what is new, though it was due for a reminder before anybody woke', async () => {
    const story = await aListener({ quietHours: night, remindAfter: { warning: hours(2) } });
    place(story, '1', before(story.clock.worldTime, hours(2)));
    expect(await until(story, 8)).toEqual(['8 email:en: opened confirm-due-soon']);
  });

  it('of a day shift and a night shift keep no closed order', async () => {
    const day = { ...owner, id: 'day', quietHours: { from: '20:00', to: '08:00' } };
    const late = { ...owner, id: 'late', quietHours: { from: '08:00', to: '20:00' } };
    const story = await aListener({ recipients: [day, late] });
    const at = before(story.clock.worldTime, hours(12));
    place(story, '1', at);
    await until(story, 15);
    const now = story.clock.worldTime;
    const done = { confirmedAt: before(now, hours(3)), collectedAt: before(now, hours(2)), deliveredAt: now };
    story.tiktok.upsert(story.shop.id, aDeliveredOrder({ id: '1', createdAt: at, ...done, updatedAt: now }));
    await until(story, 23);
    expect(story.book.open(story.shop.id)).toEqual([]);
  });
});
