import { describe, expect, it } from 'vitest';
import { after, days, hours, iso, minutes } from '../../shared/domain/time.ts';
import { aDeliveredOrder, anOrder, anOrderInTransit } from '../support/an-order.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { daysAgo, hoursAgo, now } from '../support/moments.ts';

const id = '578230114599817301';

/** An unconfirmed order placed so that it is overdue at `now`. */
const late = anOrder({ createdAt: hoursAgo(25), updatedAt: hoursAgo(25) });

describe('a seller who connects a shop', () => {
  it('gets one first report, with what is already wrong and a remedy asked for', async () => {
    const story = new SweepStory();
    story.tiktok.upsert(story.shop.id, late);
    story.tiktok.upsert(
      story.shop.id,
      anOrderInTransit({ id: 'stale', createdAt: daysAgo(6), collectedAt: daysAgo(4) }),
    );
    const outcome = await story.sweep();
    expect(outcome.state).toBe('done');
    expect(story.outbox.notices.map(({ channel, kind }) => [channel.id, kind])).toEqual([
      ['email:en', 'first-look'],
      ['email:zh-CN', 'first-look'],
    ]);
    expect(story.findings()).toEqual([
      `confirm-by/confirm-overdue/${id}`,
      'deliver-by/delivery-overdue/stale',
      'trace-silent/tracking-stale/stale',
    ]);
    expect(story.outbox.remediations.map(({ remedy, items }) => [remedy, items.map(({ key }) => key)])).toEqual([
      ['supplement-tracking', ['trace-silent/stale#1']],
    ]);
  });

  it('hears that the watch has begun even when nothing is wrong', async () => {
    const story = new SweepStory();
    await story.sweep();
    expect(story.lastNotice()).toMatchObject({ kind: 'first-look', lines: [] });
  });
});

describe('an order that nobody confirms', () => {
  it('is announced as it comes closer, then as it is late, then as resolved: once each', async () => {
    const story = new SweepStory();
    await story.begin();
    story.tiktok.upsert(story.shop.id, anOrder({ createdAt: story.clock.worldTime, updatedAt: story.clock.worldTime }));
    const heard: string[][] = [];
    for (let hour = 0; hour < 27; hour += 1) {
      await story.sweep();
      const said = story.heard();
      if (said.length > 0) heard.push([String(hour), ...said]);
      story.clock.advance(hours(1));
    }
    expect(heard).toEqual([
      ['13', 'opened confirm-due-soon'],
      ['25', 'escalated confirm-overdue'],
    ]);
    const confirmed = { confirmedAt: story.clock.worldTime, updatedAt: story.clock.worldTime };
    story.tiktok.upsert(
      story.shop.id,
      anOrder({ createdAt: after(now, hours(1)), status: 'AWAITING_COLLECTION', ...confirmed }),
    );
    await story.sweep();
    expect(story.heard()).toEqual(['resolved confirm-overdue']);
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual([]);
  });
});

describe('an order that ends', () => {
  it('says that its findings are over, and leaves the book one sweep later', async () => {
    const story = new SweepStory();
    story.tiktok.upsert(story.shop.id, late);
    await story.sweep();
    story.heard();
    const moment = after(now, minutes(30));
    story.tiktok.upsert(story.shop.id, aDeliveredOrder({ createdAt: late.createdAt, updatedAt: moment }));
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['resolved confirm-overdue']);
    expect(story.book.open(story.shop.id)).toHaveLength(1);
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual([]);
    expect(story.book.open(story.shop.id)).toEqual([]);
    expect(story.book.shelved(story.shop.id)).toHaveLength(1);
  });

  it('goes straight to the shelf when nothing was said about it: one put', async () => {
    const story = new SweepStory();
    story.tiktok.upsert(story.shop.id, anOrder());
    await story.sweep();
    const puts = story.book.puts;
    story.tiktok.upsert(story.shop.id, aDeliveredOrder({ createdAt: hoursAgo(2), updatedAt: after(now, minutes(30)) }));
    await story.sweepAfter(hours(1));
    expect(story.book.open(story.shop.id)).toEqual([]);
    expect(story.book.puts - puts).toBe(1);
    await story.sweepAfter(minutes(1));
    expect(story.book.puts - puts).toBe(1);
  });

  it('is given up after sixty days, and says so', async () => {
    const story = new SweepStory();
    story.tiktok.upsert(story.shop.id, anOrder({ createdAt: daysAgo(59), updatedAt: daysAgo(59) }));
    await story.sweep();
    story.heard();
    await story.sweepAfter(days(2));
    const ofOrder = story.lastNotice()?.lines.filter(({ subject }) => subject.kind === 'order');
    expect(ofOrder?.every(({ resolvedBecause }) => resolvedBecause === 'abandoned')).toBe(true);
    expect(story.heard()).toContain('resolved confirm-overdue');
    await story.sweepAfter(hours(1));
    expect(story.book.open(story.shop.id)).toEqual([]);
  });

  it('is not taken in at all when it is older than sixty days', async () => {
    const story = new SweepStory();
    story.tiktok.upsert(story.shop.id, anOrder({ createdAt: daysAgo(61), updatedAt: hoursAgo(1) }));
    await story.sweep();
    expect(story.book.open(story.shop.id)).toEqual([]);
    expect(story.book.shelved(story.shop.id)).toEqual([]);
  });
});

describe('nothing changed', () => {
  it('writes nothing, asks once, says nothing', async () => {
    const story = new SweepStory();
    story.tiktok.upsert(story.shop.id, late);
    await story.sweep();
    story.heard();
    const puts = story.book.puts;
    const outcome = await story.sweepAfter(minutes(10));
    expect(story.book.puts).toBe(puts);
    expect(outcome.runs[0]?.record.tally.calls).toMatchObject({ search: 1, tracking: 0, detail: 0 });
    expect(story.heard()).toEqual([]);
  });

  it('does nothing for a message that is no newer than the last run', async () => {
    const story = new SweepStory();
    await story.sweep();
    expect(await story.sweep()).toMatchObject({ state: 'nothing-to-do' });
  });
});

describe('an order that cannot be read', () => {
  it('is quarantined and counted; the page goes on and its known findings stay', async () => {
    const story = new SweepStory();
    story.tiktok.upsert(story.shop.id, late);
    await story.sweep();
    story.heard();
    const moment = after(now, minutes(30));
    story.script.orders = [anOrder({ id: 'fine', createdAt: moment, updatedAt: moment })];
    story.script.malformed = [{ id, updatedAt: moment, paths: ['orders[0].create_time'] }];
    const outcome = await story.sweepAfter(hours(1));
    expect(outcome.runs[0]?.record.tally.quarantined).toBe(1);
    expect(story.lastNotice()?.counts.quarantined).toBe(1);
    expect(story.findings()).toEqual([`confirm-by/confirm-overdue/${id}`]);
    expect(await story.quarantine.list(story.shop.id)).toMatchObject([{ order: id, paths: ['orders[0].create_time'] }]);

    story.script.malformed = [];
    const readable = after(now, minutes(90));
    story.tiktok.upsert(story.shop.id, {
      ...late,
      status: 'AWAITING_COLLECTION',
      confirmedAt: readable,
      updatedAt: readable,
    });
    await story.sweepAfter(hours(1));
    expect(await story.quarantine.list(story.shop.id)).toEqual([]);
    expect(story.findings()).toEqual([]);
  });
});

describe('a shop with more than one step can hold', () => {
  it('goes on in further messages and ends as if it had never stopped', async () => {
    const orders = Array.from({ length: 40 }, (_, index) =>
      anOrderInTransit({
        id: `order-${String(index).padStart(2, '0')}`,
        collectedAt: daysAgo(4),
        updatedAt: hoursAgo(40 - index),
      }),
    );
    const whole = new SweepStory();
    const parts = new SweepStory();
    for (const story of [whole, parts]) {
      story.script.pageSize = 7;
      for (const order of orders) story.tiktok.upsert(story.shop.id, order);
    }
    await whole.sweep();
    let waits = 0;
    const wall = parts.clock.wall.bind(parts.clock);
    // Every look at the clock costs a minute: a step of twelve gets a few pages further.
    parts.clock.wall = () => {
      parts.clock.wallTime = after(parts.clock.wallTime, minutes(1));
      return wall();
    };
    let outcome = await parts.receive(
      { v: 1, kind: 'sweep', shop: parts.shop.id, run: iso(now), step: 0 },
      minutes(12),
    );
    while (outcome.state === 'continued') {
      waits += 1;
      const next = parts.outbox.sweeps.at(-1);
      if (!next || waits > 60) throw new Error('no progress');
      outcome = await parts.receive(next, minutes(12));
    }
    expect(waits).toBeGreaterThan(1);
    expect(parts.findings()).toEqual(whole.findings());
    expect(parts.outbox.notices.map(({ id: key, counts }) => [key, counts])).toEqual(
      whole.outbox.notices.map(({ id: key, counts }) => [key, counts]),
    );
    expect(parts.outbox.remediations).toEqual(whole.outbox.remediations);
  });
});
