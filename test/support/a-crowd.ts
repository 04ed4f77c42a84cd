import type { Shop } from '../../shared/domain/shop.ts';
import type { NoticeLine } from '../../shared/domain/notice.ts';
import { after, before, days, hours, type Duration, type Instant } from '../../shared/domain/time.ts';
import { aCarrierEvent } from './a-second-trace.ts';
import { aShop } from './a-shop.ts';
import { SweepStory } from './a-sweep.ts';
import { anOrderInTransit, aParcel } from './an-order.ts';
import type { Spoil } from './spoil.ts';

const second = {
  market: 'BR',
  lookEvery: days(30),
  secondOpinion: { source: '17track', dailyRegistrations: 5_000 },
} as const;

export function orderId(place: number): string {
  return String(578_230_114_599_000_000n + BigInt(place));
}

function numberOf(place: number): string {
  return `YT${10_000_000 + place}`;
}

/** So many parcels of YunExpress, scanned an hour before the first look; the first `silent` of them not again. */
export class Crowd {
  readonly story: SweepStory;
  readonly last: Instant;
  readonly silent: number;
  /** Every line of the English channel. */
  readonly spoken: NoticeLine[] = [];

  constructor(parcels: number, silent: number, shop: Spoil<Shop> = {}) {
    this.story = new SweepStory(aShop({ ...second, ...shop }));
    this.last = before(this.story.clock.worldTime, hours(1));
    this.silent = silent;
    for (let place = 0; place < parcels; place += 1) this.#ship(place);
  }

  #ship(place: number): void {
    const { story, last } = this;
    const parcel = aParcel({ id: `p${place}`, number: numberOf(place), carrier: 'YunExpress' });
    const order = anOrderInTransit({
      id: orderId(place),
      createdAt: before(last, hours(30)),
      collectedAt: before(last, hours(20)),
      updatedAt: last,
      carrier: 'YunExpress',
      parcels: [parcel],
    });
    const scans = place < this.silent ? [last] : Array.from({ length: 20 }, (_, day) => after(last, days(day)));
    story.tiktok.upsert(story.shop.id, order, { scans });
  }

  /** What the carriers say of the silent ones. */
  tell(stuck: 'export-customs-held' | 'moving'): void {
    for (let place = 0; place < this.silent; place += 1) {
      const event = aCarrierEvent(this.last, { milestone: 'export-customs-held', text: 'Held at export customs' });
      const later = aCarrierEvent(after(this.last, hours(40)), { text: 'Departed' });
      this.story.source.tells(numberOf(place), stuck === 'moving' ? [event, later] : [event]);
    }
  }

  /** Traces answer scans up to now only. */
  #showUpTo(now: Instant): void {
    for (const [id, trace] of this.story.script.traces) {
      this.story.script.traces.set(id, { scans: trace.scans.filter((at) => at <= now) });
    }
  }

  async sweepUntil(wait: Duration): Promise<readonly string[]> {
    const all = new Map(this.story.script.traces);
    const heard: string[] = [];
    while (this.story.clock.worldTime < after(this.last, wait)) {
      for (const [id, trace] of all) this.story.script.traces.set(id, trace);
      this.#showUpTo(after(this.story.clock.worldTime, hours(1)));
      await this.story.sweepAfter(hours(1));
      this.spoken.push(...(this.story.lastNotice()?.lines ?? []));
      heard.push(...this.story.heard());
    }
    for (const [id, trace] of all) this.story.script.traces.set(id, trace);
    return heard;
  }

  /** TikTok shows a scan of these parcels now. */
  scan(places: readonly number[]): void {
    for (const place of places) {
      this.story.script.traces.set(orderId(place), { scans: [this.last, this.story.clock.worldTime] });
    }
  }
}
