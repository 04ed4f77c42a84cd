import type { Watch, Watches } from '../../../shared/ports/watch.ts';

/** Told of the watch as it is written, beside what was there. */
export type WatchWritten = (next: Watch, previous: Watch | undefined) => void;

/** The one watch of a replay; nobody else holds its lease. */
export class MemoryWatches implements Watches {
  readonly #written: WatchWritten;
  #watch: Watch | undefined;

  constructor(written: WatchWritten) {
    this.#written = written;
  }

  read(): Promise<Watch | undefined> {
    return Promise.resolve(this.#watch);
  }

  take(): Promise<void> {
    return Promise.resolve();
  }

  write(_: string, watch: Watch): Promise<void> {
    const previous = this.#watch;
    this.#watch = watch;
    this.#written(watch, previous);
    return Promise.resolve();
  }

  get current(): Watch | undefined {
    return this.#watch;
  }
}
