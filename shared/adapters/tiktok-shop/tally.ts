import type { CallCounts } from '../../ports/marketplace.ts';

/** Counts what really went out, attempt by attempt. */
export class Tally {
  readonly #counts = { search: 0, detail: 0, tracking: 0, other: 0, retries: 0 };

  add(kind: keyof CallCounts): void {
    this.#counts[kind] += 1;
  }

  /** The counts so far; a later call does not change what was answered. */
  read(): CallCounts {
    return { ...this.#counts };
  }
}
