import type { Prevented } from './digest.ts';

/** Counts by whole hours, rounded up: `{ "3": 12 }`. */
export type Lengths = Readonly<Record<string, number>>;

/** What the next report of a kind will tell, and when the last one was. */
export interface ReportTally {
  /** The shop's day on which the last one was made: `2026-11-23`; left out: none yet. */
  readonly on?: string;
  readonly prevented: Prevented;
}

export interface WeekTally extends ReportTally {
  /** What the last report told was prevented. */
  readonly before?: Prevented;
  /** How old scans were at most when TikTok showed them, by carrier, and the same as the last report told it. */
  readonly lags: Readonly<Record<string, Lengths>>;
  readonly lagsBefore?: Readonly<Record<string, Lengths>>;
}

/** What a shop's reports remember; a kind that the shop does not want is left out. */
export interface ReportState {
  readonly daily?: ReportTally;
  readonly weekly?: WeekTally;
}

/** As it stands after a run, and before it: a run that is handed over again begins where it began. */
export interface ReportLog {
  readonly run: string;
  readonly before: ReportState;
  readonly state: ReportState;
}
