import { expect } from 'vitest';
import type { DailyDigest } from '../../shared/domain/digest.ts';
import { after, hours, iso, type Duration } from '../../shared/domain/time.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aShop } from '../support/a-shop.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { daysAgo, hoursAgo, now } from '../support/moments.ts';

/** Digests that the English mail was handed, as `day hour`. */
export function heard(story: SweepStory): readonly string[] {
  return digests(story).map((digest) => iso(digest.now).slice(0, 16));
}

export function digests({ outbox }: SweepStory): readonly DailyDigest[] {
  const mails = outbox.digests.filter(({ channel }) => channel.id === 'email:en');
  return mails.flatMap((digest) => (digest.kind === 'daily' ? [digest] : []));
}

/** A sweep as of a later moment: nobody asks where the ones between have been. */
export function leap(story: SweepStory, wait: Duration): Promise<unknown> {
  story.clock.advance(wait);
  return sweepAsOf(story);
}

export function sweepAsOf(story: SweepStory): Promise<unknown> {
  const now = story.clock.worldTime;
  return story.receive({ v: 1, kind: 'sweep', shop: story.shop.id, run: iso(now), step: 0, now });
}

/** The watch has begun the noon before; its first look was that day's report. */
export async function aWatchedShop(digest = '08:00'): Promise<SweepStory> {
  const story = new SweepStory(aShop({ digest }));
  await story.begin();
  expect(heard(story)).toEqual([]);
  return story;
}

/** Orders in every kind of trouble, and a morning on which something of each happens. */
export async function anEventfulNight(): Promise<SweepStory> {
  const story = await aWatchedShop();
  const { shop, tiktok, clock } = story;
  const evening = after(now, hours(10));
  clock.advance(hours(9));
  tiktok.upsert(shop.id, anOrder({ id: 'late', createdAt: hoursAgo(25), paidAt: evening, updatedAt: evening }));
  tiktok.upsert(shop.id, anOrder({ id: 'near', createdAt: hoursAgo(2), paidAt: evening, updatedAt: evening }));
  tiktok.upsert(shop.id, anOrder({ id: 'fresh', createdAt: hoursAgo(-8), paidAt: evening, updatedAt: evening }));
  tiktok.upsert(shop.id, anOrder({ id: 'saved', createdAt: hoursAgo(5), paidAt: evening, updatedAt: evening }));
  tiktok.upsert(
    shop.id,
    anOrderInTransit({ id: 'stale', collectedAt: daysAgo(4), paidAt: evening, updatedAt: evening }),
  );
  tiktok.upsert(
    shop.id,
    anOrderAwaitingCollection({
      id: 'unpicked',
      createdAt: daysAgo(4),
      confirmedAt: daysAgo(3),
      paidAt: evening,
      updatedAt: evening,
    }),
  );
  await sweepAsOf(story);
  const morning = after(now, hours(18));
  clock.advance(hours(11));
  tiktok.upsert(
    shop.id,
    anOrderAwaitingCollection({ id: 'saved', createdAt: hoursAgo(5), confirmedAt: morning, updatedAt: morning }),
  );
  return story;
}
