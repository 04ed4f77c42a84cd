import { describe, expect, it } from 'vitest';
import type { Order } from '../../shared/domain/order.ts';
import { after, days, hours, minutes, type Instant } from '../../shared/domain/time.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import { aDeliveredOrder, anOrder, anOrderInTransit } from '../support/an-order.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { daysAgo, hoursAgo, now } from '../support/moments.ts';

const id = '578230114599817301';

/** An unconfirmed order placed so that it is overdue at `now`. */
const late = anOrder({ createdAt: hoursAgo(25), updatedAt: hoursAgo(25) });

/** An order that could not be met before. */
function paidAt(moment: Instant): Pick<Order, 'createdAt' | 'paidAt'> {
  return { createdAt: moment, paidAt: moment };
}

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
    // The one order there is was confirmed late, and one order is no rate.
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
      anOrderInTransit({ ...paidAt(moment), collectedAt: daysAgo(4), updatedAt: after(moment, minutes(-9)) }),
    );
    story.tiktok.upsert(
      story.shop.id,
      anOrder({ id: 'second', ...paidAt(moment), updatedAt: after(moment, minutes(-8)) }),
    );
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

describe('TikTok is down before the watch has begun', () => {
  it('never says that all is quiet, and reports once it can', async () => {
    const story = new SweepStory();
    story.script.searchFailure = { pages: 0, error: new Transient('connection refused') };
    const first = await story.sweep();
    expect(first.runs[0]?.record).not.toHaveProperty('lag');
    expect(story.heard()).toEqual(['opened feed-refused']);
    await story.sweepAfter(hours(1));
    expect(story.lastNotice()).toBeUndefined();
    story.script.searchFailure = undefined;
    await story.sweepAfter(hours(1));
    expect(story.lastNotice()).toMatchObject({ kind: 'first-look', counts: { resolved: 1 } });
  });
});

describe('TikTok answers no traces', () => {
  const refusal = new Rejected('105005 scope missing', 'credential');

  it('is one finding about the shop, not silence about every parcel', async () => {
    const story = new SweepStory(aShop({ market: 'BR' }));
    await story.begin();
    const moment = story.clock.worldTime;
    story.tiktok.upsert(
      story.shop.id,
      anOrderInTransit({ ...paidAt(moment), collectedAt: daysAgo(4), updatedAt: moment }),
    );
    story.script.traceFailures.set('*', refusal);
    await story.sweep();
    expect(story.heard()).toEqual(['opened traces-refused']);
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual([]);
    story.script.traceFailures.clear();
    await story.sweepAfter(hours(1));
    expect(story.heard().toSorted()).toEqual(['opened tracking-stale', 'resolved traces-refused']);
  });

  it('is no outage when one order alone cannot be read', async () => {
    const story = new SweepStory(aShop({ market: 'BR' }));
    await story.begin();
    const moment = story.clock.worldTime;
    story.tiktok.upsert(
      story.shop.id,
      anOrderInTransit({ ...paidAt(moment), collectedAt: daysAgo(4), updatedAt: moment }),
    );
    story.script.traceFailures.set('*', new Rejected('21008111 not of this seller'));
    await story.sweep();
    expect(story.shopFindings()).toEqual([]);
    expect(story.watches.peek(story.shop.id)?.lookedUntil).toBe(moment);
  });

  it('believes no answer that ends before what is known', async () => {
    const story = new SweepStory(aShop({ market: 'BR' }));
    await story.begin();
    const order = anOrderInTransit({
      ...paidAt(daysAgo(5)),
      collectedAt: daysAgo(4),
      updatedAt: story.clock.worldTime,
    });
    story.tiktok.upsert(story.shop.id, order, { scans: [daysAgo(4), hoursAgo(2)] });
    await story.sweep();
    story.script.traces.set(id, { scans: [daysAgo(4)] });
    await story.sweepAfter(hours(30));
    expect(story.findings()).toEqual([]);
  });
});

describe('an end that nobody could be told of', () => {
  it('is told when the silence lifts', async () => {
    const story = new SweepStory();
    story.tiktok.upsert(story.shop.id, late);
    await story.sweep();
    story.heard();
    const moment = after(now, minutes(30));
    story.script.pageSize = 1;
    story.tiktok.upsert(story.shop.id, aDeliveredOrder({ createdAt: late.createdAt, updatedAt: moment }));
    story.tiktok.upsert(
      story.shop.id,
      anOrder({ id: 'other', createdAt: moment, updatedAt: after(moment, minutes(1)) }),
    );
    story.script.searchFailure = { pages: 1, error: new Transient('503') };
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual(['opened feed-refused']);
    await story.sweepAfter(hours(1));
    story.script.searchFailure = undefined;
    await story.sweepAfter(hours(1));
    expect(story.heard().toSorted()).toEqual(['resolved confirm-overdue', 'resolved feed-refused']);
    await story.sweepAfter(hours(1));
    expect(story.heard()).toEqual([]);
    expect(story.book.open(story.shop.id).map(({ order }) => order.id)).toEqual(['other']);
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
