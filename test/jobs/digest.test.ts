import { describe, expect, it } from 'vitest';
import { checkCards } from '../../shared/checks/registry.ts';
import { after, before, hours, minutes } from '../../shared/domain/time.ts';
import { Transient } from '../../shared/ports/errors.ts';
import { anOrder, anOrderAwaitingCollection } from '../support/an-order.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { at, hoursAgo, now } from '../support/moments.ts';
import { anEventfulNight, aWatchedShop, digests, heard, leap, sweepAsOf } from './a-digested-shop.ts';

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

  it('comes whole to everybody who hears of the shop, save those who want none', async () => {
    const story = await aWatchedShop();
    story.configure({
      recipients: [
        {
          id: 'boss',
          address: 'boss@shop.example',
          locale: 'en',
          hears: { severity: 'critical', unattended: hours(6) },
        },
        { id: 'paris', address: 'paris@shop.example', locale: 'en', hears: { markets: ['FR'] } },
        { id: 'london', address: 'london@shop.example', locale: 'en', hears: { markets: ['FR', 'GB'] } },
        { id: 'it', address: 'it@shop.example', locale: 'en', hears: { reports: false } },
      ],
    });
    await leap(story, hours(24));
    expect(story.outbox.digests.map(({ channel }) => channel.id)).toEqual(['email/boss', 'email/london']);
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

  it('begins anew for a shop that did without it for a while', async () => {
    const story = await aWatchedShop();
    const { digest: _, ...without } = story.shop;
    story.shop = without;
    story.configure({});
    await leap(story, hours(24));
    expect(story.watches.peek(story.shop.id)?.reports?.state).toEqual({});
    story.configure({ digest: '08:00' });
    await leap(story, hours(24));
    expect(digests(story).map(({ prevented }) => prevented.from)).toEqual([story.clock.worldTime]);
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
      expect(told).toHaveLength(3);
      expect(new Set(told).size).toBe(3);
    },
  );
});

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

  it('counts what the packing table has before it, the first lines first, TikTok’s own or the rule’s', async () => {
    const story = await anEventfulNight();
    const { shop, tiktok, clock } = story;
    const due = after(clock.worldTime, hours(3));
    const platform = { rts_sla_time: due };
    tiktok.upsert(shop.id, anOrder({ id: 'next', createdAt: hoursAgo(-8), updatedAt: clock.worldTime, platform }));
    await sweepAsOf(story);
    const [digest] = digests(story);
    expect(digest?.handOver).toEqual({
      count: 6,
      rows: [
        { order: 'unpicked', carrier: 'Royal Mail', due: before(now, hours(24)), attest: [] },
        { order: 'late', due: before(now, hours(1)), attest: [] },
        { order: 'near', due: after(now, hours(22)), attest: [] },
        { order: 'next', due, attest: [] },
        { order: 'fresh', due: after(now, hours(32)), attest: [] },
        { order: 'saved', carrier: 'Royal Mail', due: after(now, hours(66)), attest: [] },
      ],
    });
  });

  it('says what is to be attested of an order before it leaves', async () => {
    const story = await aWatchedShop();
    story.configure({ attests: ['qr-label', 'pick-start'] });
    const moment = story.clock.worldTime;
    const order = anOrderAwaitingCollection({ id: 'a', confirmedAt: moment, updatedAt: moment });
    story.tiktok.upsert(story.shop.id, order);
    await leap(story, hours(24));
    expect(digests(story)[0]?.handOver.rows).toMatchObject([{ order: 'a', attest: ['qr-label', 'pick-start'] }]);
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
