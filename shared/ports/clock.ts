import type { Instant } from '../domain/time.ts';

/** World: orders, tokens, `now`. Wall: signatures, timeouts, rate limits, leases, TTL. They differ in replays. */
export interface Clock {
  world(): Instant;
  wall(): Instant;
}
