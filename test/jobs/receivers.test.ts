import { describe, expect, it } from 'vitest';
import type { Shop } from '../../shared/domain/shop.ts';
import { before, hours, type Instant } from '../../shared/domain/time.ts';
import { Transient } from '../../shared/ports/errors.ts';
import { anOrder, anOrderInTransit } from '../support/an-order.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { Crash } from '../support/crash-plan.ts';
import type { Spoil } from '../support/spoil.ts';

const owner = { address: 'owner@shop.example', locale: 'en' } as const;

/** The world begins on a Thursday noon in London; the first sweep after the first look is at 13:00. */
async function aStory(changes: Spoil<Shop>): Promise<SweepStory> {
  const story = new SweepStory(aShop({ recipients: [owner], ...changes }));
  await story.begin();
  return story;
}

/** An order of which people hear 13 hours after it was placed, and again 25 hours after it. */
function place(story: SweepStory, id: string, createdAt: Instant): void {
  story.tiktok.upsert(story.shop.id, anOrder({ id, createdAt, updatedAt: story.clock.worldTime }));
}

function confirm(story: SweepStory, id: string, createdAt: Instant): void {
  const now = story.clock.worldTime;
  story.tiktok.upsert(story.shop.id, anOrder({ id, createdAt, confirmedAt: now, updatedAt: now }));
}

/** What each receiver was told since it was last asked, as `receiver: transition stage`. */
function heard(story: SweepStory): readonly string[] {
  return story.outbox.notices.splice(0).flatMap(({ channel, lines }) =>
    lines
      // That so many orders came late is said as well, and is not what is looked at here.
      .filter(({ check }) => check !== 'order-sync')
      .map(({ transition, stage }) => `${channel.id}: ${transition} ${stage}`),
  );
}

/** Hourly sweeps up to an hour of the wall clock, with what was heard at which hour. */
async function until(story: SweepStory, hour: number): Promise<readonly string[]> {
  const all: string[] = [];
  do {
    await story.sweepAfter(hours(1));
    const at = new Date(story.clock.worldTime).getUTCHours();
    all.push(...heard(story).map((line) => `${at} ${line}`));
  } while (new Date(story.clock.worldTime).getUTCHours() !== hour);
  return all;
}

describe('who hears what', () => {
  it('is told by severity', async () => {
    const story = await aStory({ recipients: [owner, { ...owner, id: 'boss', hears: { severity: 'breach' } }] });
    place(story, '1', before(story.clock.worldTime, hours(12)));
    expect(await until(story, 3)).toEqual([
      '14 email:en: opened confirm-due-soon',
      '2 email:en: escalated confirm-overdue',
      '2 email/boss: escalated confirm-overdue',
    ]);
  });

  it('by check, market and carrier', async () => {
    const story = await aStory({
      recipients: [
        { ...owner, id: 'traces', hears: { checks: ['trace-silent'] } },
        { ...owner, id: 'thailand', hears: { markets: ['TH'] } },
        { ...owner, id: 'yun', hears: { carriers: ['YUN EXPRESS'] } },
        { ...owner, id: 'evri', hears: { carriers: ['Evri'] } },
      ],
    });
    const at = before(story.clock.worldTime, hours(50));
    story.tiktok.upsert(
      story.shop.id,
      anOrderInTransit({
        id: '1',
        carrier: 'Yun Express',
        parcels: [],
        createdAt: at,
        collectedAt: at,
        updatedAt: story.clock.worldTime,
      }),
    );
    place(story, '2', before(story.clock.worldTime, hours(12)));
    const all = await until(story, 14);
    expect(all.toSorted()).toEqual([
      '14 email/evri: opened confirm-due-soon',
      '14 email/traces: opened trace-gap-48',
      '14 email/yun: opened confirm-due-soon',
      '14 email/yun: opened trace-gap-48',
    ]);
  });

  it('late: what nobody has dealt with in time, then everything of it, its end included', async () => {
    const story = await aStory({ recipients: [owner, { ...owner, id: 'boss', hears: { unattended: hours(6) } }] });
    const first = before(story.clock.worldTime, hours(12));
    place(story, '1', first);
    place(story, '2', first);
    expect(await until(story, 15)).toEqual([
      '14 email:en: opened confirm-due-soon',
      '14 email:en: opened confirm-due-soon',
    ]);
    confirm(story, '2', first);
    expect(await until(story, 21)).toEqual([
      '16 email:en: resolved confirm-due-soon',
      '20 email/boss: reminded confirm-due-soon',
    ]);
    expect(await until(story, 2)).toEqual([
      '2 email:en: escalated confirm-overdue',
      '2 email/boss: escalated confirm-overdue',
    ]);
    confirm(story, '1', first);
    expect(await until(story, 3)).toEqual([
      '3 email:en: resolved confirm-overdue',
      '3 email/boss: resolved confirm-overdue',
    ]);
  });
});

describe('quiet hours', () => {
  const night = { from: '22:00', to: '08:00' };

  it('hold what can wait and say it once when they end', async () => {
    const story = await aStory({ quietHours: night });
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
    expect(story.lastNotice()).toMatchObject({ heldSince: before(story.clock.worldTime, hours(11)) });
    expect(heard(story).toSorted()).toEqual([
      'email:en: opened confirm-due-soon',
      'email:en: resolved confirm-overdue',
    ]);
    await story.sweepAfter(hours(1));
    expect(heard(story)).toEqual([]);
  });

  it('let through what is critical, at once and only once', async () => {
    const story = await aStory({ quietHours: night });
    const at = before(story.clock.worldTime, hours(62));
    story.tiktok.upsert(
      story.shop.id,
      anOrderInTransit({ id: '1', createdAt: at, collectedAt: at, updatedAt: story.clock.worldTime }),
    );
    const all = await until(story, 9);
    expect(all.filter((line) => line.includes('tracking-stale'))).toEqual(['0 email:en: escalated tracking-stale']);
  });

  it('are everybody’s own: a machine has none', async () => {
    const story = await aStory({
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
    const story = await aStory({ quietHours: night });
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
      const story = await aStory({ quietHours: night });
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
});

it('a report that was asked for waits for no morning', async () => {
  const story = new SweepStory(aShop({ quietHours: { from: '00:00', to: '23:59' }, recipients: [owner] }));
  place(story, '1', before(story.clock.worldTime, hours(13)));
  await story.sweep();
  expect(story.lastNotice()).toMatchObject({ kind: 'first-look' });
  expect(heard(story)).toEqual(['email:en: opened confirm-due-soon']);
  expect(await until(story, 23)).toEqual([]);
});
