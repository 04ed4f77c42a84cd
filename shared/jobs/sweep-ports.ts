import type { Instant } from '../domain/time.ts';
import type { Policy } from '../policies/policy.ts';
import type { ActBook } from '../ports/acts.ts';
import type { Cases } from '../ports/cases.ts';
import type { Clock } from '../ports/clock.ts';
import type { DayLog } from '../ports/day-log.ts';
import type { DeedBook } from '../ports/deeds.ts';
import type { Hints } from '../ports/hints.ts';
import type { LongLists } from '../ports/long-lists.ts';
import type { Marketplaces } from '../ports/marketplace.ts';
import type { Outbox } from '../ports/messaging.ts';
import type { OrderBook } from '../ports/order-book.ts';
import type { ChannelStates, Quarantine, RunLog, Shops } from '../ports/records.ts';
import type { Scores } from '../ports/scores.ts';
import type { SecondTraces } from '../ports/second-traces.ts';
import type { TraceSources } from '../ports/trace-source.ts';
import type { Watches } from '../ports/watch.ts';

/** Everything a sweep touches. */
export interface SweepPorts {
  readonly clock: Clock;
  readonly shops: Shops;
  readonly watches: Watches;
  readonly book: OrderBook;
  readonly quarantine: Quarantine;
  readonly runs: RunLog;
  /** What people wrote down; a sweep only reads it. */
  readonly deeds: Pick<DeedBook, 'ofShard' | 'find'>;
  readonly acts: Pick<ActBook, 'list'>;
  readonly cases: Pick<Cases, 'list' | 'put'>;
  readonly dayLog: DayLog;
  readonly scores: Scores;
  readonly secondTraces: SecondTraces;
  readonly sources: TraceSources;
  readonly lists: LongLists;
  readonly hints: Pick<Hints, 'deauthorizedAt'>;
  readonly channelStates: Pick<ChannelStates, 'list'>;
  readonly outbox: Outbox;
  readonly marketplaces: Marketplaces;
  readonly policy: Policy;
  /** Unique to this invocation: a later one takes the lease over, and this one's writes of the watch then fail. */
  readonly holder: string;
  /** Wall-clock time at which to stop, keep the progress and continue in a further message. */
  readonly until: Instant;
}
