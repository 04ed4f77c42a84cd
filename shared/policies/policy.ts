import type { Market, SellerType } from '../domain/shop.ts';
import type { Duration, Instant } from '../domain/time.ts';

/** The clocks a clause can set. */
export type Clock = 'confirm-by' | 'pickup-by' | 'trace-silent' | 'deliver-by' | 'credential-life';

/** How a line follows from a clock's start. */
export type DeadlineForm =
  | { readonly form: 'hours'; readonly length: Duration }
  /** The end (23:59:59) of the day that lies `days` calendar days after the start, in the market's zone. */
  | { readonly form: 'calendar-days'; readonly days: number };

/** One dated rule of a policy pack. */
export interface Clause {
  /** Unique within its pack, e.g. `deliver-by-gb`. */
  readonly id: string;
  readonly clock: Clock;
  /** Markets it holds in; left out = all of them. */
  readonly markets?: readonly Market[];
  readonly sellerTypes?: readonly SellerType[];
  /** In force for clocks that start at or after `from` and before `to` (ISO dates, UTC). */
  readonly from?: string;
  readonly to?: string;
  readonly deadline: DeadlineForm;
  /** The seller-facing rule in our own words. */
  readonly rule: string;
  readonly source: string;
}

export interface Pack {
  readonly id: string;
  readonly clauses: readonly Clause[];
}

/** A clause together with the pack it was found in. */
export interface ClauseInForce {
  readonly pack: string;
  readonly clause: Clause;
}

export interface Policy {
  /** The first pack of the shop's list with a clause in force at the clock's start; undefined = no deadline known. */
  clause(
    clock: Clock,
    where: {
      readonly market: Market;
      readonly sellerType: SellerType;
      readonly packs: readonly string[];
      readonly startedAt: Instant;
    },
  ): ClauseInForce | undefined;
}
