import { setTimeout as wait } from 'node:timers/promises';
import { type Duration, type Instant, instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';

/** This machine's clock for both the world and the wall. A replay brings its world time in the message. */
export const systemClock: Clock = { world: now, wall: now };

function now(): Instant {
  return instant(Date.now());
}

export async function sleep(time: Duration): Promise<void> {
  await wait(time);
}
