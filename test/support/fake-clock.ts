import type { Duration, Instant } from '../../shared/domain/time.ts';
import { after } from '../../shared/domain/time.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { now } from './moments.ts';

/** Both clocks stand still until told otherwise. */
export class FakeClock implements Clock {
  worldTime: Instant;
  wallTime: Instant;

  constructor(world: Instant = now, wall: Instant = world) {
    this.worldTime = world;
    this.wallTime = wall;
  }

  world(): Instant {
    return this.worldTime;
  }

  wall(): Instant {
    return this.wallTime;
  }

  /** Moves both clocks. */
  advance(by: Duration): void {
    this.worldTime = after(this.worldTime, by);
    this.wallTime = after(this.wallTime, by);
  }
}
