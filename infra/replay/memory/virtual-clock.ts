import type { Instant } from '../../../shared/domain/time.ts';
import type { Clock } from '../../../shared/ports/clock.ts';

/** Both clocks show the hour that is being replayed: nothing in it waits, times out or runs out of time. */
export class VirtualClock implements Clock {
  now: Instant;

  constructor(now: Instant) {
    this.now = now;
  }

  world(): Instant {
    return this.now;
  }

  wall(): Instant {
    return this.now;
  }
}
