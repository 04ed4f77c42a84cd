import type { Subject } from './finding.ts';
import type { Instant } from './time.ts';

/** One life of one finding. */
export interface FindingRef {
  readonly check: string;
  readonly subject: Subject;
  readonly episode: number;
}

/** What a snooze keeps silent. A lane is a carrier's parcels before or after the pick-up: `yunexpress/transit`. */
export type SnoozeScope =
  | { readonly kind: 'subject'; readonly subject: Subject }
  | { readonly kind: 'carrier'; readonly carrier: string }
  | { readonly kind: 'lane'; readonly lane: string }
  | { readonly kind: 'shop' };

/** How another system ends a remediation request: it has acted, a ticket is filed, or it could not. */
export const outcomes = ['done', 'filed', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

/** What somebody did about findings; written once and never changed. Texts come from outside. */
export type Act = {
  /** Of the link or the answer that it was done by: the same one acts once. */
  readonly id: string;
  /** The world's time. */
  readonly at: Instant;
  /** The last transition of the finding that whoever did it was shown; left out: it was about none. */
  readonly seen?: Instant;
  /** The channel whose link was used, or what else it came by. */
  readonly via: string;
  /** A name that somebody gave. */
  readonly by?: string;
} & (
  | { readonly kind: 'acknowledge'; readonly finding: FindingRef }
  | {
      readonly kind: 'snooze';
      readonly finding: FindingRef;
      readonly scope: SnoozeScope;
      readonly until: Instant;
    }
  | { readonly kind: 'filed'; readonly finding: FindingRef; readonly ticket: string }
  | { readonly kind: 'extended'; readonly finding: FindingRef; readonly until: Instant }
  | { readonly kind: 'not-a-problem'; readonly finding: FindingRef; readonly reason: string }
  | {
      readonly kind: 'answer';
      /** The id of the remediation request. */
      readonly request: string;
      readonly outcome: Outcome;
      readonly reference?: string;
    }
);

/** A snooze ends within a week: what is muted for longer is forgotten (house rule, 2026-11). */
export const longestSnoozeDays = 7;
