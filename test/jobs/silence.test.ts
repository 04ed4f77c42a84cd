import { describe, expect, it } from 'vitest';
import { days, hours } from '../../shared/domain/time.ts';
import { Transient } from '../../shared/ports/errors.ts';
import { anOrderInTransit } from '../support/an-order.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { daysAgo } from '../support/moments.ts';

const id = '578230114599817301';

describe('a parcel that falls silent', () => {
  it('is asked about only when it matters, and speaks again when a scan appears', async () => {
    const story = new SweepStory(aShop({ market: 'BR', lookEvery: days(30) }));
    await story.begin();
    const collected = story.clock.worldTime;
    story.tiktok.upsert(
      story.shop.id,
      anOrderInTransit({ createdAt: collected, collectedAt: collected, updatedAt: collected }),
      {
        scans: [collected],
      },
    );
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
