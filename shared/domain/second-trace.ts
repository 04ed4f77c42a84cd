import type { ToldMilestone } from './milestone.ts';
import type { Instant } from './time.ts';

/** One scan as somebody other than TikTok tells it. */
export interface CarrierEvent {
  readonly at: Instant;
  /** At most 200 characters; empty where it is not kept. */
  readonly text: string;
  readonly milestone: ToldMilestone;
  /** `stated`: the source names the zone of its time. `assumed`: it gave a bare local time. */
  readonly zone: 'stated' | 'assumed';
  /** Written down by people, so that no source can take it back. */
  readonly imported?: true;
}

/** What a source independent of TikTok says of one parcel number. Events ascend. */
export interface SecondTrace {
  readonly number: string;
  /** Who says so: `17track`, `csv`; of what people imported beside it, each event says that itself. */
  readonly source: string;
  /** When the source was asked or the file imported. */
  readonly askedAt: Instant;
  /**
   * `pending`: nothing is known yet. `not-found`: the source looked and the carrier has no scan. `unreadable`: it
   * cannot follow this carrier or number, or nothing that it says can be read.
   */
  readonly state: 'pending' | 'traced' | 'not-found' | 'unreadable';
  /** The shop's source has been told of the number and can be asked about it. */
  readonly announced?: true;
  /** Who carries the number, in the source's words. */
  readonly carrier?: string;
  /** The source's own status, raw: `InTransit_CustomsProcessing`. */
  readonly status?: string;
  readonly events: readonly CarrierEvent[];
}

/** What people imported from files. */
export const fileSource = 'csv';

/** A parcel has some twenty scans; of a number that was given out again the newest are wanted. */
const mostEvents = 40;

/** Older ones are compared by time and milestone alone (house rule, 2026-11). */
const mostTexts = 10;

/** Each scan once, the oldest first: one moment and one milestone are one scan, the last given. */
export function scansOnce(events: readonly CarrierEvent[]): readonly CarrierEvent[] {
  const known = new Map<string, CarrierEvent>();
  for (const event of events) {
    const key = `${event.at} ${event.milestone}`;
    const before = known.get(key);
    known.set(key, event.text === '' && before ? { ...event, text: before.text } : event);
  }
  const newest = [...known.values()].toSorted((one, other) => one.at - other.at).slice(-mostEvents);
  const told = newest.length - mostTexts;
  return newest.map((event, place) => (place < told && event.text !== '' ? { ...event, text: '' } : event));
}
