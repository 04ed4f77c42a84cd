import type { DayTotals } from '../domain/day-totals.ts';
import type { Finding } from '../domain/finding.ts';
import type { NotWatched } from '../domain/not-watched.ts';
import type { Lengths, ReportLog } from '../domain/report-state.ts';
import type { Duration, Instant } from '../domain/time.ts';
import type { CallCounts, UnreadText } from './marketplace.ts';

/** A sweep in progress: everything a continuation needs. */
export interface Run {
  /** The schedule's time, ISO 8601: orders runs and nothing else. */
  readonly id: string;
  readonly kind: 'first-look' | 'sweep';
  /** The world's time for the whole run. */
  readonly now: Instant;
  /** That time was given with the request: how long ago the run before it was says nothing about outages. */
  readonly asOf?: true;
  /** Update time from which this run pulls. */
  readonly from: Instant;
  /** How far a continuation has got through the book: shard and last order settled. */
  readonly settled?: { readonly shard: number; readonly after?: string };
  /** Set once the pull has ended, with how it ended. */
  readonly pull?: PullOutcome;
  readonly step: number;
  readonly startedAt: Instant;
  readonly tally: RunTally;
  /** How trace reads fared in the steps before. */
  readonly traces?: TraceTally;
  /**
   * Orders met for the first time in the steps before; a first look does not count them. `lost`: written when a step
   * begins to pull, and read again only if it died before it could say what it met.
   */
  readonly firstSeen?: FirstSeenTally | 'lost';
  /** What the steps before met that nobody can watch. */
  readonly notWatched?: readonly NotWatched[];
  /** How far the counting of days has got, where its step's time was up. */
  readonly count?: CountProgress;
  /** How old scans were at most when TikTok showed them, by carrier, in the steps before. */
  readonly lags?: Readonly<Record<string, Lengths>>;
}

export interface FirstSeenTally {
  readonly orders: number;
  readonly late: number;
  readonly longest: Duration;
}

/** The days as counted so far, from the shards before this one. */
export interface CountProgress {
  readonly shard: number;
  readonly days: readonly DayTotals[];
}

export interface TraceTally {
  readonly answered: number;
  /** Passing failures and refusals of the credential; one order that cannot be read is no outage. */
  readonly failed: number;
  /** A look that was due got no answer. */
  readonly missedLooks: boolean;
}

export interface PullOutcome {
  readonly outcome: 'complete' | 'refused' | 'credential';
  /** Update time up to which everything was pulled. */
  readonly reached: Instant;
  readonly because?: string;
}

/** Sums over the steps of a run. */
export interface RunTally {
  readonly pulled: number;
  readonly closed: number;
  readonly quarantined: number;
  readonly judged: number;
  /** Trace reads made only because none had been made for `lookEvery`; part of `calls.tracking`. */
  readonly looks: number;
  readonly calls: CallCounts;
  readonly durationMs: number;
  /** Texts of scans that nobody understood; left out: none. */
  readonly unread?: readonly UnreadText[];
}

export interface WatchFinding {
  readonly subject: { readonly kind: 'credential' | 'shop' | 'incident'; readonly id: string };
  readonly finding: Finding;
}

/** The shop's one item of sweep state. */
export interface Watch {
  readonly watermark?: Instant;
  /** The first sweep has reached its `now`. */
  readonly firstLookDone: boolean;
  /** Every parcel that was due a look at or before this instant has been looked at. */
  readonly lookedUntil?: Instant;
  /** `now` of the run that last counted the days. */
  readonly countedAt?: Instant;
  readonly run?: Run;
  /** The last run that is handed over, its `now`, and the ids of the requests it handed over. */
  readonly handedOver?: { readonly run: string; readonly now?: Instant; readonly requests: readonly string[] };
  /** What is kept for those who sleep, by channel; left out: nothing. */
  readonly held?: Readonly<Record<string, Held>>;
  /** How asking for second opinions fares, over runs. */
  readonly second?: SecondTally;
  /** The usual share of silent parcels, by carrier and phase; the largest lanes only. */
  readonly usual?: Readonly<Record<string, number>>;
  /** What the shop's reports remember; left out: it wants none. */
  readonly reports?: ReportLog;
  readonly findings: readonly WatchFinding[];
}

/** What a receiver is told when its quiet hours are over. */
export interface Held {
  /** `now` of the last run before it was kept. */
  readonly since: Instant;
  /** Where its lines lie, as a long list. */
  readonly list: string;
  /** Orders that could not be read meanwhile. */
  readonly quarantined: number;
}

/** What is remembered of a source of second traces. */
export interface SecondTally {
  /** The day (UTC) that `registered` counts, e.g. `2026-11-22`. */
  readonly day: string;
  /** Numbers that it was told of for the first time on that day: each cost quota. */
  readonly registered: number;
  /** It took no more numbers that day; it is told of further ones on the next. */
  readonly isUsedUp?: true;
  /** Since when it has refused the key. */
  readonly refusedSince?: Instant;
  /** Since when it has not answered at all. */
  readonly failingSince?: Instant;
}

export interface Watches {
  read(shop: string): Promise<Watch | undefined>;
  /**
   * Takes the run lease over. The shop's queue hands out one message at a time, so whoever held it is dead, or a
   * revived twin that must not write any more.
   */
  take(shop: string, holder: string): Promise<void>;
  /** Writes the watch while the lease is still the holder's; throws Transient when it was lost. */
  write(shop: string, watch: Watch, holder: string): Promise<void>;
}
