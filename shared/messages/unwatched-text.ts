import type { ComingNeed, LastingReason, UnwatchedRuleId } from '../domain/not-watched.ts';

/** What is not watched and what it takes. A reason, need or rule without a text does not compile. */
export interface UnwatchedText {
  readonly title: string;
  readonly intro: string;
  /** A check by the headline of its findings, and how much it cannot watch. */
  of(headline: string, subjects: string): string;
  /** Between the names of rules. */
  readonly between: string;
  /** What is missing and what to connect, write down or import: one sentence. */
  readonly because: Readonly<Record<LastingReason, string>>;
  /** What Tidewatch still has to learn. */
  readonly coming: Readonly<Record<ComingNeed, string>>;
  readonly rule: Readonly<Record<UnwatchedRuleId, string>>;
}
