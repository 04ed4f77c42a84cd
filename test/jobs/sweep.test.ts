import { describe, expect, it } from 'vitest';
import { after, days, hours, iso, minutes } from '../../shared/domain/time.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import { aDeliveredOrder, anOrder, anOrderInTransit } from '../support/an-order.ts';
import { aShop } from '../support/a-shop.ts';
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
    expect(story.outbox.remediations.map(({ remedy, items }) => [remedy, items.map(({ order }) => order)])).toEqual([
      ['supplement-tracking', ['stale']],
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

describe('a parcel that falls silent', () => {
  it('is asked about only when it matters, and speaks again when a scan appears', async () => {
    const story = new SweepStory(aShop({ market: 'BR', lookEvery: days(30) }));
    await story.begin();
    const collected = story.clock.worldTime;
    story.tiktok.upsert(story.shop.id, anOrderInTransit({ collectedAt: collected, updatedAt: collected }), {
      scans: [collected],
    });
    for (let hour = 0; hour <= 48; hour += 1) await story.sweepAfter(hours(1));
    expect(story.tiktok.tracked).toHaveLength(1);
    expect(story.heard()).toEqual(['opened trace-gap-48']);
    for (let hour = 0; hour < 24; hour += 1) await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['escalated tracking-stale']);
    expect(story.outbox.remediations).toHaveLength(1);
    story.script.traces.set(id, { scans: [collected, story.clock.worldTime] });
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['resolved tracking-stale']);
    expect(story.tiktok.tracked).toHaveLength(26);
  });

  it('is looked at once a day even when nothing depends on it', async () => {
    const story = new SweepStory();
    await story.begin();
    const collected = story.clock.worldTime;
    story.tiktok.upsert(story.shop.id, anOrderInTransit({ collectedAt: collected, updatedAt: collected }));
    for (let hour = 0; hour < 26; hour += 1) await story.sweepAfter(hours(1));
    expect(story.tiktok.tracked).toHaveLength(1);
  });

  it('is unknown, not well, when its trace cannot be read', async () => {
    const story = new SweepStory();
    await story.begin();
    const order = anOrderInTransit({ collectedAt: daysAgo(4), updatedAt: story.clock.worldTime });
    story.tiktok.upsert(story.shop.id, order);
    story.script.traceFailures.set('*', new Transient('tracking: 503'));
    await story.sweep();
    expect(story.findings()).not.toContain(`trace-silent/tracking-stale/${id}`);
    story.script.traceFailures.clear();
    await story.sweepAfter(hours(1));
    expect(story.findings()).toContain(`trace-silent/tracking-stale/${id}`);
  });

  it('is not asked about any more after twenty failures in a row', async () => {
    const story = new SweepStory();
    await story.begin();
    for (let index = 0; index < 60; index += 1) {
      story.tiktok.upsert(
        story.shop.id,
        anOrderInTransit({ id: `o${index}`, collectedAt: daysAgo(4), updatedAt: story.clock.worldTime }),
      );
    }
    story.script.traceFailures.set('*', new Transient('tracking: 503'));
    await story.sweep();
    // Those in flight when the twentieth fails still come back.
    expect(story.tiktok.tracked.length).toBeLessThan(31);
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
    expect(story.lastNotice()?.lines.every(({ resolvedBecause }) => resolvedBecause === 'abandoned')).toBe(true);
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

describe('TikTok is down', () => {
  it('makes one finding about the shop, touches no other, and recovers by itself', async () => {
    const story = new SweepStory();
    story.tiktok.upsert(story.shop.id, late);
    await story.sweep();
    story.heard();
    const before = story.findings();
    story.script.searchFailure = { pages: 0, error: new Transient('connection refused') };
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['opened feed-refused']);
    await story.sweepAfter(hours(1));
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['escalated feed-silent']);
    expect(story.findings()).toEqual(before);
    story.script.searchFailure = undefined;
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['resolved feed-silent']);
    expect(story.shopFindings()).toEqual([]);
    expect(story.tiktok.windows.at(-1)?.from).toBe(after(now, minutes(-2)));
  });

  it('announces what was found while it was silent once the feed is back, remedies included', async () => {
    const story = new SweepStory(aShop({ market: 'BR' }));
    await story.begin();
    const moment = story.clock.worldTime;
    story.script.pageSize = 1;
    story.tiktok.upsert(
      story.shop.id,
      anOrderInTransit({ collectedAt: daysAgo(4), updatedAt: after(moment, minutes(-9)) }),
    );
    story.tiktok.upsert(story.shop.id, anOrder({ id: 'second', updatedAt: after(moment, minutes(-8)) }));
    story.script.searchFailure = { pages: 1, error: new Transient('503') };
    await story.sweep();
    expect(story.findings()).toEqual([`trace-silent/tracking-stale/${id}`]);
    expect(story.lastNotice()?.counts).toMatchObject({ inhibited: 1 });
    expect(story.heard()).toEqual(['opened feed-refused']);
    expect(story.outbox.remediations).toEqual([]);
    story.script.searchFailure = undefined;
    await story.sweepAfter(hours(1));
    expect(story.heard().toSorted()).toEqual(['opened tracking-stale', 'resolved feed-refused']);
    expect(story.outbox.remediations).toHaveLength(1);
  });

  it('resumes from the update time it had reached', async () => {
    const story = new SweepStory();
    story.script.pageSize = 1;
    story.tiktok.upsert(story.shop.id, anOrder({ updatedAt: hoursAgo(5) }));
    story.tiktok.upsert(story.shop.id, anOrder({ id: 'second', updatedAt: hoursAgo(3) }));
    story.script.searchFailure = { pages: 1, error: new Transient('503') };
    await story.sweep();
    story.script.searchFailure = undefined;
    await story.sweepAfter(hours(1));
    expect(story.tiktok.windows.at(-1)?.from).toBe(after(hoursAgo(5), minutes(-2)));
    expect(story.book.open(story.shop.id)).toHaveLength(2);
  });
});

describe('the token cannot be refreshed', () => {
  it('makes one credential finding and none about the feed', async () => {
    const story = new SweepStory();
    await story.begin();
    story.script.refused = true;
    story.script.credentials = {
      accessExpiresAt: hoursAgo(1),
      refusedSince: hoursAgo(1),
      refreshExpiresAt: after(now, days(300)),
    };
    await story.sweep();
    expect(story.shopFindings()).toEqual(['credential-expiry/credential-expired']);
    expect(story.heard()).toEqual(['opened credential-expired']);
  });

  it('is never left to nobody: without a credential finding the feed says it', async () => {
    const story = new SweepStory();
    await story.begin();
    story.script.searchFailure = { pages: 0, error: new Rejected('105005 scope missing', 'credential') };
    await story.sweep();
    expect(story.shopFindings()).toEqual(['feed-lagging/feed-refused']);
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
