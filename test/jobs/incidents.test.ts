import { describe, expect, it } from 'vitest';
import { after, hours } from '../../shared/domain/time.ts';
import { Crowd, orderId } from '../support/a-crowd.ts';
import { Crash } from '../support/crash-plan.ts';

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
    expect(new Set(rows.map(({ order }) => order))).toEqual(new Set(places(0, 37).map(orderId)));
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

describe('an incident that is open', () => {
  it('is told again when it is four times as large as people were told', async () => {
    const crowd = new Crowd(120, 14, { lookEvery: hours(12) });
    const { story } = crowd;
    crowd.tell('export-customs-held');
    await story.begin();
    await crowd.sweepUntil(hours(30));
    crowd.halt(places(14, 58));
    const heard = await crowd.sweepUntil(hours(100));
    expect(heard.filter((line) => line.endsWith('many-parcels-one-cause'))).toEqual([
      'opened many-parcels-one-cause',
      'escalated many-parcels-one-cause',
    ]);
    expect(crowd.spoken.at(-1)).toMatchObject({ facts: { members: 58 }, folded: { count: 58 } });
  });

  it('lets the end of what was told before it be heard at once, and once', async () => {
    const crowd = new Crowd(120, 4, { lookEvery: hours(12) });
    const { story } = crowd;
    crowd.tell('export-customs-held');
    await story.begin();
    await crowd.sweepUntil(hours(30));
    crowd.halt(places(4, 40));
    expect((await crowd.sweepUntil(hours(74))).filter((line) => line === 'opened carrier-stalled')).toHaveLength(4);
    await crowd.sweepUntil(hours(100));
    expect(story.shopFindings()).toEqual(['incident/many-parcels-one-cause']);
    crowd.scan([0, 1]);
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['resolved carrier-stalled', 'resolved carrier-stalled']);
    crowd.scan(places(2, 40));
    await story.sweepAfter(hours(1));
    expect(story.heard().toSorted()).toEqual([
      'resolved carrier-stalled',
      'resolved carrier-stalled',
      'resolved many-parcels-one-cause',
    ]);
    await story.sweepAfter(hours(1));
    expect(story.heard()).not.toContain('resolved carrier-stalled');
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
