import type { Instant } from './time.ts';
import type { Deadline, Facts, SubjectKind } from './verdict.ts';

/** What a person is told about; `seen` is not among them because nothing changed. */
export const transitions = ['opened', 'escalated', 'reminded', 'resolved', 'reopened'] as const;
export type TransitionKind = (typeof transitions)[number];

export type ResolvedBecause = 'condition-cleared' | 'order-closed' | 'abandoned' | 'check-retired';

/** Who a finding is about: `{ kind: 'order', id: '5782…' }`. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** A firing verdict with a life. Identity within a shop: subject + check; `episode` counts its lives. */
export interface Finding {
  readonly check: string;
  readonly stage: string;
  /** `dismissed`: somebody says that it is no problem. A snooze is no state: it keeps silent what lives on. */
  readonly state: 'open' | 'acknowledged' | 'dismissed' | 'resolved';
  readonly episode: number;
  /** When the condition began (the line's instant), not when we saw it. */
  readonly since: Instant;
  readonly openedAt: Instant;
  readonly deadline?: Deadline;
  readonly facts?: Facts;
  /** The last transition and the run that made it; what a run owes is derived from this stamp. */
  readonly last: { readonly kind: TransitionKind; readonly at: Instant; readonly run: string };
  /** How often in a row it came back within a day; left out: it did not. */
  readonly returns?: number;
  /** Of one that comes and goes: since when its condition has been over. */
  readonly calmSince?: Instant;
  /** The gravest stage that people were told of, where it is not the present one. */
  readonly peak?: string;
  /** When people last did something about it that is folded in. */
  readonly actedAt?: Instant;
  /** Opened by a first look or a backfill: speaks only when it escalates or resolves. */
  readonly quiet?: true;
  readonly resolvedBecause?: ResolvedBecause;
}

export function isLive(finding: Finding): boolean {
  return finding.state !== 'resolved';
}

/** Three times opened, each within a day of its end: it is not over before it has stayed away for a day. */
export function comesAndGoes({ returns = 0 }: Finding): boolean {
  return returns >= 2;
}

/** Readable key of a finding: `trace-silent/5782301…`. */
export function findingKey(subject: Subject, check: string): string {
  return `${check}/${subject.id}`;
}
