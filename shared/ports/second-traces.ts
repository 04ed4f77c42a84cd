import type { SecondTrace } from '../domain/second-trace.ts';
import type { Instant } from '../domain/time.ts';

/** What other sources said of parcels, by number; kept for 90 days after it was last written. */
export interface SecondTraces {
  /** A number that nobody was asked about is not in the answer. */
  find(shop: string, numbers: readonly string[]): Promise<ReadonlyMap<string, SecondTrace>>;
  write(shop: string, traces: readonly SecondTrace[], wall: Instant): Promise<void>;
}
