import type { Setting } from '../checks/check.ts';
import type { Occasion } from '../domain/reconcile.ts';
import type { Shop } from '../domain/shop.ts';
import { before, days, type Duration, type Instant } from '../domain/time.ts';
import type { Marketplace } from '../ports/marketplace.ts';
import type { AskedParcel } from '../ports/trace-source.ts';
import type { FirstSeenTally, Run, RunTally, TraceTally } from '../ports/watch.ts';
import type { OpenCases } from './follow-cases.ts';
import type { NotWatchedCounts } from './not-watched.ts';
import type { Reporting } from './reporting.ts';
import type { SweepPorts } from './sweep-ports.ts';

/** Orders created longer ago are no longer watched: no rule of the platform reaches back further (60 days, 2026-11). */
const watchedFor = days(60);

/** Sums that grow while a step runs. */
export type Tally = { -readonly [Key in Exclude<keyof RunTally, 'calls' | 'durationMs' | 'unread'>]: RunTally[Key] };

export function emptyTally(): Tally {
  return { pulled: 0, closed: 0, quarantined: 0, judged: 0, looks: 0 };
}

/** How trace reads are faring in this run. */
export type TraceReading = { -readonly [Key in keyof TraceTally]: TraceTally[Key] } & {
  failedInARow: number;
  /** Nothing more is asked in this step: too many failures in a row, or its time is up. */
  stopped: false | 'failing' | 'out-of-time';
};

export function newTraceReading(before: TraceTally = { answered: 0, failed: 0, missedLooks: false }): TraceReading {
  return { ...before, failedInARow: 0, stopped: false };
}

/** Numbers that the source of second traces is to be asked about when the step ends, so that its calls are full. */
export interface SecondAsking {
  readonly toRegister: Map<string, AskedParcel>;
  readonly toQuery: Map<string, AskedParcel>;
  /** Any number of the shop's: asked when nothing else is, to hear whether a source that failed answers again. */
  probe?: AskedParcel | undefined;
}

export function nobodyAsked(): SecondAsking {
  return { toRegister: new Map(), toQuery: new Map() };
}

/** What asking others about silent parcels needs to know of a step. */
export type SecondStep = Pick<Sweeping, 'shop' | 'on' | 'setting' | 'quarantined' | 'second'> & {
  readonly ports: Pick<SweepPorts, 'secondTraces' | 'sources' | 'clock' | 'until'>;
};

/** Orders that a sweep meets for the first time. */
export type FirstMeetings = { -readonly [Key in keyof FirstSeenTally]: FirstSeenTally[Key] } & {
  /** What happened up to here could be known before. */
  readonly knownUntil: Instant;
};

export function meetingsSince(knownUntil: Instant, before?: Run['firstSeen']): FirstMeetings | 'lost' {
  if (before === 'lost') return 'lost';
  return { orders: 0, late: 0, longest: 0 as Duration, ...before, knownUntil };
}

/** One step of one run over one shop: what every part of the sweep needs to know. */
export interface Sweeping {
  readonly ports: SweepPorts;
  readonly shop: Shop;
  readonly on: Occasion;
  readonly setting: Setting;
  readonly marketplace?: Marketplace;
  readonly look: { readonly every: Duration; readonly since: Instant };
  /** Orders whose newest state could not be parsed, with the run that met it: nothing is said about them. */
  readonly quarantined: Map<string, string>;
  /** A backfill keeps orders older than the watch on the shelf; a sweep leaves them out. */
  readonly keepsOlder: boolean;
  readonly tally: Tally;
  readonly traces: TraceReading;
  readonly second: SecondAsking;
  /** Remedies that were asked for and are not over; absent in a backfill, which asks for none. */
  readonly cases?: OpenCases;
  /** What of the book can be watched by nobody; each open order counted once. */
  readonly notWatched: NotWatchedCounts;
  /** Absent in a first look and in a backfill: they meet everything for the first time. */
  readonly meetings?: FirstMeetings | 'lost';
  /** Absent where the shop wants no reports, and in a backfill. */
  readonly reporting?: Reporting;
}

export function oldestWatched(now: Instant): Instant {
  return before(now, watchedFor);
}
