import { bulkhead } from 'cockatiel';
import pThrottle from 'p-throttle';

/** Keeps one shop's calls within what the platform allows. */
export interface Lane {
  /** Runs the work once fewer than twenty are under way, pauses between attempts included. */
  enter<T>(work: () => Promise<T>): Promise<T>;
  /** Waits for the endpoint's next free moment. */
  pace(endpoint: string): Promise<void>;
}

/** At 200 ms an answer ten fill the limit of 50 a second; TikTok may take twice as long, and the pace keeps the limit. */
const inFlight = 20;

/**
 * Lanes by app and shop, shared by all marketplaces of a warm process. Rate limits (official, 2025-12): 50 calls a
 * second per app, shop and endpoint. Evenly spaced: a bucket that may burst sends twice that in its first second.
 */
export function openLanes(callsPerSecond: number): (appKey: string, shop: string) => Lane {
  const lanes = new Map<string, Lane>();
  return (appKey, shop) => remember(lanes, `${appKey}#${shop}`, () => openLane(callsPerSecond));
}

function openLane(callsPerSecond: number): Lane {
  const slots = bulkhead(inFlight, Number.POSITIVE_INFINITY);
  const paces = new Map<string, () => Promise<void>>();
  return {
    enter: (work) => slots.execute(work),
    pace: (endpoint) => remember(paces, endpoint, () => openPace(callsPerSecond))(),
  };
}

/** The far side counts arrivals: 2 % slower, so that 20 ms of jitter on the way do not put one too many in a second. */
const slack = 1.02;

function openPace(callsPerSecond: number): () => Promise<void> {
  return pThrottle({ limit: 1, interval: (slack * 1_000) / callsPerSecond })(async () => {});
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
