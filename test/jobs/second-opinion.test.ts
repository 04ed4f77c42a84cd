import { describe, expect, it } from 'vitest';
import type { CarrierEvent } from '../../shared/domain/second-trace.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import { after, before, days, hours, minutes, type Duration, type Instant } from '../../shared/domain/time.ts';
import { aCarrierEvent, aSecondTrace } from '../support/a-second-trace.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { anOrderAwaitingCollection, anOrderInTransit, aParcel } from '../support/an-order.ts';
import type { Spoil } from '../support/spoil.ts';

const number = 'JD0002274300018';
// In Brazil the article knows no promise of delivery, so that the trace alone is spoken of.
const second = {
  market: 'BR',
  lookEvery: days(30),
  secondOpinion: { source: '17track', dailyRegistrations: 500 },
} as const;

/** A parcel that TikTok saw three times, last an hour before the shop's first look, and then no more. */
async function aSilentParcel(changes: Spoil<Shop> = {}, order: Spoil<Order> = {}) {
  const story = new SweepStory(aShop({ ...second, ...changes }));
  const last = before(story.clock.worldTime, hours(1));
  const scans = [before(last, minutes(1_212)), before(last, hours(15)), last];
  const [start = last] = scans;
  story.tiktok.upsert(
    story.shop.id,
    anOrderInTransit({ createdAt: before(start, hours(9)), collectedAt: start, updatedAt: last, ...order }),
    { scans, lastText: 'Departed from facility' },
  );
  await story.begin();
  return { story, scans, last };
}

/** Hourly sweeps until so long after TikTok's last scan. */
async function sweepUntil(story: SweepStory, last: Instant, wait: Duration): Promise<readonly string[]> {
  const heard: string[] = [];
  while (story.clock.worldTime < after(last, wait)) {
    await story.sweepAfter(hours(1));
    heard.push(...story.heard());
  }
  return heard;
}

function events(times: readonly Instant[], changes: Partial<CarrierEvent> = {}): readonly CarrierEvent[] {
  return times.map((at) => aCarrierEvent(at, changes));
}

function causesOf(story: SweepStory): readonly string[] {
  return story.findings().filter((finding) => finding.startsWith('silence-cause/'));
}

const sync = 'silence-cause/api-sync-failure/578230114599817301';
const stalled = 'silence-cause/carrier-stalled/578230114599817301';
const byHand = 'silence-cause/carrier-check-needed/578230114599817301';

describe('why a parcel is silent', () => {
  it('the carrier has scans that TikTok lacks: told as that, with the first of them, and a request to supplement', async () => {
    const { story, scans, last } = await aSilentParcel();
    const missing = [after(last, hours(30)), after(last, hours(41))];
    story.source.tells(number, [...events(scans), ...events(missing, { text: 'Arrived in Curitiba' })]);
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
    story.source.tells(number, events([...scans, missing]));
    await sweepUntil(story, last, hours(74));
    story.script.traces.set('578230114599817301', { scans: [...scans, missing, after(last, hours(73))] });
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['resolved api-sync-failure']);
    expect(story.findings()).toEqual([]);
  });

  it('the carrier stands still as well: no supplement is asked for, for there is nothing to show', async () => {
    const { story, scans, last } = await aSilentParcel();
    const held = aCarrierEvent(last, { text: 'Held by customs', milestone: 'import-customs-held' });
    story.source.tells(number, [...events(scans.slice(0, -1)), held]);
    expect(await sweepUntil(story, last, hours(74))).toEqual(['opened trace-gap-48', 'opened carrier-stalled']);
    expect(causesOf(story)).toEqual([stalled]);
    expect(story.outbox.remediations).toEqual([]);
    const finding = story.book.open(story.shop.id)[0]?.findings.find(({ check }) => check === 'silence-cause');
    expect(finding?.facts).toEqual({ place: 'import-customs', last: 'Held by customs' });
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
    expect(story.outbox.remediations).toEqual([]);
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
    story.source.tells(number, events([after(confirmedAt, hours(9))], { milestone: 'picked-up' }), 'Royal Mail');
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
    const imported = aSecondTrace(number, [...scans, after(last, hours(50))], { source: 'csv' });
    await story.secondTraces.write(story.shop.id, [imported], story.clock.wallTime);
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['opened api-sync-failure']);
  });
});

describe('TikTok is never accused falsely', () => {
  /** What is found 74 hours after TikTok's last scan. */
  async function found(
    tell: (story: SweepStory, scans: readonly Instant[], last: Instant) => void,
    order: Spoil<Order> = {},
  ) {
    const { story, scans, last } = await aSilentParcel({}, order);
    tell(story, scans, last);
    await sweepUntil(story, last, hours(74));
    return causesOf(story);
  }

  it.each([-8, -3.5, 5.75, 8, 14])('when the source is %s hours off', async (offset) => {
    const causes = await found((story, scans) =>
      story.source.tells(
        number,
        events(
          scans.map((at) => after(at, hours(offset))),
          { zone: 'assumed' },
        ),
      ),
    );
    expect(causes).toEqual([stalled]);
  });
  it('and is accused rightly when a source that is off has a scan more', async () => {
    const causes = await found((story, scans, last) =>
      story.source.tells(number, events([...scans, after(last, hours(40))].map((at) => after(at, hours(8))))),
    );
    expect(causes).toEqual([sync]);
  });
  it('when events come twice and in disorder', async () => {
    const causes = await found((story, scans) => story.source.tells(number, events([...scans, ...scans])));
    expect(causes).toEqual([stalled]);
  });
  it('when another carrier has given the number out again', async () => {
    const causes = await found((story, _, last) =>
      story.source.tells(
        number,
        events([10, 22, 41].map((later) => after(last, minutes(later * 60 + 17)))),
        'Flash Express',
      ),
    );
    expect(causes).toEqual([byHand]);
  });
  it('when the number was somebody else’s last year', async () => {
    const causes = await found((story, _, last) =>
      story.source.tells(number, events([300, 299, 298].map((ago) => before(last, days(ago))))),
    );
    expect(causes).toEqual([byHand]);
  });
  it('when one parcel of a split order moves and the other stands still', async () => {
    const parcels = [aParcel(), aParcel({ id: '1153131168834490070', number: 'JD0002274300019' })];
    const causes = await found(
      (story, scans, last) => {
        story.source.tells(number, events(scans));
        story.source.tells('JD0002274300019', events([...scans, after(last, hours(20))]));
      },
      { parcels, tag: 'SPLIT' },
    );
    expect(causes).toEqual([stalled]);
  });
  it('when what is newer is only paper', async () => {
    const causes = await found((story, scans, last) =>
      story.source.tells(number, [
        ...events(scans),
        ...events([after(last, hours(30))], { text: 'Delivery date changed', milestone: 'information-only' }),
      ]),
    );
    expect(causes).toEqual([stalled]);
  });
  it('when what is newer cannot be understood', async () => {
    const causes = await found((story, scans, last) =>
      story.source.tells(number, [
        ...events(scans),
        ...events([after(last, hours(30))], { text: 'XQ 12', milestone: 'unrecognised' }),
      ]),
    );
    expect(causes).toEqual([byHand]);
  });
  it('when the source is down: nothing is said of the cause, and the silence is told', async () => {
    const { story, scans, last } = await aSilentParcel();
    story.source.tells(number, events([...scans, after(last, hours(40))]));
    story.source.state = 'down';
    const heard = await sweepUntil(story, last, hours(74));
    expect(causesOf(story)).toEqual([]);
    expect(heard).toEqual(['opened trace-gap-48', 'opened second-source-silent', 'escalated tracking-stale']);
    story.source.state = 'well';
    await sweepUntil(story, last, hours(77));
    expect(causesOf(story)).toEqual([sync]);
    expect(story.shopFindings()).toEqual([]);
  });
  it('when it refuses its key: that is told of the key', async () => {
    const { story, last } = await aSilentParcel();
    story.source.state = 'refused';
    const heard = await sweepUntil(story, last, hours(74));
    expect(heard).toEqual(['opened trace-gap-48', 'opened credential-refused', 'escalated tracking-stale']);
  });
});

describe('asking costs little', () => {
  it('each number is announced once, in full batches, and asked about every six hours', async () => {
    const story = new SweepStory(aShop(second));
    const last = before(story.clock.worldTime, hours(1));
    for (let place = 0; place < 100; place += 1) {
      const id = String(578_230_114_599_000_000n + BigInt(place));
      const parcels = [aParcel({ number: `JD${10_000_000 + place}` })];
      const order = anOrderInTransit({
        id,
        createdAt: before(last, hours(30)),
        collectedAt: before(last, hours(20)),
        updatedAt: last,
        parcels,
      });
      story.tiktok.upsert(story.shop.id, order, { scans: [last] });
    }
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
