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
  /** Those to come as well: TikTok shows a scan when its time has come. */
  readonly #scans = new Map<string, readonly Instant[]>();

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
    this.#scans.set(order.id, scans);
    story.tiktok.upsert(story.shop.id, order, { scans: [last] });
  }

  /** What the carriers say of the silent ones. */
  tell(stuck: 'export-customs-held' | 'moving'): void {
    for (let place = 0; place < this.silent; place += 1) {
      const event = aCarrierEvent(this.last, { milestone: 'export-customs-held', text: 'Held at export customs' });
      const later = aCarrierEvent(after(this.last, hours(40)), { text: 'Departed' });
      this.story.source.tells(numberOf(place), stuck === 'moving' ? [event, later] : [event]);
    }
  }

  /** From now on these are scanned no more, and stand at a border. */
  halt(places: readonly number[]): void {
    const { story } = this;
    for (const place of places) {
      const seen = this.#upTo(orderId(place), story.clock.worldTime);
      this.#scans.set(orderId(place), seen);
      story.source.tells(numberOf(place), [
        aCarrierEvent(seen.at(-1) ?? this.last, { milestone: 'export-customs-held', text: 'Held at export customs' }),
      ]);
    }
  }

  #upTo(order: string, now: Instant): readonly Instant[] {
    return (this.#scans.get(order) ?? []).filter((at) => at <= now);
  }

  /** What the next sweep will see. */
  #show(now: Instant): void {
    for (const id of this.#scans.keys()) this.story.script.traces.set(id, { scans: this.#upTo(id, now) });
  }

  async sweepUntil(wait: Duration): Promise<readonly string[]> {
    const { story } = this;
    const heard: string[] = [];
    while (story.clock.worldTime < after(this.last, wait)) {
      this.#show(after(story.clock.worldTime, hours(1)));
      await story.sweepAfter(hours(1));
      this.spoken.push(...(story.lastNotice()?.lines ?? []));
      heard.push(...story.heard());
    }
    return heard;
  }

  /** TikTok shows a scan of these parcels now. */
  scan(places: readonly number[]): void {
    const now = this.story.clock.worldTime;
    for (const place of places) this.#scans.set(orderId(place), [...this.#upTo(orderId(place), now), now]);
    this.#show(now);
  }
}
