import { describe, expect, it } from 'vitest';
import { after, days, hours, minutes } from '../../shared/domain/time.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import { anOrder, anOrderInTransit } from '../support/an-order.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { daysAgo, hoursAgo, now } from '../support/moments.ts';

const id = '578230114599817301';

/** An unconfirmed order placed so that it is overdue at `now`. */
const late = anOrder({ createdAt: hoursAgo(25), updatedAt: hoursAgo(25) });

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
