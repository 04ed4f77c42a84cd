import type { CarrierEvent, SecondTrace } from '../../shared/domain/second-trace.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { now } from './moments.ts';

export function aCarrierEvent(at: Instant, changes: Partial<CarrierEvent> = {}): CarrierEvent {
  return {
    at,
    text: 'Arrived at sorting centre',
    milestone: 'arrived-destination-facility',
    zone: 'stated',
    ...changes,
  };
}

/** What 17TRACK says of a parcel's number: traced, at these times. */
export function aSecondTrace(number: string, at: readonly Instant[], changes: Partial<SecondTrace> = {}): SecondTrace {
  return {
    number,
    source: '17track',
    askedAt: now,
    state: 'traced',
    events: at.map((time) => aCarrierEvent(time)),
    ...changes,
  };
}
