import { alignTraces, farthestZone, shifted } from './align-traces.ts';
import { carrierKey } from './carrier-name.ts';
import type { ToldMilestone } from './milestone.ts';
import { isCollected, lastMoved, type Order, type Trace } from './order.ts';
import { fileSource, type CarrierEvent, type SecondTrace } from './second-trace.ts';
import { age, after, before, hours, type Duration, type Instant } from './time.ts';

/** Why nothing follows from a second trace, so that a person has to look at the carrier's own site. */
export type Unreadable = 'no-number' | 'not-followed' | 'not-found' | 'other-parcel' | 'nothing-in-common' | 'unclear';

/** What the second source adds to TikTok's trace of a silent order. */
export type Opinion =
  /** Asked, and no answer yet. */
  | { readonly is: 'pending' }
  | { readonly is: 'unreadable'; readonly because: Unreadable }
  /** The number is known, and no carrier has scanned it. */
  | { readonly is: 'unscanned' }
  /** The carrier has nothing newer than TikTok; `last` is its newest scan. */
  | { readonly is: 'silent'; readonly last?: CarrierEvent }
  /** The carrier has scans that TikTok lacks; `first` is the oldest of them, by TikTok's reckoning. */
  | {
      readonly is: 'newer';
      readonly first: CarrierEvent;
      readonly source: string;
      /** Added to the carrier's times so that they fit TikTok's. */
      readonly shift: Duration;
    };

/** TikTok takes over scans within the hour; what is not there after this is stuck (assumed, 2026-11). */
const syncTime = hours(6);

/** A label may be made before TikTok has the order, but no day before. */
const beforeOrder = hours(24);

/** What a carrier writes without having the parcel in its hands. */
const paperwork: ReadonlySet<ToldMilestone> = new Set(['label-created', 'information-only']);

/** Beside these, what it writes of a parcel that it came for in vain. */
const withoutParcel: ReadonlySet<ToldMilestone> = new Set([
  ...paperwork,
  'exception-other',
  'exception-address',
  'exception-lost-damaged',
  'unrecognised',
]);

/** That nothing is newer holds for a day: whoever could not be asked since may have news. */
const answerLife = hours(24);

/**
 * Compares TikTok's trace with what another source says of each of the order's parcels. TikTok shows one trace per
 * order, whichever parcel it is of: so only when every parcel has moved on is it sure that TikTok lacks something.
 */
export function compareTraces(order: Order, trace: Trace, seconds: readonly SecondTrace[], now: Instant): Opinion {
  const opinions = order.parcels.flatMap(({ number, carrier = order.carrier }): readonly Opinion[] => {
    if (number === undefined) return [{ is: 'unreadable', because: 'no-number' }];
    const second = seconds.find((one) => one.number === number);
    return [second ? freshOpinion(opinionOf(order, trace, second, carrier, now), second, now) : { is: 'pending' }];
  });
  for (const is of byWeight) {
    const found = opinions.find((opinion) => opinion.is === is);
    if (found) return found;
  }
  return { is: 'unreadable', because: 'no-number' };
}

/** A parcel that stands still decides over one that moves, and a missing answer over one that accuses TikTok. */
const byWeight = ['silent', 'unscanned', 'pending', 'unreadable', 'newer'] as const satisfies Opinion['is'][];

function freshOpinion(opinion: Opinion, { askedAt }: SecondTrace, now: Instant): Opinion {
  const isDenial = opinion.is === 'silent' || opinion.is === 'unscanned';
  return isDenial && age(askedAt, now) > answerLife ? { is: 'pending' } : opinion;
}

function opinionOf(
  order: Order,
  trace: Trace,
  second: SecondTrace,
  carrier: string | undefined,
  now: Instant,
): Opinion {
  switch (second.state) {
    case 'pending':
      return { is: 'pending' };
    case 'unreadable':
      return { is: 'unreadable', because: 'not-followed' };
    case 'not-found':
      return isCollected(order) ? { is: 'unreadable', because: 'not-found' } : { is: 'unscanned' };
    case 'traced':
      return isCollected(order) ? afterPickUp(order, trace, second, now) : beforePickUp(order, second, carrier, now);
  }
}

/** TikTok knows no scan to compare with, so number and carrier alone say whose parcel it is. */
function beforePickUp(order: Order, second: SecondTrace, carrier: string | undefined, now: Instant): Opinion {
  if (isReused(order, second) || isOtherCarrier(second.carrier, carrier))
    return { is: 'unreadable', because: 'other-parcel' };
  const scans = second.events.filter(({ milestone }) => !paperwork.has(milestone));
  const first = scans.find(({ milestone }) => !withoutParcel.has(milestone));
  if (!first) return scans.length > 0 ? { is: 'unreadable', because: 'unclear' } : { is: 'unscanned' };
  // Its zone may be off by half a day either way: only what is past in every zone has had time to arrive.
  const certain = first.zone === 'stated' ? first.at : after(first.at, farthestZone);
  return age(certain, now) > syncTime ? newer(first, second, 0 as Duration) : { is: 'pending' };
}

function afterPickUp(order: Order, trace: Trace, second: SecondTrace, now: Instant): Opinion {
  const last = lastMoved(order, trace);
  const events = eventsOfOrder(order, second);
  if (last === undefined) return { is: 'unreadable', because: 'nothing-in-common' };
  if (events.length === 0)
    return { is: 'unreadable', because: second.events.length > 0 ? 'other-parcel' : 'not-found' };
  const aligned = laidBeside(order, trace, second);
  if (!aligned) return { is: 'unreadable', because: isReused(order, second) ? 'other-parcel' : 'nothing-in-common' };
  const missing = aligned.filter(({ event }) => event.at > after(last, sameScan) && !paperwork.has(event.milestone));
  const first = missing.find(({ event }) => event.milestone !== 'unrecognised' && age(event.at, now) > syncTime);
  if (first) return newer(first.event, second, first.shift);
  if (missing.some(({ event }) => age(event.at, now) > syncTime)) return { is: 'unreadable', because: 'unclear' };
  const newest = aligned.at(-1)?.event;
  return missing.length > 0 ? { is: 'pending' } : { is: 'silent', ...(newest && { last: newest }) };
}

/** What a carrier tells of the order's own parcel: numbers are given out again. */
export function eventsOfOrder({ createdAt }: Order, { events }: SecondTrace): readonly CarrierEvent[] {
  return events.filter(({ at }) => at >= before(createdAt, hours(48)));
}

/** The carrier's events by TikTok's clock; undefined where the two traces cannot be laid side by side. */
export function laidBeside(order: Order, trace: Trace, second: SecondTrace): readonly AlignedEvent[] | undefined {
  const last = lastMoved(order, trace);
  return last === undefined ? undefined : alignedEvents(timesOf(order, trace), eventsOfOrder(order, second), last);
}

/** Of events by TikTok's clock: those that an opinion says TikTok lacks. */
export function isMissing(event: CarrierEvent, opinion: Opinion): boolean {
  return opinion.is === 'newer' && event.at >= opinion.first.at && !paperwork.has(event.milestone);
}

/**
 * Some scan shows for certain that the carrier had a parcel of the order by then: its own parcel, in whatever zone the
 * scan was written.
 */
export function wasInHandsBy(order: Order, seconds: readonly SecondTrace[], line: Instant): boolean {
  return seconds.some((second) => {
    const parcel = order.parcels.find(({ number }) => number === second.number);
    if (isReused(order, second) || isOtherCarrier(second.carrier, parcel?.carrier ?? order.carrier)) return false;
    const scans = second.events.filter(({ milestone }) => !withoutParcel.has(milestone));
    return scans.some(({ at, zone }) => (zone === 'stated' ? at : after(at, farthestZone)) <= line);
  });
}

export interface AlignedEvent {
  readonly event: CarrierEvent;
  readonly shift: Duration;
}

/**
 * The carrier's events by TikTok's clock, the oldest first. Those with a zone and those without are laid beside TikTok's
 * apart, for only one kind may be off. Undefined where neither fits, or where what does not fit could be news.
 */
function alignedEvents(
  known: readonly Instant[],
  events: readonly CarrierEvent[],
  last: Instant,
): readonly AlignedEvent[] | undefined {
  const aligned: AlignedEvent[] = [];
  for (const some of Map.groupBy(events, ({ zone }) => zone).values()) {
    const alignment = alignTraces(known, some);
    if (alignment) aligned.push(...some.map((event) => ({ event: shifted(event, alignment), shift: alignment.shift })));
    else if (some.some(({ at }) => at > before(last, farthestZone))) return undefined;
  }
  return aligned.length === 0 ? undefined : aligned.toSorted((one, other) => one.event.at - other.event.at);
}

/** Two feeds may tell of one scan some minutes apart. */
const sameScan = hours(1);

function newer(first: CarrierEvent, { source }: SecondTrace, shift: Duration): Opinion {
  return { is: 'newer', first, source: first.imported ? fileSource : source, shift };
}

/** Every scan of TikTok's, and the pick-up, which is one too. */
function timesOf({ collectedAt }: Order, { scans }: Trace): readonly Instant[] {
  const times = new Set(collectedAt === undefined ? scans : [...scans, collectedAt]);
  return [...times].toSorted((one, other) => one - other);
}

/** Carriers give their numbers out again: events from before the order are another parcel's. */
function isReused({ createdAt }: Order, { events }: SecondTrace): boolean {
  const first = events.at(0);
  return first !== undefined && first.at < before(createdAt, beforeOrder);
}

function isOtherCarrier(one: string | undefined, other: string | undefined): boolean {
  const [first, second] = [carrierKey(one ?? ''), carrierKey(other ?? '')];
  // A name that nobody gave is in every other.
  return !first.includes(second) && !second.includes(first);
}
