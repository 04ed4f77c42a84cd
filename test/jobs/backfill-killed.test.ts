import { expect, describe, it } from 'vitest';
import { after, hours, instant, seconds } from '../../shared/domain/time.ts';
import { backfill, resumeBackfill } from '../../shared/jobs/backfill.ts';
import type { SweepRequest } from '../../shared/ports/messaging.ts';
import { aDeliveredOrder, anOrder } from '../support/an-order.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { Crash } from '../support/crash-plan.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeOutbox } from '../support/fake-outbox.ts';
import { FakeShops } from '../support/fake-shops.ts';
import { daysAgo, hoursAgo, now } from '../support/moments.ts';

/** Twenty days of delivered orders, some open ones, and one that nobody can read. */
async function aShopWithHistory(): Promise<SweepStory> {
  const story = new SweepStory();
  await story.begin();
  const { shop, tiktok } = story;
  for (let day = 1; day <= 20; day += 1) {
    const at = daysAgo(day);
    const id = `order-${day}`;
    const order = day % 5 === 0 ? anOrder : aDeliveredOrder;
    tiktok.upsert(shop.id, order({ id, createdAt: at, updatedAt: after(at, hours(1)) }));
  }
  story.script.malformed.push({ id: 'odd', paths: ['orders[].status'], updatedAt: daysAgo(15) });
  // Every look at the clock takes a second, so that progress is written down in between.
  const wall = story.clock.wall.bind(story.clock);
  story.clock.wall = () => {
    story.clock.wallTime = after(story.clock.wallTime, seconds(1));
    return wall();
  };
  return story;
}

async function firstSlice(started = now, notify = false): Promise<SweepRequest> {
  const outbox = new FakeOutbox();
  const ports = { shops: new FakeShops([aShop()]), outbox, clock: new FakeClock(after(started, hours(2))) };
  await backfill({ shop: aShop().id, from: daysAgo(25), to: hoursAgo(2), notify, now }, ports);
  const [first] = outbox.sweeps;
  if (!first) throw new Error('no message was sent');
  return first;
}

/** To its end; a message whose function dies comes again. */
async function toTheEnd(story: SweepStory, first: SweepRequest): Promise<void> {
  let request: SweepRequest | undefined = first;
  while (request) {
    try {
      const { state } = await story.receive(request);
      request = state === 'continued' ? story.outbox.sweeps.at(-1) : undefined;
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      story.plan.revive();
      story.outbox.forgetSteps();
    }
  }
}

async function stateOf(story: SweepStory, { run }: SweepRequest) {
  const { tally, ...record } = (await story.runs.find(story.shop.id, run)) ?? {};
  // What was judged and stored before the kill is not judged again.
  const { pulled, closed, quarantined } = tally ?? {};
  return {
    open: story.book.open(story.shop.id),
    shelved: story.book.shelved(story.shop.id),
    quarantined: await story.quarantine.list(story.shop.id),
    record,
    counts: { pulled, closed, quarantined },
    notices: new Set(story.outbox.notices.map(({ id }) => id)),
  };
}

describe('a backfill that is killed', async () => {
  const whole = await aShopWithHistory();
  const request = await firstSlice(now, true);
  whole.plan.revive();
  await toTheEnd(whole, request);
  const points = whole.plan.points;
  const undisturbed = await stateOf(whole, request);

  it('has something to lose', () => {
    expect(undisturbed).toMatchObject({ record: { state: 'done' }, counts: { pulled: 21, quarantined: 1 } });
    expect(whole.plan.passed.filter((point) => point === 'after runLog.record').length).toBeGreaterThan(3);
    expect(undisturbed.open.length).toBe(4);
  });

  it('once, at any point, leaves what an undisturbed one leaves, counts and all', async () => {
    for (let point = 1; point <= points; point += 1) {
      const story = await aShopWithHistory();
      story.plan.revive();
      story.plan.crashAt(point);
      await toTheEnd(story, request);
      expect(await stateOf(story, request), `killed at ${point} of ${points}`).toEqual(undisturbed);
    }
  });

  it('three times, and started twice beside itself, leaves the same orders', async () => {
    const story = await aShopWithHistory();
    const [one, other] = [await firstSlice(), await firstSlice(instant(now + 1))];
    story.plan.revive();
    for (const point of [12, 25, 38]) {
      story.plan.revive();
      story.plan.crashAt(point);
      await expect(story.receive(one)).rejects.toThrow(Crash);
      story.plan.revive();
      story.outbox.forgetSteps();
      await story.receive({ ...other, step: point });
    }
    await toTheEnd(story, one);
    await toTheEnd(story, other);
    const alone = await aShopWithHistory();
    await toTheEnd(alone, one);
    // Which of the two met an order is all that tells them apart.
    const orders = ({ book, shop }: SweepStory): unknown =>
      JSON.parse(JSON.stringify([book.open(shop.id), book.shelved(shop.id)]).replaceAll(other.run, one.run));
    expect(orders(story)).toEqual(orders(alone));
  });
});

describe('a backfill whose message is lost', () => {
  it('goes on where it was, once somebody says so', async () => {
    const story = await aShopWithHistory();
    const request = await firstSlice();
    const { shop, run } = { shop: story.shop.id, run: request.run };
    const ports = { shops: story.shops, runs: story.runs, outbox: story.outbox, clock: story.clock };
    await expect(resumeBackfill({ shop, run }, ports)).rejects.toThrow(/no backfill .* has begun/);
    story.plan.revive();
    story.plan.crashAt(90);
    await expect(story.receive(request)).rejects.toThrow(Crash);
    story.plan.revive();
    const reached = (await story.runs.find(shop, run))?.progress?.reached;
    await resumeBackfill({ shop, run }, ports);
    const again = story.outbox.sweeps.at(-1);
    expect(again).toMatchObject({ run, reached, from: request.kind === 'backfill' ? request.from : 0 });
    if (again) await toTheEnd(story, again);
    expect(await story.runs.find(shop, run)).toMatchObject({ state: 'done', tally: { pulled: 21 } });
    await expect(resumeBackfill({ shop, run }, ports)).rejects.toThrow(/is done: start another one/);
  });
});

describe('a backfill that is cancelled', () => {
  it('ends soon, says so, keeps what it has read, and begins no more', async () => {
    const story = await aShopWithHistory();
    const request = await firstSlice();
    story.plan.revive();
    story.plan.meanwhileAt(30, () => void story.runs.cancel(story.shop.id, request.run, now));
    await toTheEnd(story, request);
    const record = await story.runs.find(story.shop.id, request.run);
    expect(record?.state).toBe('cancelled');
    expect(record?.progress?.reached).toBeLessThan(hoursAgo(2));
    expect(story.book.shelved(story.shop.id).length).toBeGreaterThan(0);
    const { puts } = story.book;
    expect(await story.receive({ ...request, step: 99 })).toMatchObject({ state: 'done' });
    expect(story.book.puts).toBe(puts);
  });
});
