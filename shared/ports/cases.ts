import type { RemedyCase } from '../domain/remedy-case.ts';

/** Remedies that were asked for, by finding and episode; kept for 61 days after they were last written. */
export interface Cases {
  list(shop: string): Promise<readonly RemedyCase[]>;
  /** Those of these keys (`remedy/check/subject#episode`) that were asked for. */
  find(shop: string, keys: readonly string[]): Promise<ReadonlyMap<string, RemedyCase>>;
  put(shop: string, cases: readonly RemedyCase[]): Promise<void>;
}
