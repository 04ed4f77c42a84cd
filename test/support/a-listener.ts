import type { Shop } from '../../shared/domain/shop.ts';
import { hours, type Instant } from '../../shared/domain/time.ts';
import { anOrder } from './an-order.ts';
import { aShop } from './a-shop.ts';
import { SweepStory } from './a-sweep.ts';
import type { Spoil } from './spoil.ts';

export const owner = { address: 'owner@shop.example', locale: 'en' } as const;
export const night = { from: '22:00', to: '08:00' } as const;

/** The world begins on a Thursday noon in London; the first sweep after the first look is at 13:00. */
export async function aListener(changes: Spoil<Shop> = {}): Promise<SweepStory> {
  const story = new SweepStory(aShop({ recipients: [owner], ...changes }));
  await story.begin();
  return story;
}

/** An order of which people hear 13 hours after it was placed, and again 25 hours after it. */
export function place(story: SweepStory, id: string, createdAt: Instant): void {
  story.tiktok.upsert(story.shop.id, anOrder({ id, createdAt, updatedAt: story.clock.worldTime }));
}

export function confirm(story: SweepStory, id: string, createdAt: Instant): void {
  const now = story.clock.worldTime;
  story.tiktok.upsert(story.shop.id, anOrder({ id, createdAt, confirmedAt: now, updatedAt: now }));
}

/** What each receiver was told since it was last asked, as `receiver: transition stage`. */
export function heard(story: SweepStory): readonly string[] {
  return story.outbox.notices.splice(0).flatMap(({ channel, lines }) =>
    lines
      // That so many orders came late is said as well, and is not what is looked at here.
      .filter(({ check }) => check !== 'order-sync')
      .map(({ transition, stage }) => `${channel.id}: ${transition} ${stage}`),
  );
}

/** Hourly sweeps up to an hour of the wall clock, with what was heard at which hour. */
export async function until(story: SweepStory, hour: number): Promise<readonly string[]> {
  const all: string[] = [];
  do {
    await story.sweepAfter(hours(1));
    const at = new Date(story.clock.worldTime).getUTCHours();
    all.push(...heard(story).map((line) => `${at} ${line}`));
  } while (new Date(story.clock.worldTime).getUTCHours() !== hour);
  return all;
}
