import { describe, expect, it } from 'vitest';
import { shardOf } from '../../shared/adapters/dynamo/keys.ts';
import { after, days, hours, instant, minutes } from '../../shared/domain/time.ts';
import { Crash } from '../support/crash-plan.ts';
import { anOrderInTransit } from '../support/an-order.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { hoursAgo, hoursFromNow, now } from '../support/moments.ts';

const id = '578230114599817301';

/** A parcel that moves, and that TikTok wants delivered in five hours. */
const promised = anOrderInTransit({
  collectedAt: hoursAgo(20),
  updatedAt: now,
  platform: { delivery_sla_time: hoursFromNow(5) },
});

async function aWarnedStory(): Promise<SweepStory> {
  const story = new SweepStory();
  await story.begin();
  story.tiktok.upsert(story.shop.id, promised, { scans: [now] });
  await story.sweep();
  expect(story.findings()).toEqual([`deliver-by/delivery-due-soon/${id}`]);
  story.heard();
  return story;
}

function agreeTo(story: SweepStory, until = after(story.clock.worldTime, days(4))): Promise<unknown> {
  const deed = { order: id, kind: 'extendedUntil', value: until, at: story.clock.worldTime, by: 'Li Wei' } as const;
  return story.deeds.write(story.shop.id, [deed]);
}

describe('what people write down about an order', () => {
  it('changes its verdict at the next sweep, though TikTok has nothing new to say', async () => {
    const story = await aWarnedStory();
    await agreeTo(story);
    await story.sweepAfter(hours(1));
    expect(story.findings()).toEqual([]);
    expect(story.heard()).toContain('resolved delivery-due-soon');
  });

  it('is known already when an order is met for the first time', async () => {
    const story = new SweepStory();
    await story.begin();
    await agreeTo(story);
    story.tiktok.upsert(story.shop.id, promised, { scans: [now] });
    await story.sweep();
    expect(story.findings()).toEqual([]);
  });

  it('holds when TikTok sends the order again, and speaks again when its own line comes near', async () => {
    const story = await aWarnedStory();
    await agreeTo(story, hoursFromNow(50));
    story.tiktok.upsert(story.shop.id, { ...promised, updatedAt: after(now, minutes(90)) });
    await story.sweepAfter(hours(1));
    expect(story.findings()).toEqual([]);
    await story.sweepAfter(hours(30));
    expect(story.findings()).toContain(`deliver-by/delivery-due-soon/${id}`);
  });

  it('is of its own shop alone', async () => {
    const story = await aWarnedStory();
    const deed = { order: id, kind: 'extendedUntil', value: instant(now * 2), at: now, by: 'Li Wei' } as const;
    await story.deeds.write('another', [deed]);
    await story.sweepAfter(hours(1));
    expect(story.findings()).toEqual([`deliver-by/delivery-due-soon/${id}`]);
  });

  it('counts in a backfill', async () => {
    const story = new SweepStory();
    await agreeTo(story);
    story.tiktok.upsert(story.shop.id, promised, { scans: [now] });
    const [from, to] = [hoursAgo(48), now];
    const request = { v: 1, kind: 'backfill', shop: story.shop.id, run: 'backfill-1', step: 0, notify: true } as const;
    await story.receive({ ...request, from, to, reached: from });
    expect(story.book.open(story.shop.id)).toHaveLength(1);
    expect(story.findings()).toEqual([]);
  });

  it('is read once for a shard, however many pages its orders fill, and not for one without orders', async () => {
    const story = await aWarnedStory();
    const neighbours = Array.from({ length: 4_000 }, (_, place) => `o${place}`).filter(
      (other) => shardOf(other) === shardOf(id),
    );
    for (const other of neighbours) {
      story.tiktok.upsert(story.shop.id, { ...promised, id: other, updatedAt: hoursFromNow(1) }, { scans: [now] });
    }
    await story.sweepAfter(hours(1));
    story.plan.revive();
    await story.sweepAfter(hours(1));
    const reads = story.plan.passed.filter((point) => point.startsWith('before'));
    expect(reads.filter((point) => point === 'before orderBook.read').length).toBeGreaterThan(17);
    expect(reads.filter((point) => point === 'before deeds.ofShard')).toHaveLength(1);
  });

  it('that cannot be read stops the sweep: without it the verdict would be false', async () => {
    const story = await aWarnedStory();
    story.plan.refuseNext('deeds.ofShard', new Crash('unreadable'));
    await expect(story.sweepAfter(hours(1))).rejects.toThrow('unreadable');
  });
});
