import { expect, it } from 'vitest';
import { before, days, hours } from '../../shared/domain/time.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { anOrderInTransit } from '../support/an-order.ts';

it('nobody looks at a shop that is paused, and what changed meanwhile is known when it is resumed', async () => {
  const story = new SweepStory(aShop({ market: 'BR', lookEvery: days(30) }));
  await story.begin();
  story.configure({ paused: true });
  const createdAt = story.clock.worldTime;
  story.tiktok.upsert(story.shop.id, anOrderInTransit({ createdAt, collectedAt: createdAt, updatedAt: createdAt }), {
    scans: [before(createdAt, hours(1))],
  });
  for (let hour = 0; hour < 60; hour += 1) {
    expect(await story.sweepAfter(hours(1))).toMatchObject({ state: 'paused', runs: [] });
  }
  expect([story.outbox.notices, story.book.open(story.shop.id)]).toEqual([[], []]);
  story.configure({}, 'paused');
  await story.sweepAfter(hours(1));
  expect(story.findings()).toContain('trace-silent/trace-gap-48/578230114599817301');
});
