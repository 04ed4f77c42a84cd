import type { NoticeLine } from '../../shared/domain/notice.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import { days, hours } from '../../shared/domain/time.ts';
import { Door } from './a-door.ts';
import { aShop } from './a-shop.ts';
import { SweepStory } from './a-sweep.ts';
import { anOrderInTransit } from './an-order.ts';

export const gapOrder = '578230114599817301';

/** A parcel that has been silent for 49 hours, the line that told of it, and the door that its links lead to. */
export class Gap {
  readonly story: SweepStory;
  readonly door: Door;
  readonly line: NoticeLine;

  private constructor(story: SweepStory, line: NoticeLine) {
    this.story = story;
    this.door = new Door(story);
    this.line = line;
  }

  static async open(changes: Partial<Shop> = {}): Promise<Gap> {
    // In Brazil the article knows no promise of delivery, so that the trace alone is spoken of.
    const story = new SweepStory(aShop({ market: 'BR', lookEvery: days(30), ...changes }));
    await story.begin();
    const collected = story.clock.worldTime;
    const order = anOrderInTransit({ createdAt: collected, collectedAt: collected, updatedAt: collected });
    story.tiktok.upsert(story.shop.id, order, { scans: [collected] });
    for (let hour = 0; hour <= 49; hour += 1) await story.sweepAfter(hours(1));
    const line = story.lastNotice()?.lines[0];
    if (story.heard().join() !== 'opened trace-gap-48' || !line) throw new Error('the parcel was not told of');
    return new Gap(story, line);
  }

  /** So many hourly sweeps, and what was heard. */
  async sweeps(count: number): Promise<readonly string[]> {
    for (let hour = 0; hour < count; hour += 1) await this.story.sweepAfter(hours(1));
    return this.story.heard();
  }

  get state(): string | undefined {
    return this.story.book.open(this.story.shop.id)[0]?.findings[0]?.state;
  }

  get acts() {
    return this.story.acts.peek(this.story.shop.id);
  }
}
