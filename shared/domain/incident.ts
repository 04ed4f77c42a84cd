import { carrierKey } from './carrier-name.ts';
import type { Finding } from './finding.ts';
import { isCollected, type Order } from './order.ts';
import type { Instant } from './time.ts';

/** What many parcels may have in common: why they are silent, whose they are, and where they stand. */
export interface Cause {
  /** The stage of `silence-cause`: `carrier-stalled`. */
  readonly stage: string;
  readonly carrier: string;
  /** A `TracePlace`, or `unclear`. */
  readonly place: string;
  readonly lane: string;
}

/** The open findings with one cause, and the parcels among which they are. */
export interface IncidentSubject {
  readonly cause: Cause;
  readonly members: number;
  /** Parcels of the same carrier in the same phase, moving ones included. */
  readonly parcels: number;
  /** The share of them that is silent in usual times, between 0 and 1. */
  readonly usual: number;
  /** When half of the members had fallen silent. */
  readonly since: Instant;
  /** Of an open incident: how many people were told of last; left out where there is none. */
  readonly told?: number;
}

/** What explains a silence has a cause; a carrier that nobody names has nothing in common with another. */
export function causeOf({ check, stage, facts }: Finding, order: Order): Cause | undefined {
  const carrier = carrierOf(order);
  if (check !== 'silence-cause' || carrier === undefined) return undefined;
  // As it was when the silence was explained: a parcel that moves on leaves the lane, not the incident it was part of.
  const lane = `${carrierKey(carrier)}/${String(facts?.['phase'] ?? phaseOf(order))}`;
  return { stage, carrier, place: String(facts?.['place'] ?? 'unclear'), lane };
}

export function causeKey({ stage, lane, place }: Cause): string {
  return `${stage}/${lane}/${place}`;
}

/** The parcels that one is compared with: the same carrier's, before or after the pick-up. */
export function laneOf(order: Order): string | undefined {
  const carrier = carrierOf(order);
  return carrier === undefined ? undefined : `${carrierKey(carrier)}/${phaseOf(order)}`;
}

function phaseOf(order: Order): string {
  return isCollected(order) ? 'transit' : 'collection';
}

/** The order's, else that of its first parcel that names one. */
export function carrierOf({ carrier, parcels }: Order): string | undefined {
  return carrier ?? parcels.find((parcel) => parcel.carrier !== undefined)?.carrier;
}
