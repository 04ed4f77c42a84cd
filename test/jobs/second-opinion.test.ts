import { describe, expect, it } from 'vitest';
import { after, before, hours, type Instant } from '../../shared/domain/time.ts';
import { aCarrierEvent, aSecondTrace } from '../support/a-second-trace.ts';
import { aShop } from '../support/a-shop.ts';
import {
  aSilentParcel,
  causesOf,
  events,
  parcelNumber,
  second,
  stalled,
  sweepUntil,
  sync,
} from '../support/a-silent-parcel.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { anOrderAwaitingCollection, anOrderInTransit, aParcel } from '../support/an-order.ts';

describe('why a parcel is silent', () => {
  it('the carrier has scans that TikTok lacks: told as that, with the first of them, and a request to supplement', async () => {
    const { story, scans, last } = await aSilentParcel();
    const missing = [after(last, hours(30)), after(last, hours(41))];
    story.source.tells(parcelNumber, [...events(scans), ...events(missing, { text: 'Arrived in Curitiba' })]);
    expect(await sweepUntil(story, last, hours(72))).toEqual(['opened trace-gap-48']);
    await story.sweepAfter(hours(1));
    expect(story.lastNotice()?.lines).toMatchObject([
      {
        transition: 'opened',
        stage: 'api-sync-failure',
        remedy: 'supplement-tracking',
        deadline: { at: after(last, hours(72)), source: { clause: 'trace-silent' } },
        facts: { missing: 'Arrived in Curitiba', missingAt: missing[0], source: '17track' },
      },
    ]);
    expect(story.outbox.remediations.flatMap(({ items }) => items.map(({ key }) => key))).toEqual([
      'silence-cause/578230114599817301#1',
    ]);
  });

  it('it is over when TikTok shows a new scan', async () => {
    const { story, scans, last } = await aSilentParcel();
    const missing = after(last, hours(30));
    story.source.tells(parcelNumber, events([...scans, missing]));
    await sweepUntil(story, last, hours(74));
    story.script.traces.set('578230114599817301', { scans: [...scans, missing, after(last, hours(73))] });
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['resolved api-sync-failure']);
    expect(story.findings()).toEqual([]);
  });

  it('the carrier stands still as well: no supplement is asked for, for there is nothing to show', async () => {
    const { story, scans, last } = await aSilentParcel();
    const held = aCarrierEvent(last, { text: 'Held by customs', milestone: 'import-customs-held' });
    story.source.tells(parcelNumber, [...events(scans.slice(0, -1)), held]);
    expect(await sweepUntil(story, last, hours(74))).toEqual(['opened trace-gap-48', 'opened carrier-stalled']);
    expect(causesOf(story)).toEqual([stalled]);
    expect(story.outbox.remediations.map(({ remedy }) => remedy)).toEqual(['chase-carrier']);
    const finding = story.book.open(story.shop.id)[0]?.findings.find(({ check }) => check === 'silence-cause');
    expect(finding?.facts).toEqual({ place: 'import-customs', last: 'Held by customs', phase: 'transit' });
  });

  it('the source does not know the parcel: somebody has to look', async () => {
    const { story, last } = await aSilentParcel();
    expect(await sweepUntil(story, last, hours(74))).toEqual(['opened trace-gap-48', 'opened carrier-check-needed']);
  });

  it('a label was made and nobody has scanned it', async () => {
    const story = new SweepStory(aShop(second));
    const confirmedAt = before(story.clock.worldTime, hours(4));
    const order = anOrderAwaitingCollection({
      createdAt: before(confirmedAt, hours(1)),
      confirmedAt,
      updatedAt: confirmedAt,
    });
    story.tiktok.upsert(story.shop.id, order);
    await story.begin();
    const heard = await sweepUntil(story, confirmedAt, hours(76));
    expect(heard.slice(-2)).toEqual(['escalated pickup-overdue', 'opened not-picked-up']);
    // For the late hand-over, not for the trace.
    expect(story.outbox.remediations.map(({ remedy }) => remedy)).toEqual(['appeal-pack']);
  });

  it('a label was made, the carrier has it, and TikTok does not know', async () => {
    const story = new SweepStory(aShop(second));
    const confirmedAt = before(story.clock.worldTime, hours(4));
    const order = anOrderAwaitingCollection({
      createdAt: before(confirmedAt, hours(1)),
      confirmedAt,
      updatedAt: confirmedAt,
    });
    story.tiktok.upsert(story.shop.id, order);
    story.source.tells(parcelNumber, events([after(confirmedAt, hours(9))], { milestone: 'picked-up' }), 'Royal Mail');
    await story.begin();
    const heard = await sweepUntil(story, confirmedAt, hours(76));
    expect(heard.slice(-2)).toEqual(['escalated pickup-overdue', 'opened api-sync-failure']);
  });

  it('without a second source the silence is told as before, and the cause counts as not watched', async () => {
    const { story, last } = await aSilentParcel({ secondOpinion: undefined });
    expect(await sweepUntil(story, last, hours(74))).toEqual(['opened trace-gap-48', 'escalated tracking-stale']);
    expect(story.outbox.remediations).toHaveLength(1);
    expect(story.runs.records(story.shop.id).at(-1)?.notWatched).toContainEqual({
      check: 'silence-cause',
      because: 'needs-second-source',
      count: 1,
    });
    expect(story.source.calls).toBe(0);
  });

  it('what people import counts where no source is connected', async () => {
    const { story, scans, last } = await aSilentParcel({ secondOpinion: undefined });
    await sweepUntil(story, last, hours(74));
    const imported = aSecondTrace(parcelNumber, [...scans, after(last, hours(50))], { source: 'csv' });
    await story.secondTraces.write(story.shop.id, [imported], story.clock.wallTime);
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['opened api-sync-failure']);
  });
});

describe('what is known of a parcel', () => {
  it('is not unsaid by a source that knows nothing of it, which is told of it once the file is old', async () => {
    const { story, scans, last } = await aSilentParcel();
    await sweepUntil(story, last, hours(60));
    const file = aSecondTrace(parcelNumber, [...scans, after(last, hours(50))], {
      source: 'csv',
      askedAt: story.clock.worldTime,
    });
    const imported = { ...file, events: file.events.map((event) => ({ ...event, imported: true as const })) };
    await story.secondTraces.write(story.shop.id, [imported], story.clock.wallTime);
    await sweepUntil(story, last, hours(74));
    expect(causesOf(story)).toEqual([sync]);
    const known = await story.secondTraces.find(story.shop.id, [parcelNumber]);
    expect(known.get(parcelNumber)).toMatchObject({ source: 'csv', announced: true, events: imported.events });
    expect(story.source.calls).toBe(3);
  });

  it('survives the source that forgets the number: it is announced again', async () => {
    const { story, scans, last } = await aSilentParcel();
    story.source.tells(parcelNumber, events([...scans, after(last, hours(30))]));
    await sweepUntil(story, last, hours(74));
    story.source.forgets(parcelNumber);
    await sweepUntil(story, last, hours(82));
    expect(causesOf(story)).toEqual([sync]);
    const known = await story.secondTraces.find(story.shop.id, [parcelNumber]);
    expect(known.get(parcelNumber)).toMatchObject({ state: 'traced', announced: true });
  });
});

describe('a quota that is used up', () => {
  const numberOf = (place: number): string => `JD${10_000_000 + place}`;

  /** Parcels that TikTok saw last an hour before the first look, and a source that takes so many of them. */
  async function manySilent(count: number, quota: number, dailyRegistrations = 500) {
    const story = new SweepStory(aShop({ ...second, secondOpinion: { source: '17track', dailyRegistrations } }));
    const last = before(story.clock.worldTime, hours(1));
    silentParcels(story, last, count);
    story.source.quota = quota;
    await story.begin();
    return { story, last };
  }

  it('stops no questions about what is announced, is no failure, and is tried once a day', async () => {
    const { story, last } = await manySilent(90, 50);
    await sweepUntil(story, last, hours(70));
    expect(story.watches.peek(story.shop.id)?.second).toMatchObject({ registered: 50, isUsedUp: true });
    const { registerings } = story.source;
    await sweepUntil(story, last, hours(76));
    expect(story.source.registerings).toBe(registerings);
    expect(story.watches.peek(story.shop.id)?.second).not.toHaveProperty('failingSince');
    expect(causesOf(story)).toHaveLength(50);
    expect(story.runs.records(story.shop.id).at(-1)?.notWatched).toContainEqual({
      check: 'silence-cause',
      because: 'second-budget-spent',
      count: 40,
    });
    story.source.quota = 500;
    await sweepUntil(story, last, hours(102));
    expect(causesOf(story)).toHaveLength(90);
  });

  it('of our own is counted in new numbers only', async () => {
    const { story, last } = await manySilent(60, 500, 45);
    for (let place = 0; place < 30; place += 1)
      await story.source.register([{ number: numberOf(place) }], story.clock.worldTime);
    await sweepUntil(story, last, hours(69));
    expect(story.watches.peek(story.shop.id)?.second).toMatchObject({ registered: 30 });
    expect(story.watches.peek(story.shop.id)?.second).not.toHaveProperty('isUsedUp');
  });

  it('leaves an outage to be told as one', async () => {
    const { story, last } = await manySilent(90, 50);
    await sweepUntil(story, last, hours(70));
    story.source.state = 'down';
    await sweepUntil(story, last, hours(82));
    expect(story.shopFindings()).toContain('second-source/second-source-silent');
  });
});

function silentParcels(story: SweepStory, last: Instant, count: number): void {
  for (let place = 0; place < count; place += 1) {
    const order = anOrderInTransit({
      id: String(578_230_114_599_000_000n + BigInt(place)),
      createdAt: before(last, hours(30)),
      collectedAt: before(last, hours(20)),
      updatedAt: last,
      parcels: [aParcel({ number: `JD${10_000_000 + place}` })],
    });
    story.tiktok.upsert(story.shop.id, order, { scans: [last] });
  }
}

describe('asking costs little', () => {
  it('each number is announced once, in full batches, and asked about every six hours', async () => {
    const story = new SweepStory(aShop(second));
    const last = before(story.clock.worldTime, hours(1));
    silentParcels(story, last, 100);
    await story.begin();
    await sweepUntil(story, last, hours(65));
    expect(story.source.calls).toBe(0);
    const calls: number[] = [];
    for (let hour = 0; hour < 14; hour += 1) {
      const known = story.source.calls;
      await story.sweepAfter(hours(1));
      calls.push(story.source.calls - known);
    }
    expect(calls).toEqual([3, 3, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 3]);
  });

  it('no more numbers are announced in a day than the shop allows', async () => {
    const { story, last } = await aSilentParcel({ secondOpinion: { source: '17track', dailyRegistrations: 0 } });
    await sweepUntil(story, last, hours(74));
    expect(story.source.calls).toBe(0);
    expect(causesOf(story)).toEqual([]);
  });
});
