import type { Severity } from '../../../shared/domain/verdict.ts';

/** What one check said of one carrier's orders; plain values, so that a thread can hand them over. */
export interface CheckFigures {
  readonly check: string;
  /** As TikTok names it; empty: no carrier has the parcel yet, or it is about no order. */
  readonly carrier: string;
  /** Findings that opened, those that opened again included; what the first sweep found is not among them. */
  readonly opened: number;
  /** How often one of them reached a later stage. */
  readonly escalated: number;
  /** Those of them that somebody was told of. */
  readonly told: number;
  /** Orders that crossed a line, and those of them of which nobody was told before it. */
  readonly crossed: number;
  readonly missed: number;
  /** Told before the line, and the line was kept: told for nothing, as far as the history shows. */
  readonly kept: number;
  /**
   * How many were first told so many whole hours before their line (`-3`: two to three hours after it), clipped at
   * thirty days.
   */
  readonly lead: Readonly<Record<string, number>>;
}

/** One day of the shop, by the wall clock of its zone. */
export interface DayFigures {
  /** `2018-03-15`. */
  readonly day: string;
  /** Notices and reports of all receivers. */
  readonly messages: number;
  readonly opened: number;
  /** What was open at its end, by severity; findings that nobody is ever told of left out. */
  readonly live: Readonly<Record<Severity, number>>;
}

export interface ReceiverFigures {
  /** Its channel, e.g. `email:en`. */
  readonly receiver: string;
  readonly notices: number;
  /** Daily digests and weekly reports. */
  readonly reports: number;
}

/** What came of a stretch of time under one set of rules. */
export interface RunFigures {
  readonly sweeps: number;
  /** Orders that were met. */
  readonly orders: number;
  /** Findings that the first sweep found: how they began nobody saw, so no other figure counts them. */
  readonly standing: number;
  readonly checks: readonly CheckFigures[];
  readonly days: readonly DayFigures[];
  readonly receivers: readonly ReceiverFigures[];
  /** Requests for remedies. */
  readonly remedies: number;
}
