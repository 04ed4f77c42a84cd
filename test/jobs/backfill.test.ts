import { describe, expect, it } from 'vitest';
import { after, hours, minutes } from '../../shared/domain/time.ts';
import { backfill } from '../../shared/jobs/backfill.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import type { SweepRequest } from '../../shared/ports/messaging.ts';
import { aDeliveredOrder, anOrder, anOrderInTransit } from '../support/an-order.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeOutbox } from '../support/fake-outbox.ts';
import { FakeShops } from '../support/fake-shops.ts';
import { daysAgo, hoursAgo, now } from '../support/moments.ts';

async function firstSlice(notify = false): Promise<SweepRequest> {
  const outbox = new FakeOutbox();
  const ports = { shops: new FakeShops([aShop()]), outbox, clock: new FakeClock(after(now, hours(2))) };
  await backfill({ shop: aShop().id, from: daysAgo(90), to: now, notify }, ports);
  const [first] = outbox.sweeps;
  if (!first) throw new Error('no message was sent');
  return first;
}

/** A shop under watch, with history that its watch has never seen. */
async function aShopWithHistory(): Promise<SweepStory> {
  const story = new SweepStory();
  await story.begin();
  const { shop, tiktok } = story;
  tiktok.upsert(shop.id, anOrder({ id: 'missed', createdAt: daysAgo(2), updatedAt: daysAgo(2) }));
  tiktok.upsert(shop.id, aDeliveredOrder({ id: 'delivered', createdAt: daysAgo(20), updatedAt: daysAgo(15) }));
  tiktok.upsert(shop.id, aDeliveredOrder({ id: 'ancient', createdAt: daysAgo(80), updatedAt: daysAgo(70) }));
  return story;
}

describe('a backfill', () => {
  it('takes in what the watch has missed, quietly; older orders go to the shelf', async () => {
    const story = await aShopWithHistory();
    const request = await firstSlice();
    expect(await story.receive(request)).toMatchObject({ state: 'done' });
    expect(story.book.open(story.shop.id).map(({ order }) => order.id)).toEqual(['missed']);
    expect(story.book.shelved(story.shop.id).map(({ order }) => order.id)).toEqual(['ancient', 'delivered']);
    expect(story.findings()).toContain('confirm-by/confirm-overdue/missed');
    expect(story.outbox.notices).toEqual([]);
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual([]);
    expect(await story.runs.find(story.shop.id, request.run)).toMatchObject({
      kind: 'backfill',
      state: 'done',
      tally: { pulled: 3 },
      transitions: { opened: 1 },
      progress: { from: daysAgo(90), to: now, reached: now },
    });
  });

  it('speaks when it is told to, in one notice', async () => {
    const story = await aShopWithHistory();
    await story.receive(await firstSlice(true));
    expect(story.lastNotice()).toMatchObject({ kind: 'backfill', counts: { opened: 1 } });
  });

  it('leaves what is under watch to the hourly sweep, which alone can announce it', async () => {
    const story = new SweepStory(aShop({ market: 'BR' }));
    const collected = hoursAgo(60);
    story.tiktok.upsert(
      story.shop.id,
      anOrderInTransit({ createdAt: daysAgo(4), collectedAt: collected, updatedAt: collected }),
    );
    await story.sweep();
    expect(story.findings()).toEqual(['trace-silent/trace-gap-48/578230114599817301']);
    story.heard();
    story.clock.advance(hours(13));
    const request = await firstSlice();
    await story.receive({ ...request, now: story.clock.worldTime });
    await story.sweep();
    // Nobody had looked for thirteen hours, and that is news of its own.
    expect(story.heard().toSorted()).toEqual(['escalated tracking-stale', 'opened monitor-heartbeat-missed']);
    expect(story.outbox.remediations).toHaveLength(1);
  });

  it('run twice changes nothing more', async () => {
    const story = await aShopWithHistory();
    await story.receive(await firstSlice());
    const { puts } = story.book;
    await story.receive(await firstSlice());
    expect(story.book.puts).toBe(puts);
  });

  it('holds the queue for a slice at a time and ends where one long one would', async () => {
    const whole = await aShopWithHistory();
    await whole.receive(await firstSlice());
    const story = await aShopWithHistory();
    const wall = story.clock.wall.bind(story.clock);
    story.clock.wall = () => {
      story.clock.wallTime = after(story.clock.wallTime, minutes(0.1));
      return wall();
    };
    let slices = 0;
    let request: SweepRequest | undefined = await firstSlice();
    while (request) {
      slices += 1;
      const outcome = await story.receive(request);
      request = outcome.state === 'continued' ? story.outbox.sweeps.at(-1) : undefined;
    }
    expect(slices).toBeGreaterThan(2);
    expect(story.book.open(story.shop.id)).toEqual(whole.book.open(whole.shop.id));
    expect(story.book.shelved(story.shop.id)).toEqual(whole.book.shelved(whole.shop.id));
  });

  it('first finishes the sweep that was left unfinished', async () => {
    const story = await aShopWithHistory();
    story.plan.revive();
    story.plan.crashAt(20);
    await expect(story.sweep()).rejects.toThrow();
    story.plan.revive();
    const outcome = await story.receive(await firstSlice());
    expect(outcome.runs).toHaveLength(1);
    expect(story.watches.peek(story.shop.id)?.run).toBeUndefined();
  });

  it('is tried again when the shop cannot be read', async () => {
    const story = await aShopWithHistory();
    story.script.searchFailure = { pages: 0, error: new Transient('503') };
    await expect(story.receive(await firstSlice())).rejects.toThrow(Transient);
    story.script.searchFailure = undefined;
    expect(await story.receive(await firstSlice())).toMatchObject({ state: 'done' });
  });

  it('of an unknown shop is refused with what to do', async () => {
    const ports = { shops: new FakeShops(), outbox: new FakeOutbox(), clock: new FakeClock() };
    const order = { shop: 'nobody', from: daysAgo(2), to: hoursAgo(1), notify: false };
    await expect(backfill(order, ports)).rejects.toThrow(Rejected);
    await expect(backfill(order, ports)).rejects.toThrow(/shop nobody is not configured/);
  });

  it.each([{ paused: true }, { leaving: { since: hoursAgo(2), until: hoursAgo(-1) } }] as const)(
    'of a shop that nobody looks at (%o) is refused with what to do',
    async (changes) => {
      const shop = aShop(changes);
      const ports = { shops: new FakeShops([shop]), outbox: new FakeOutbox(), clock: new FakeClock() };
      const order = { shop: shop.id, from: daysAgo(2), to: hoursAgo(1), notify: false };
      await expect(backfill(order, ports)).rejects.toThrow(`take it up again with tidewatch shop resume ${shop.id}`);
      expect(ports.outbox.sweeps).toEqual([]);
    },
  );
});
