import { describe, expect, it } from 'vitest';
import type { NoticeLine } from '../../shared/domain/notice.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import { after, before, days, hours, type Duration, type Instant } from '../../shared/domain/time.ts';
import { aCarrierEvent } from '../support/a-second-trace.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { anOrderInTransit, aParcel } from '../support/an-order.ts';
import { Crash } from '../support/crash-plan.ts';
import type { Spoil } from '../support/spoil.ts';

const second = {
  market: 'BR',
  lookEvery: days(30),
  secondOpinion: { source: '17track', dailyRegistrations: 5_000 },
} as const;

function orderId(place: number): string {
  return String(578_230_114_599_000_000n + BigInt(place));
}

function numberOf(place: number): string {
  return `YT${10_000_000 + place}`;
}

/** So many parcels of YunExpress, scanned an hour before the first look; the first `silent` of them not again. */
class Crowd {
  readonly story: SweepStory;
  readonly last: Instant;
  readonly silent: number;
  /** Every line of the English channel. */
  readonly spoken: NoticeLine[] = [];

  constructor(parcels: number, silent: number, shop: Spoil<Shop> = {}) {
    this.story = new SweepStory(aShop({ ...second, ...shop }));
    this.last = before(this.story.clock.worldTime, hours(1));
    this.silent = silent;
    for (let place = 0; place < parcels; place += 1) this.#ship(place);
  }

  #ship(place: number): void {
    const { story, last } = this;
    const parcel = aParcel({ id: `p${place}`, number: numberOf(place), carrier: 'YunExpress' });
    const order = anOrderInTransit({
      id: orderId(place),
      createdAt: before(last, hours(30)),
      collectedAt: before(last, hours(20)),
      updatedAt: last,
      carrier: 'YunExpress',
      parcels: [parcel],
    });
    const scans = place < this.silent ? [last] : Array.from({ length: 20 }, (_, day) => after(last, days(day)));
    story.tiktok.upsert(story.shop.id, order, { scans });
  }

  /** What the carriers say of the silent ones. */
  tell(stuck: 'export-customs-held' | 'moving'): void {
    for (let place = 0; place < this.silent; place += 1) {
      const event = aCarrierEvent(this.last, { milestone: 'export-customs-held', text: 'Held at export customs' });
      const later = aCarrierEvent(after(this.last, hours(40)), { text: 'Departed' });
      this.story.source.tells(numberOf(place), stuck === 'moving' ? [event, later] : [event]);
    }
  }

  /** Traces answer scans up to now only. */
  #showUpTo(now: Instant): void {
    for (const [id, trace] of this.story.script.traces) {
      this.story.script.traces.set(id, { scans: trace.scans.filter((at) => at <= now) });
    }
  }

  async sweepUntil(wait: Duration): Promise<readonly string[]> {
    const all = new Map(this.story.script.traces);
    const heard: string[] = [];
    while (this.story.clock.worldTime < after(this.last, wait)) {
      for (const [id, trace] of all) this.story.script.traces.set(id, trace);
      this.#showUpTo(after(this.story.clock.worldTime, hours(1)));
      await this.story.sweepAfter(hours(1));
      this.spoken.push(...(this.story.lastNotice()?.lines ?? []));
      heard.push(...this.story.heard());
    }
    for (const [id, trace] of all) this.story.script.traces.set(id, trace);
    return heard;
  }

  /** TikTok shows a scan of these parcels now. */
  scan(places: readonly number[]): void {
    for (const place of places) {
      this.story.script.traces.set(orderId(place), { scans: [this.last, this.story.clock.worldTime] });
    }
  }
}

const places = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => from + place);

describe('many parcels with one cause', () => {
  it('are one incident: opened once, its members under it, and resolved once', async () => {
    const crowd = new Crowd(120, 37);
    const { story } = crowd;
    crowd.tell('export-customs-held');
    await story.begin();
    expect((await crowd.sweepUntil(hours(72))).filter((line) => line !== 'opened trace-gap-48')).toEqual([]);
    await story.sweepAfter(hours(1));
    const notice = story.lastNotice();
    expect(notice?.lines).toMatchObject([
      {
        stage: 'many-parcels-one-cause',
        subject: { kind: 'incident', id: 'carrier-stalled/yunexpress/transit/export-customs' },
        since: after(crowd.last, hours(72)),
        facts: { cause: 'carrier-stalled', carrier: 'YunExpress', place: 'export-customs', members: 37, parcels: 120 },
        folded: { count: 37 },
      },
    ]);
    const rows = notice?.lines[0]?.folded?.rows ?? [];
    expect(rows.map(({ order }) => order).toSorted()).toEqual(places(0, 37).map(orderId).toSorted());
    expect(rows[0]).toMatchObject({
      carrier: 'YunExpress',
      number: expect.stringMatching(/^YT/),
      lastEvent: { at: crowd.last },
    });
    expect(notice?.counts).toMatchObject({ opened: 1, critical: 1 });
    story.heard();

    expect(await crowd.sweepUntil(hours(80))).toEqual([]);
    crowd.scan(places(0, 30));
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual([]);
    crowd.scan(places(30, 37));
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['resolved many-parcels-one-cause']);
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual([]);
  });

  it('what is left when it is over is told one by one', async () => {
    const crowd = new Crowd(120, 37);
    const { story } = crowd;
    crowd.tell('export-customs-held');
    await story.begin();
    await crowd.sweepUntil(hours(74));
    crowd.scan(places(0, 35));
    await story.sweepAfter(hours(1));
    expect(story.heard().toSorted()).toEqual([
      'opened carrier-stalled',
      'opened carrier-stalled',
      'resolved many-parcels-one-cause',
    ]);
  });

  it('are none where so many are silent every day', async () => {
    const crowd = new Crowd(1_000, 40);
    crowd.tell('export-customs-held');
    await crowd.story.begin();
    const heard = await crowd.sweepUntil(hours(74));
    expect(heard.filter((line) => line.endsWith('many-parcels-one-cause'))).toEqual([]);
    expect(heard.filter((line) => line === 'opened carrier-stalled')).toHaveLength(40);
  });

  it('are none when there are but four', async () => {
    const crowd = new Crowd(4, 4);
    crowd.tell('export-customs-held');
    await crowd.story.begin();
    expect((await crowd.sweepUntil(hours(74))).slice(4)).toEqual(
      Array.from({ length: 4 }, () => 'opened carrier-stalled'),
    );
  });

  it('of a feed that stopped: every parcel’s supplement is asked for, once', async () => {
    const crowd = new Crowd(50, 20);
    crowd.tell('moving');
    await crowd.story.begin();
    const heard = await crowd.sweepUntil(hours(78));
    expect(heard.filter((line) => line !== 'opened trace-gap-48')).toEqual(['opened many-parcels-one-cause']);
    const asked = crowd.story.outbox.remediations.flatMap(({ items }) => items.map(({ key }) => key));
    expect(asked).toHaveLength(20);
    expect(new Set(asked).size).toBe(20);
  });

  it('a share that lasts becomes the usual one, but not while it is an incident', async () => {
    const calm = new Crowd(100, 15);
    calm.tell('export-customs-held');
    await calm.story.begin();
    await calm.sweepUntil(hours(73));
    const usual = () => calm.story.watches.peek(calm.story.shop.id)?.usual?.['yunexpress/transit'];
    const before = usual();
    expect(before).toBeLessThan(0.04);
    await calm.sweepUntil(hours(90));
    expect(calm.story.shopFindings()).toEqual(['incident/many-parcels-one-cause']);
    expect(usual()).toBe(before);
  });
});

describe('an expired key', () => {
  const aKey = (carriers?: readonly string[]): Shop['credentials'][number] => ({
    id: 'yun',
    name: 'YunExpress link',
    kind: 'forwarder-key',
    owner: 'Li Wei',
    ...(carriers && { carriers }),
  });
  const expired = (carriers?: readonly string[]): Spoil<Shop> => ({
    credentials: [{ ...aKey(carriers), issuedAt: before(new SweepStory().clock.worldTime, days(90)) }],
  });

  it('across three hundred silent parcels is one notice with key, owner and parcels; renewed, one with what is left', async () => {
    const crowd = new Crowd(400, 300, expired(['Yun Express']));
    const { story } = crowd;
    crowd.tell('moving');
    await story.begin();
    expect(await crowd.sweepUntil(hours(48))).toEqual(['escalated credential-expired']);
    expect((await crowd.sweepUntil(hours(49))).toSorted()).toEqual(['escalated parcels-dark']);
    await crowd.sweepUntil(hours(80));
    const stillQuiet = story.heard();
    expect(stillQuiet).toEqual([]);
    expect(story.outbox.remediations).toEqual([]);
    story.configure({ credentials: [{ ...aKey(['Yun Express']), issuedAt: story.clock.worldTime }] });
    crowd.scan(places(0, 290));
    await story.sweepAfter(hours(1));
    expect(story.outbox.notices.filter(({ channel }) => channel.id === 'email:en')).toHaveLength(1);
    expect(story.heard().toSorted()).toEqual([
      ...Array.from({ length: 10 }, () => 'opened api-sync-failure'),
      'resolved parcels-dark',
    ]);
    expect(story.outbox.remediations.flatMap(({ items }) => items)).toHaveLength(10);
  });

  it('names key, owner and how many parcels', async () => {
    const crowd = new Crowd(40, 30, expired());
    await crowd.story.begin();
    await crowd.sweepUntil(hours(49));
    const told = crowd.spoken.at(-1);
    expect(told).toMatchObject({
      stage: 'parcels-dark',
      facts: { name: 'YunExpress link', owner: 'Li Wei', parcels: 30 },
      folded: { count: 30 },
    });
  });

  it('does not excuse parcels of other carriers, or those that were silent before', async () => {
    const others = new Crowd(40, 6, expired(['4PX']));
    await others.story.begin();
    expect((await others.sweepUntil(hours(49))).filter((line) => line === 'opened trace-gap-48')).toHaveLength(6);
  });
});

describe('killed before or after any input or output', () => {
  async function atTheLine(): Promise<Crowd> {
    const crowd = new Crowd(30, 12);
    crowd.tell('moving');
    await crowd.story.begin();
    // Once to announce the numbers, once to ask about them; then the line is crossed.
    for (const wait of [66, 1]) await crowd.story.sweepAfter(hours(wait));
    crowd.story.clock.advance(hours(5));
    crowd.story.plan.revive();
    return crowd;
  }
  const spokenOf = ({ story }: Crowd) => ({
    findings: story.findings(),
    shop: story.shopFindings(),
    lines: story.lastNotice()?.lines.map(({ stage, transition }) => `${transition} ${stage}`),
    remedies: [...new Set(story.outbox.remediations.flatMap(({ items }) => items.map(({ key }) => key)))].toSorted(),
    usual: story.watches.peek(story.shop.id)?.usual,
  });

  it('a repeated message says and asks the same', async () => {
    const undisturbed = await atTheLine();
    await undisturbed.story.sweep();
    const points = undisturbed.story.plan.points;
    const expected = spokenOf(undisturbed);
    expect(expected.lines).toContain('opened many-parcels-one-cause');
    expect(expected.remedies).toHaveLength(12);
    for (let point = 1; point <= points; point += 1) {
      const disturbed = await atTheLine();
      disturbed.story.plan.crashAt(point);
      await expect(disturbed.story.sweep()).rejects.toThrow(Crash);
      disturbed.story.plan.revive();
      await disturbed.story.sweep();
      expect(spokenOf(disturbed), `killed at point ${point}`).toEqual(expected);
    }
  });
});
