import { describe, expect, it } from 'vitest';
import type { WeeklyReport } from '../../shared/domain/digest.ts';
import { after, before, hours, iso, minutes, type Duration } from '../../shared/domain/time.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { Crash } from '../support/crash-plan.ts';
import { at, now } from '../support/moments.ts';

/** Thursday noon; reports come on Mondays. */
async function aWatchedShop(): Promise<SweepStory> {
  const story = new SweepStory(aShop({ weekly: { day: 1, at: '08:00' } }));
  await story.begin();
  return story;
}

function leap(story: SweepStory, wait: Duration): Promise<unknown> {
  story.clock.advance(wait);
  const moment = story.clock.worldTime;
  return story.receive({ v: 1, kind: 'sweep', shop: story.shop.id, run: iso(moment), step: 0, now: moment });
}

function leapTo(story: SweepStory, moment: string): Promise<unknown> {
  return leap(story, (at(moment) - story.clock.worldTime) as Duration);
}

function reports({ outbox }: SweepStory): readonly WeeklyReport[] {
  const mails = outbox.digests.filter(({ channel }) => channel.id === 'email:en');
  return mails.flatMap((report) => (report.kind === 'weekly' ? [report] : []));
}

/** An order that is warned of and confirmed an hour before its line. */
async function aNearMiss(story: SweepStory, id: string): Promise<void> {
  const moment = story.clock.worldTime;
  const createdAt = before(moment, hours(22));
  story.tiktok.upsert(story.shop.id, anOrder({ id, createdAt, paidAt: moment, updatedAt: moment }));
  await leap(story, minutes(30));
  const later = after(moment, minutes(45));
  const confirmed = { id, createdAt, paidAt: moment, confirmedAt: later, updatedAt: later };
  story.tiktok.upsert(story.shop.id, anOrderAwaitingCollection(confirmed));
  await leap(story, minutes(30));
}

describe('the weekly report', () => {
  it('waits for its day, comes once, and late where no run came on that day', async () => {
    const story = await aWatchedShop();
    expect(reports(story)).toEqual([]);
    await leapTo(story, '2026-01-19T07:59:00Z');
    await leapTo(story, '2026-01-19T08:00:00Z');
    await leapTo(story, '2026-01-20T08:00:00Z');
    await leapTo(story, '2026-01-28T13:00:00Z');
    await leapTo(story, '2026-02-01T13:00:00Z');
    await leapTo(story, '2026-02-02T09:00:00Z');
    expect(reports(story).map((one) => iso(one.now).slice(0, 10))).toEqual(['2026-01-19', '2026-01-28', '2026-02-02']);
  });

  it('tells what was prevented in its week, against the week before', async () => {
    const story = await aWatchedShop();
    await aNearMiss(story, 'one');
    await aNearMiss(story, 'two');
    await leapTo(story, '2026-01-19T08:00:00Z');
    await aNearMiss(story, 'three');
    await leapTo(story, '2026-01-26T08:00:00Z');
    const [first, second] = reports(story);
    const saved = (count: number) => ({ check: 'confirm-by', stage: 'confirm-due-soon', count });
    expect(first).toMatchObject({ prevented: { from: now, stages: [saved(2)] } });
    expect(first).not.toHaveProperty('preventedBefore');
    expect(second).toMatchObject({
      prevented: { from: first?.now, stages: [saved(1)] },
      preventedBefore: { from: now, stages: [saved(2)] },
    });
  });

  it('counts the week’s near misses once, whatever call a run dies at', async () => {
    const story = await aWatchedShop();
    await aNearMiss(story, 'first');
    const memory = structuredClone(story.watches.peek(story.shop.id)?.reports?.state);
    const probe = await aWatchedShop();
    probe.plan.revive();
    await aNearMiss(probe, 'first');
    for (let point = 1; point <= probe.plan.points; point += 5) {
      const killed = await aWatchedShop();
      killed.plan.revive();
      killed.plan.crashAt(point);
      await expect(aNearMiss(killed, 'first')).rejects.toThrow(Crash);
      killed.plan.revive();
      await aNearMissAgain(killed);
      expect(killed.watches.peek(killed.shop.id)?.reports?.state, `crash at point ${point}`).toEqual(memory);
    }
  });
});

/** What is left of the near miss: it was killed in its first sweep or in its second. */
async function aNearMissAgain(story: SweepStory): Promise<void> {
  const moment = story.clock.worldTime;
  const run = { v: 1, kind: 'sweep', shop: story.shop.id, step: 0 } as const;
  await story.receive({ ...run, run: iso(moment), now: moment });
  const began = after(now, hours(1));
  if (moment > after(began, minutes(30))) return;
  const createdAt = before(began, hours(22));
  const later = after(began, minutes(45));
  const confirmed = { id: 'first', createdAt, paidAt: began, confirmedAt: later, updatedAt: later };
  story.tiktok.upsert(story.shop.id, anOrderAwaitingCollection(confirmed));
  await leap(story, minutes(30));
}

describe('how late TikTok shows a scan', () => {
  const silentSince = before(now, hours(60));
  const parcel = anOrderInTransit({ id: 'slow', collectedAt: silentSince, updatedAt: now });

  /** A parcel that is read in every sweep, because it is silent. */
  async function aSilentParcel(): Promise<SweepStory> {
    const story = await aWatchedShop();
    story.tiktok.upsert(story.shop.id, { ...parcel, updatedAt: story.clock.worldTime }, { scans: [silentSince] });
    await story.sweep();
    await story.sweepAfter(hours(1));
    return story;
  }

  const lagsOf = (story: SweepStory) => story.watches.peek(story.shop.id)?.reports?.state.weekly?.lags;

  it('is at most how old the scan is when an answer shows it that the one before lacked', async () => {
    const story = await aSilentParcel();
    const scan = before(story.clock.worldTime, hours(4));
    story.script.traces.set('slow', { scans: [silentSince, scan] });
    await story.sweepAfter(hours(1));
    expect(lagsOf(story)).toEqual({ 'transit-warehouse|Royal Mail': { 5: 1 } });
    await story.sweepAfter(hours(1));
    expect(lagsOf(story)).toEqual({ 'transit-warehouse|Royal Mail': { 5: 1 } });
  });

  it('is not measured where TikTok was not asked an hour before', async () => {
    const story = await aWatchedShop();
    const { worldTime } = story.clock;
    story.tiktok.upsert(story.shop.id, { ...parcel, collectedAt: before(worldTime, hours(30)), updatedAt: worldTime });
    await story.sweep();
    story.script.traces.set('slow', { scans: [before(worldTime, hours(2))] });
    for (let hour = 0; hour < 24; hour += 1) await story.sweepAfter(hours(1));
    expect(story.book.open(story.shop.id)[0]?.trace.scans).toHaveLength(1);
    expect(lagsOf(story)).toEqual({});
  });

  it('says nothing of a scan that lies ahead', async () => {
    const story = await aSilentParcel();
    story.script.traces.set('slow', { scans: [silentSince, after(story.clock.worldTime, hours(3))] });
    await story.sweepAfter(hours(1));
    expect(lagsOf(story)).toEqual({});
  });
});
