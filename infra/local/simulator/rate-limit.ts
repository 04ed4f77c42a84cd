import type { CallReport, Endpoint } from './calls.ts';
import { slidingSecond } from './sliding-second.ts';

/** `wall`: real seconds, 429 above the limit. `virtual`: nobody waits, and the time it would have taken is reported. */
export type RateMode = 'wall' | 'virtual';

export interface RateLimit {
  /** False = 429. */
  admit(endpoint: Endpoint, shop: string | undefined): boolean;
  virtual(): CallReport['virtual'];
  reset(): void;
}

/** 50 calls a second for each app, shop and endpoint (guide "Rate limits", 2025-12). */
const perSecond = 50;

/** `wall` tells the time in milliseconds; only differences count. */
export function rateLimit(mode: RateMode, wall: () => number = () => performance.now()): RateLimit {
  return mode === 'wall' ? wallTime(wall) : virtualTime();
}

function wallTime(wall: () => number): RateLimit {
  const second = slidingSecond(perSecond, wall);
  return {
    admit: (endpoint, shop) => second.admit(`${shop ?? ''}/${endpoint}`),
    virtual: () => [],
    reset: () => second.reset(),
  };
}

/** The n-th request is given the first instant at which fewer than 50 lie in the second before it. */
function virtualTime(): RateLimit {
  const lines = new Map<string, { readonly endpoint: Endpoint; readonly shop: string | undefined; requests: number }>();
  return {
    admit(endpoint, shop) {
      const key = `${shop ?? ''}/${endpoint}`;
      const line = lines.get(key) ?? { endpoint, shop, requests: 0 };
      line.requests += 1;
      lines.set(key, line);
      return true;
    },
    virtual: () =>
      [...lines.values()].map((line) => ({
        ...line,
        durationMs: Math.floor((line.requests - 1) / perSecond) * 1000,
      })),
    reset: () => lines.clear(),
  };
}
