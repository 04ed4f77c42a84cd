import { describe, expect, it } from 'vitest';
import { dayOf, type DayTotals } from '../../shared/domain/day-totals.ts';
import type { Order } from '../../shared/domain/order.ts';
import { after, before, days, hours, iso, minutes } from '../../shared/domain/time.ts';
import { Transient } from '../../shared/ports/errors.ts';
import { aDeliveredOrder, anOrder, anOrderInTransit } from '../support/an-order.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { Crash } from '../support/crash-plan.ts';
import { aSetting } from '../support/a-setting.ts';
import { at, daysAgo, hoursAgo, hoursFromNow, now } from '../support/moments.ts';
import { countDay, emptyDay } from '../../shared/totals/count-day.ts';
import { noDeeds } from '../../shared/domain/deed.ts';

const shop = aShop();

/** Forty orders of the last three weeks: every third delivered, every third on its way, the rest not confirmed. */
function someOrders(): readonly Order[] {
  return Array.from({ length: 40 }, (_, place) => {
    const createdAt = before(now, hours(1 + place * 12));
    const id = String(578_230_114_599_000_000n + BigInt(place) * 7n);
    const base = { id, createdAt, paidAt: createdAt, updatedAt: createdAt };
    if (place % 3 === 0) return anOrder(base);
    const sent = { ...base, confirmedAt: after(createdAt, hours(2)), collectedAt: after(createdAt, hours(20)) };
    if (place % 3 === 1) return anOrderInTransit(sent);
    return aDeliveredOrder({ ...sent, deliveredAt: after(createdAt, hours(90)) });
  });
}

function aBusyShop(orders = someOrders()): SweepStory {
  const story = new SweepStory(shop);
  for (const order of orders) story.tiktok.upsert(shop.id, order);
  return story;
}

/** Straight from the orders, whatever lies on book or shelf. */
function expected(orders: readonly Order[]): readonly DayTotals[] {
  return Array.from({ length: 15 }, (_, place) => {
    const day = dayOf(before(now, days(14 - place)));
    const ofDay = orders.filter(({ createdAt }) => dayOf(createdAt) === day);
    const countable = ofDay.map((order) => ({ order, trace: { scans: [] }, deeds: noDeeds }));
    return countDay(emptyDay(day, now), countable, aSetting());
  });
}

describe('the days of a shop', () => {
  it('are counted from book and shelf, every order once, two weeks and today', async () => {
    const story = aBusyShop();
    await story.sweep();
    expect(story.book.shelved(shop.id).length).toBeGreaterThan(5);
    expect(story.book.open(shop.id).length).toBeGreaterThan(5);
    expect(story.dayLog.days(shop.id)).toEqual(expected(someOrders()));
  });

  it('say the same when they are counted again', async () => {
    const story = aBusyShop();
    await story.sweep();
    const first = story.dayLog.days(shop.id);
    const watch = story.watches.peek(shop.id);
    if (!watch) throw new Error('nothing was swept');
    const { countedAt: _, handedOver: __, ...uncounted } = watch;
    story.watches.seed(shop.id, uncounted);
    await story.sweep();
    expect(story.watches.peek(shop.id)?.countedAt).toBe(now);
    expect(story.dayLog.days(shop.id)).toEqual(first);
  });

  it('hold an order once that a cut-short shelving left on book and shelf, as the book knows it', async () => {
    const story = aBusyShop([]);
    const createdAt = daysAgo(2);
    const order = anOrderInTransit({ createdAt, paidAt: createdAt, confirmedAt: createdAt, collectedAt: daysAgo(1) });
    const watched = { order, trace: { scans: [] }, findings: [], run: '2026-01-15T10:00:00.000Z' };
    const delivered = { ...watched, order: { ...order, status: 'DELIVERED' as const, deliveredAt: hoursAgo(3) } };
    await story.book.shelve(shop.id, [delivered]);
    await story.book.write(shop.id, [watched]);
    await story.sweep();
    const day = story.dayLog.days(shop.id).find((of) => of.day === dayOf(createdAt));
    expect(day).toMatchObject({ orders: 1, deliver: { onTime: 0, open: 1 } });
  });

  it('know how long the buyer agreed to wait', async () => {
    const order = anOrderInTransit({ createdAt: daysAgo(9), paidAt: daysAgo(9) });
    const story = aBusyShop([order]);
    const deed = { order: order.id, kind: 'extendedUntil', value: hoursFromNow(9), at: now, by: 'somebody' } as const;
    await story.deeds.write(shop.id, [deed]);
    await story.sweep();
    const day = story.dayLog.days(shop.id).find((of) => of.day === dayOf(order.createdAt));
    expect(day).toMatchObject({ deliver: { late: 0, open: 1 } });
  });

  it('leave out an order whose newest state cannot be read: what is known of it is old', async () => {
    const order = anOrder({ createdAt: daysAgo(3), paidAt: daysAgo(3) });
    const story = aBusyShop([order]);
    await story.sweep();
    const late = () => story.dayLog.days(shop.id).find((of) => of.day === dayOf(order.createdAt))?.confirm.late;
    expect(late()).toBe(1);
    await story.quarantine.put(shop.id, [{ order: order.id, run: 'earlier', paths: ['status'] }], now);
    await story.sweepAfter(hours(7));
    expect(late()).toBe(0);
  });

  it('are counted again after six hours, not before', async () => {
    const story = aBusyShop();
    await story.sweep();
    const counts: string[] = [];
    for (let hour = 1; hour <= 13; hour += 1) {
      await story.sweepAfter(hours(1));
      if (story.watches.peek(shop.id)?.countedAt === story.clock.worldTime) counts.push(iso(story.clock.worldTime));
    }
    expect(counts).toEqual([iso(hoursFromNow(6)), iso(hoursFromNow(12))]);
  });

  it('stay as they are when they grow older than two weeks with nothing open', async () => {
    const story = aBusyShop();
    await story.sweep();
    const oldest = story.dayLog.days(shop.id)[0];
    for (let day = 1; day <= 3; day += 1) await story.sweepAfter(hours(24));
    expect(story.dayLog.days(shop.id)).toHaveLength(18);
    expect(story.dayLog.days(shop.id)[0]).toEqual(oldest);
  });

  it('are not counted while orders are missing', async () => {
    const story = aBusyShop();
    story.script.searchFailure = { pages: 0, error: new Transient('503') };
    await story.sweep();
    expect(story.dayLog.days(shop.id)).toEqual([]);
    expect(story.watches.peek(shop.id)).not.toHaveProperty('countedAt');
  });
});

describe('a count that takes longer than a step', () => {
  it('goes on in further messages, and ends as if it had never stopped', async () => {
    const whole = aBusyShop();
    await whole.sweep();
    const parts = aBusyShop();
    const wall = parts.clock.wall.bind(parts.clock);
    // Time passes with every shard read from the shelf alone, so that only the count runs out of it.
    const readShelf = parts.book.readShelf.bind(parts.book);
    parts.book.readShelf = (...of) => {
      parts.clock.wallTime = after(parts.clock.wallTime, minutes(0.5));
      return readShelf(...of);
    };
    parts.clock.wall = wall;
    let outcome = await parts.sweep();
    const shards: (number | undefined)[] = [];
    while (outcome.state === 'continued') {
      const run = parts.watches.peek(shop.id)?.run;
      shards.push(run?.count?.shard);
      expect(parts.dayLog.days(shop.id)).toEqual([]);
      expect(parts.outbox.notices).toEqual([]);
      const next = parts.outbox.sweeps.at(-1);
      if (!next || shards.length > 20) throw new Error('no progress');
      outcome = await parts.receive(next);
    }
    expect(shards.length).toBeGreaterThan(5);
    expect(shards).toEqual(shards.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
    expect(new Set(shards).size).toBe(shards.length);
    expect(parts.dayLog.days(shop.id)).toEqual(whole.dayLog.days(shop.id));
    const { handedOver: _, ...end } = parts.watches.peek(shop.id) ?? {};
    const { handedOver: __, ...wholeEnd } = whole.watches.peek(shop.id) ?? {};
    expect(end).toEqual(wholeEnd);
    expect(parts.outbox.notices).toEqual(whole.outbox.notices);
    expect(parts.outbox.remediations).toEqual(whole.outbox.remediations);
  });

  it('takes a shard further even when its step has no time at all', async () => {
    const story = aBusyShop();
    let outcome = await story.receive({ v: 1, kind: 'sweep', shop: shop.id, run: iso(now), step: 0 });
    const watch = story.watches.peek(shop.id);
    if (!watch) throw new Error('nothing was swept');
    const { countedAt: _, ...rest } = watch;
    const begun = { shard: 0, days: expected([]) };
    const run = { id: iso(hoursFromNow(1)), kind: 'sweep', now: hoursFromNow(1), from: now, step: 3 } as const;
    const left = { pull: { outcome: 'complete', reached: run.now }, settled: { shard: 16 }, count: begun } as const;
    const { tally } = outcome.runs[0]?.record ?? {};
    if (!tally) throw new Error('no run was finished');
    story.watches.seed(shop.id, { ...rest, run: { ...run, ...left, startedAt: now, tally } });
    for (let step = 1; step <= 16; step += 1) {
      const request = { v: 1, kind: 'sweep', shop: shop.id, run: run.id, step } as const;
      outcome = await story.receive(request, minutes(0));
      expect(story.watches.peek(shop.id)?.run?.count?.shard ?? 16).toBe(step);
    }
    expect(outcome.runs.map(({ run: id }) => id)).toEqual([run.id]);
  });
});

describe('killed before or after any input or output of a count', () => {
  it('a repeated message ends in the same state', async () => {
    async function story(): Promise<SweepStory> {
      const begun = aBusyShop(someOrders().slice(0, 6));
      await begun.sweep();
      const moment = hoursFromNow(6.5);
      begun.tiktok.upsert(shop.id, aDeliveredOrder({ createdAt: hoursAgo(1), paidAt: hoursAgo(1), updatedAt: moment }));
      begun.clock.advance(hours(7));
      begun.plan.revive();
      return begun;
    }
    const state = (of: SweepStory): unknown => ({
      days: of.dayLog.days(shop.id),
      watch: of.watches.peek(shop.id),
      notices: new Set(of.outbox.notices.map((notice) => JSON.stringify(notice))),
    });
    const undisturbed = await story();
    await undisturbed.sweep();
    const points = undisturbed.plan.passed.length;
    const end = state(undisturbed);
    const first = undisturbed.plan.passed.indexOf('before orderBook.readShelf');
    expect(first).toBeGreaterThan(0);
    for (let point = first - 4; point <= points; point += point < first + 60 || point > points - 40 ? 1 : 37) {
      const disturbed = await story();
      disturbed.plan.crashAt(point);
      await expect(disturbed.sweep()).rejects.toThrow(Crash);
      disturbed.plan.revive();
      await disturbed.sweep();
      expect(state(disturbed), `crash at point ${point}`).toEqual(end);
    }
  });
});

describe('what the days say', () => {
  const late = (count: number): readonly Order[] =>
    Array.from({ length: 60 }, (_, place) => {
      const createdAt = before(at('2026-01-13T20:00:00Z'), minutes(place));
      const confirmedAt = after(createdAt, hours(place < count ? 25 : 3));
      const base = { id: String(7_000 + place), createdAt, paidAt: createdAt, confirmedAt, updatedAt: confirmedAt };
      return anOrderInTransit({ ...base, collectedAt: confirmedAt });
    });

  it('is told with the first look, quietly, and spoken of when it gets worse', async () => {
    const story = aBusyShop(late(2));
    await story.sweep();
    expect(story.shopFindings()).toEqual(['confirm-rate/confirm-rate-budget']);
    story.heard();
    // Two more of the same day come to light.
    for (const order of late(4).slice(0, 4)) story.tiktok.upsert(shop.id, { ...order, updatedAt: hoursFromNow(5) });
    for (let hour = 1; hour <= 6; hour += 1) await story.sweepAfter(hours(1));
    expect(story.heard()).toContain('escalated confirm-late-rate');
    const finding = story.watches.peek(shop.id)?.findings.find((of) => of.finding.check === 'confirm-rate');
    expect(finding?.finding.facts).toMatchObject({ late: 4, orders: 60, left: 0 });
  });

  it('uses what people imported', async () => {
    const story = aBusyShop([]);
    story.scores.imported.push({ metric: 'logistics-score', at: daysAgo(1), value: 71 });
    await story.sweep();
    expect(story.shopFindings()).toEqual(['logistics-score/lts-below-75']);
  });
});
