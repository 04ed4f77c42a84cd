import type { Order } from '../../shared/domain/order.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import type { CarrierEvent } from '../../shared/domain/second-trace.ts';
import { after, before, days, hours, minutes, type Duration, type Instant } from '../../shared/domain/time.ts';
import { aCarrierEvent } from './a-second-trace.ts';
import { aShop } from './a-shop.ts';
import { SweepStory } from './a-sweep.ts';
import { anOrderInTransit } from './an-order.ts';
import type { Spoil } from './spoil.ts';

export const parcelNumber = 'JD0002274300018';
// In Brazil the article knows no promise of delivery, so that the trace alone is spoken of.
export const second = {
  market: 'BR',
  lookEvery: days(30),
  secondOpinion: { source: '17track', dailyRegistrations: 500 },
} as const;

/** A parcel that TikTok saw three times, last an hour before the shop's first look, and then no more. */
export async function aSilentParcel(changes: Spoil<Shop> = {}, order: Spoil<Order> = {}) {
  const story = new SweepStory(aShop({ ...second, ...changes }));
  const last = before(story.clock.worldTime, hours(1));
  const scans = [before(last, minutes(1_212)), before(last, hours(15)), last];
  const [start = last] = scans;
  story.tiktok.upsert(
    story.shop.id,
    anOrderInTransit({ createdAt: before(start, hours(9)), collectedAt: start, updatedAt: last, ...order }),
    { scans, lastText: 'Departed from facility' },
  );
  await story.begin();
  return { story, scans, last };
}

/** Hourly sweeps until so long after TikTok's last scan. */
export async function sweepUntil(story: SweepStory, last: Instant, wait: Duration): Promise<readonly string[]> {
  const heard: string[] = [];
  while (story.clock.worldTime < after(last, wait)) {
    await story.sweepAfter(hours(1));
    heard.push(...story.heard());
  }
  return heard;
}

export function events(times: readonly Instant[], changes: Partial<CarrierEvent> = {}): readonly CarrierEvent[] {
  return times.map((at) => aCarrierEvent(at, changes));
}

export function causesOf(story: SweepStory): readonly string[] {
  return story.findings().filter((finding) => finding.startsWith('silence-cause/'));
}

export const sync = 'silence-cause/api-sync-failure/578230114599817301';
export const stalled = 'silence-cause/carrier-stalled/578230114599817301';
export const byHand = 'silence-cause/carrier-check-needed/578230114599817301';
