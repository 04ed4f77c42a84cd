import { describe, expect, it } from 'vitest';
import { checkCards } from '../../shared/checks/registry.ts';
import type { DailyDigest } from '../../shared/domain/digest.ts';
import { after, before, hours, iso, minutes, type Duration } from '../../shared/domain/time.ts';
import { Transient } from '../../shared/ports/errors.ts';
import { aDeliveredOrder, anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { Crash } from '../support/crash-plan.ts';
import { at, daysAgo, hoursAgo, now } from '../support/moments.ts';

/** Digests that the English mail was handed, as `day hour`. */
function heard(story: SweepStory): readonly string[] {
  return digests(story).map((digest) => iso(digest.now).slice(0, 16));
}

function digests({ outbox }: SweepStory): readonly DailyDigest[] {
  const mails = outbox.digests.filter(({ channel }) => channel.id === 'email:en');
  return mails.flatMap((digest) => (digest.kind === 'daily' ? [digest] : []));
}

/** A sweep as of a later moment: nobody asks where the ones between have been. */
function leap(story: SweepStory, wait: Duration): Promise<unknown> {
  story.clock.advance(wait);
  return sweepAsOf(story);
}

function sweepAsOf(story: SweepStory): Promise<unknown> {
  const now = story.clock.worldTime;
  return story.receive({ v: 1, kind: 'sweep', shop: story.shop.id, run: iso(now), step: 0, now });
}

/** The watch has begun, and had its first digest, the noon before. */
async function aWatchedShop(digest = '08:00'): Promise<SweepStory> {
  const story = new SweepStory(aShop({ digest }));
  await story.begin();
  expect(heard(story)).toEqual(['2026-01-15T12:00']);
  story.outbox.digests.length = 0;
  return story;
}

describe('the daily digest', () => {
  it('comes once a day, at its hour, to every channel', async () => {
    const story = await aWatchedShop();
    for (let hour = 0; hour < 48; hour += 1) await leap(story, hours(1));
    expect(heard(story)).toEqual(['2026-01-16T08:00', '2026-01-17T08:00']);
    expect(story.outbox.digests.map(({ channel }) => channel.id)).toEqual([
      'email:en',
      'email:zh-CN',
      'email:en',
      'email:zh-CN',
    ]);
    expect(story.outbox.notices).toEqual([]);
  });

  it('comes with the first run after its hour, and a day without a run has none', async () => {
    const story = await aWatchedShop();
    await leap(story, hours(26.5));
    await leap(story, hours(1));
    await leap(story, hours(41));
    expect(heard(story)).toEqual(['2026-01-16T15:30', '2026-01-18T09:30']);
  });

  it('does not come where nobody asked for it', async () => {
    const story = new SweepStory();
    await story.begin();
    await leap(story, hours(24));
    expect(story.outbox.digests).toEqual([]);
    expect(story.watches.peek(story.shop.id)).not.toHaveProperty('reports');
  });

  it('says on a quiet day that nothing is open and nothing is due', async () => {
    const story = await aWatchedShop();
    await leap(story, hours(24));
    expect(digests(story)).toMatchObject([
      {
        open: { critical: 0, breach: 0, warning: 0 },
        urgent: [],
        due: [],
        handOver: { count: 0, rows: [] },
        prevented: { from: now, stages: [] },
      },
    ]);
  });

  it.each(['2026-03-28T12:00:00Z', '2026-10-24T12:00:00Z'])(
    'comes once a day when the clocks change after %s',
    async (noon) => {
      const story = new SweepStory(aShop({ digest: '01:30' }));
      Object.assign(story.clock, { worldTime: at(noon), wallTime: at(noon) });
      await story.begin();
      for (let quarter = 0; quarter < 62 * 4; quarter += 1) await leap(story, minutes(15));
      const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short' });
      const told = digests(story).map((digest) => zone.format(digest.now));
      expect(told).toHaveLength(4);
      expect(new Set(told).size).toBe(4);
    },
  );
});

/** Orders in every kind of trouble, and a morning on which something of each happens. */
async function anEventfulNight(): Promise<SweepStory> {
  const story = await aWatchedShop();
  const { shop, tiktok, clock } = story;
  const evening = after(now, hours(10));
  clock.advance(hours(9));
  tiktok.upsert(shop.id, anOrder({ id: 'late', createdAt: hoursAgo(25), paidAt: evening, updatedAt: evening }));
  tiktok.upsert(shop.id, anOrder({ id: 'near', createdAt: hoursAgo(2), paidAt: evening, updatedAt: evening }));
  tiktok.upsert(shop.id, anOrder({ id: 'fresh', createdAt: hoursAgo(-8), paidAt: evening, updatedAt: evening }));
  tiktok.upsert(shop.id, anOrder({ id: 'saved', createdAt: hoursAgo(5), paidAt: evening, updatedAt: evening }));
  tiktok.upsert(
    shop.id,
    anOrderInTransit({ id: 'stale', collectedAt: daysAgo(4), paidAt: evening, updatedAt: evening }),
  );
  tiktok.upsert(
    shop.id,
    anOrderAwaitingCollection({
      id: 'unpicked',
      createdAt: daysAgo(4),
      confirmedAt: daysAgo(3),
      paidAt: evening,
      updatedAt: evening,
    }),
  );
  await sweepAsOf(story);
  const morning = after(now, hours(18));
  clock.advance(hours(11));
  tiktok.upsert(
    shop.id,
    anOrderAwaitingCollection({ id: 'saved', createdAt: hoursAgo(5), confirmedAt: morning, updatedAt: morning }),
  );
  return story;
}

describe('what the daily digest says', () => {
  it('is what the book says: as many are open as it holds, the most urgent first', async () => {
    const story = await anEventfulNight();
    await sweepAsOf(story);
    const [digest] = digests(story);
    const severities = story.findings().map((finding) => {
      const [check, stage] = finding.split('/');
      return checkCards.find(({ id }) => id === check)?.stages.find(({ id }) => id === stage);
    });
    const told = severities.filter((stage) => stage && !('quiet' in stage));
    const count = (severity: string) => told.filter((stage) => stage?.severity === severity).length;
    expect(told.length).toBeGreaterThan(3);
    expect(digest?.open).toEqual({ warning: count('warning'), breach: count('breach'), critical: count('critical') });
    expect(digest?.urgent.map(({ order, stage }) => `${order} ${stage}`)).toEqual([
      'stale tracking-stale',
      'unpicked pickup-overdue',
      'late confirm-overdue',
      'near confirm-due-soon',
      'fresh confirm-due-soon',
      'unpicked delivery-due-soon',
    ]);
  });

  it('names what will be due before midnight, also what nobody was warned of yet', async () => {
    const story = await anEventfulNight();
    await sweepAsOf(story);
    const [digest] = digests(story);
    expect(digest?.due).toEqual([
      { check: 'confirm-by', stage: 'confirm-due-soon', count: 2, next: after(hoursAgo(2), hours(24)) },
      { check: 'deliver-by', stage: 'delivery-due-soon', count: 1, next: at('2026-01-16T23:59:59Z') },
    ]);
  });

  it('counts what the packing table has before it, the first lines first', async () => {
    const story = await anEventfulNight();
    const { shop, tiktok, clock } = story;
    const due = after(clock.worldTime, hours(3));
    const platform = { rts_sla_time: due };
    tiktok.upsert(shop.id, anOrder({ id: 'next', createdAt: hoursAgo(-8), updatedAt: clock.worldTime, platform }));
    await sweepAsOf(story);
    const [digest] = digests(story);
    expect(digest?.handOver.count).toBe(6);
    expect(digest?.handOver.rows[0]).toEqual({ order: 'next', due, attest: [] });
  });

  it('counts a warning that was heeded in time as prevented, and begins anew after it', async () => {
    const story = await anEventfulNight();
    await sweepAsOf(story);
    const saved = { check: 'confirm-by', stage: 'confirm-due-soon', count: 1 };
    expect(digests(story).map(({ prevented }) => prevented)).toEqual([{ from: now, stages: [saved] }]);
    const told = story.clock.worldTime;
    await leap(story, hours(24));
    expect(digests(story)[1]?.prevented).toEqual({ from: told, stages: [] });
  });

  it('says how far TikTok could be read, where it could not be read to the end', async () => {
    const story = await aWatchedShop();
    story.clock.advance(hours(22));
    story.script.searchFailure = { pages: 0, error: new Transient('503') };
    await sweepAsOf(story);
    const [digest] = digests(story);
    expect(digest?.asOf).toBeLessThan(story.clock.worldTime);
    expect(digest).not.toHaveProperty('notWatched');
  });

  it('stays short, however long the book is', async () => {
    const story = await aWatchedShop();
    story.script.pageSize = 50;
    for (let place = 0; place < 120; place += 1) {
      const createdAt = before(now, hours(20 + place / 10));
      story.tiktok.upsert(
        story.shop.id,
        anOrder({ id: `o${1_000 + place}`, createdAt, updatedAt: after(now, hours(2)) }),
      );
    }
    await leap(story, hours(24));
    const [digest] = digests(story);
    expect(digest?.open.critical).toBe(120);
    expect(digest?.urgent).toHaveLength(10);
    expect(digest?.urgent[0]?.order).toBe('o1119');
    expect(digest?.handOver).toMatchObject({ count: 120 });
    expect(digest?.handOver.rows).toHaveLength(10);
  });
});

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
