import { describe, expect, it } from 'vitest';
import { after, days, hours, iso, minutes } from '../../shared/domain/time.ts';
import { Transient } from '../../shared/ports/errors.ts';
import { aDeliveredOrder, anOrder } from '../support/an-order.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { Crash } from '../support/crash-plan.ts';
import { hoursFromNow, minutesFromNow, now } from '../support/moments.ts';

/** A shop that was looked at an hour ago, at `now`. */
async function aWatchedShop(): Promise<SweepStory> {
  const story = new SweepStory();
  await story.begin();
  return story;
}

function paid(
  id: string,
  at: ReturnType<typeof minutesFromNow>,
  updatedAt = minutesFromNow(30),
): Parameters<SweepStory['tiktok']['upsert']>[1] {
  return anOrder({ id, createdAt: at, paidAt: at, updatedAt });
}

describe('an order that an earlier sweep should have met', () => {
  it.each([
    ['paid after it', minutesFromNow(10), false],
    ['paid a quarter of an hour before it', minutesFromNow(-15), false],
    ['paid earlier still', minutesFromNow(-16), true],
  ])('%s', async (_, at, isLate) => {
    const story = await aWatchedShop();
    story.tiktok.upsert(story.shop.id, paid('new', at));
    await story.sweep();
    expect(story.heard()).toEqual(isLate ? ['opened order-sync-lag'] : []);
  });

  it('is told of once, with how many there were', async () => {
    const story = await aWatchedShop();
    for (const [id, at] of [
      ['a', -300],
      ['b', -20],
      ['c', 20],
    ] as const)
      story.tiktok.upsert(story.shop.id, paid(id, minutesFromNow(at)));
    await story.sweep();
    const [line] = story.lastNotice()?.lines.filter(({ stage }) => stage === 'order-sync-lag') ?? [];
    expect(line?.facts).toEqual({ late: 2, orders: 3, longest: minutes(360) });
    story.heard();
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['resolved order-sync-lag']);
  });

  it('is none that was paid late, was known, or was unreadable until now', async () => {
    const story = new SweepStory();
    story.tiktok.upsert(story.shop.id, paid('known', minutesFromNow(-300), minutesFromNow(-300)));
    story.script.malformed = [{ id: 'unreadable', updatedAt: minutesFromNow(-200), paths: ['orders[0].status'] }];
    await story.sweep();
    story.heard();
    story.script.malformed = [];
    const created = minutesFromNow(-300);
    story.tiktok.upsert(story.shop.id, paid('known', minutesFromNow(-300), minutesFromNow(20)));
    story.tiktok.upsert(story.shop.id, paid('unreadable', minutesFromNow(-300), minutesFromNow(25)));
    story.tiktok.upsert(
      story.shop.id,
      anOrder({ id: 'unpaid', createdAt: created, paidAt: minutesFromNow(22), updatedAt: minutesFromNow(30) }),
    );
    await story.sweepAfter(hours(1));
    expect(story.heard()).not.toContain('opened order-sync-lag');
  });

  it('is none that is too old to be watched', async () => {
    const story = await aWatchedShop();
    story.tiktok.upsert(
      story.shop.id,
      aDeliveredOrder({ createdAt: after(now, days(-61)), updatedAt: minutesFromNow(30) }),
    );
    await story.sweep();
    expect(story.heard()).toEqual([]);
  });

  it('is counted over all steps of a run', async () => {
    const story = await aWatchedShop();
    story.script.pageSize = 2;
    for (let place = 0; place < 30; place += 1)
      story.tiktok.upsert(
        story.shop.id,
        paid(`order-${place + 10}`, minutesFromNow(-300 + place), minutesFromNow(place)),
      );
    const wall = story.clock.wall.bind(story.clock);
    story.clock.wall = () => {
      story.clock.wallTime = after(story.clock.wallTime, minutes(1));
      return wall();
    };
    const run = iso(story.clock.worldTime);
    let outcome = await story.receive({ v: 1, kind: 'sweep', shop: story.shop.id, run, step: 0 }, minutes(12));
    let steps = 1;
    while (outcome.state === 'continued') {
      const next = story.outbox.sweeps.at(-1);
      if (!next || steps > 60) throw new Error('no progress');
      steps += 1;
      outcome = await story.receive(next, minutes(12));
    }
    expect(steps).toBeGreaterThan(2);
    const [line] = story.lastNotice()?.lines.filter(({ stage }) => stage === 'order-sync-lag') ?? [];
    expect(line?.facts).toMatchObject({ late: 30, orders: 30 });
  });
});

describe('a sweep that is killed on its way and repeated', () => {
  /** Two late orders, a page each. */
  async function aWatchedShopWithLateOrders(): Promise<SweepStory> {
    const story = await aWatchedShop();
    story.script.pageSize = 1;
    for (const [place, id] of ['a', 'b'].entries())
      story.tiktok.upsert(story.shop.id, paid(id, minutesFromNow(-300), minutesFromNow(20 + place)));
    return story;
  }

  async function sweepUntilDone(story: SweepStory): Promise<void> {
    await story.sweep().catch(async (error: unknown) => {
      if (!(error instanceof Crash)) throw error;
      story.plan.revive();
      await story.sweep();
    });
  }

  function told(story: SweepStory): unknown {
    return story.outbox.notices.flatMap(({ lines }) => lines).find(({ stage }) => stage === 'order-sync-lag')?.facts;
  }

  it('tells of all late orders, or of none: never of fewer than it met', async () => {
    const undisturbed = await aWatchedShopWithLateOrders();
    undisturbed.plan.revive();
    await undisturbed.sweep();
    expect(told(undisturbed)).toMatchObject({ late: 2, orders: 2 });
    for (let point = 1; point <= undisturbed.plan.points; point += 1) {
      const story = await aWatchedShopWithLateOrders();
      story.plan.revive();
      story.plan.crashAt(point);
      await sweepUntilDone(story);
      expect([undefined, told(undisturbed)], `crash at point ${point}`).toContainEqual(told(story));
    }
  });

  it('does not take back what the sweep before it told', async () => {
    const story = await aWatchedShopWithLateOrders();
    await story.sweep();
    story.clock.advance(hours(1));
    story.tiktok.upsert(story.shop.id, paid('c', minutesFromNow(70), minutesFromNow(80)));
    story.heard();
    story.plan.refuseNext('orderBook.write', new Crash('died in the pull'));
    await sweepUntilDone(story);
    expect(story.heard()).toEqual([]);
    expect(story.shopFindings()).toEqual(['order-sync/order-sync-lag']);
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['resolved order-sync-lag']);
  });
});

describe('a watch that stood still', () => {
  it('says so once, when it runs again', async () => {
    const story = await aWatchedShop();
    await story.sweep();
    await story.sweepAfter(hours(5));
    const [line] = story.lastNotice()?.lines ?? [];
    expect(line).toMatchObject({ stage: 'monitor-heartbeat-missed', since: hoursFromNow(1), facts: { gap: hours(5) } });
    expect(story.heard()).toEqual(['opened monitor-heartbeat-missed']);
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['resolved monitor-heartbeat-missed']);
  });

  it('is no news to those who heard that TikTok could not be read', async () => {
    const story = await aWatchedShop();
    story.script.searchFailure = { pages: 0, error: new Transient('503') };
    await story.sweep();
    for (let hour = 0; hour < 4; hour += 1) await story.sweepAfter(hours(1));
    story.script.searchFailure = undefined;
    story.heard();
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['resolved feed-silent']);
    expect(story.shopFindings()).toEqual([]);
  });

  it('nor to those who heard that the token is refused', async () => {
    const story = await aWatchedShop();
    const before = story.script.credentials;
    story.script.refused = true;
    story.script.credentials = { accessExpiresAt: now, refusedSince: now, refreshExpiresAt: after(now, days(300)) };
    await story.sweep();
    for (let hour = 0; hour < 4; hour += 1) await story.sweepAfter(hours(1));
    story.script.refused = false;
    story.script.credentials = before;
    story.heard();
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['resolved credential-expired']);
  });
});
