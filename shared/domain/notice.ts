import type { Subject, TransitionKind } from './finding.ts';
import type { ResolvedBecause } from './finding.ts';
import type { ComingNeed, LastingReason } from './not-watched.ts';
import type { Risk } from './risk.ts';
import type { Channel, Market } from './shop.ts';
import type { Duration, Instant } from './time.ts';
import type { Deadline, Facts, Severity, SubjectKind } from './verdict.ts';

/** `first-look`: what was found when the watch began. `sweep`: what changed. `backfill`: asked to speak. */
export type NoticeKind = 'first-look' | 'sweep' | 'backfill';

/** One finding as a person hears of it. Text fields come from outside: escape them where they land. */
export interface NoticeLine {
  readonly transition: TransitionKind;
  readonly check: string;
  readonly stage: string;
  readonly severity: Severity;
  readonly subject: Subject;
  readonly order?: string;
  readonly parcel?: string;
  readonly carrier?: string;
  readonly number?: string;
  readonly since: Instant;
  readonly deadline?: Deadline;
  readonly lastEvent?: { readonly at: Instant; readonly text?: string };
  readonly amount?: string;
  readonly currency?: string;
  /** What is lost if nobody acts, where a penalty is known; never of what is resolved. */
  readonly risk?: Risk;
  readonly facts?: Facts;
  readonly resolvedBecause?: ResolvedBecause;
  /** It came back again and again, and counts as over only when it has stayed away for a day. */
  readonly comesAndGoes?: true;
  /** By what people can act on it; left out of what is over. */
  readonly handle?: Handle;
  readonly links?: LineLinks;
  /** A remedy was requested for this finding in the same run. */
  readonly remedy?: string;
  /** Orders about which nothing is said, because this explains them; the first two hundred by name. */
  readonly folded?: { readonly count: number; readonly rows: readonly FoldedOrder[] };
}

/** Addresses to act by without signing in: one act, and the choice of all. Known only while a message is rendered. */
export interface LineLinks {
  readonly acknowledge: string;
  readonly choose: string;
}

/** What an act on a line is bound to, and what it came after. */
export interface Handle {
  readonly episode: number;
  /** The transition that the line tells. */
  readonly at: Instant;
  readonly lane?: string;
}

export type FoldedOrder = Pick<NoticeLine, 'order' | 'parcel' | 'carrier' | 'number' | 'lastEvent'>;

export interface NoticeCounts {
  readonly opened: number;
  readonly escalated: number;
  readonly reminded: number;
  readonly resolved: number;
  readonly reopened: number;
  readonly warning: number;
  readonly breach: number;
  readonly critical: number;
  /** Live findings that stay silent because their cause is open. */
  readonly inhibited: number;
  /** Live findings that somebody has snoozed; left out: none. */
  readonly snoozed?: number;
  /** Orders that could not be read this run. */
  readonly quarantined: number;
}

/** What a shop does not hear of, and what it takes. */
export interface Unwatched {
  /** Checks that can say nothing about so many orders, credentials or the shop; `stage` names the check in words. */
  readonly checks: readonly {
    readonly check: string;
    readonly stage: string;
    readonly kind: SubjectKind;
    readonly because: LastingReason;
    readonly count: number;
  }[];
  /** Rules without a check, by what they need. */
  readonly rules: readonly { readonly needs: ComingNeed; readonly rules: readonly string[] }[];
}

/** One message to one channel about one shop and run. Sorted by `byUrgency`; at most 100 lines. */
export interface NoticeRequest {
  readonly v: 1;
  /** Idempotency key: `shop#run#channel`. */
  readonly id: string;
  readonly kind: NoticeKind;
  readonly shop: { readonly id: string; readonly name: string; readonly market: Market; readonly zone: string };
  readonly run: string;
  readonly channel: Channel;
  readonly now: Instant;
  readonly counts: NoticeCounts;
  readonly lines: readonly NoticeLine[];
  /** Lines beyond the hundred that were left out. */
  readonly more: number;
  /** Where the longer list lies, if any were left out. */
  readonly list?: string;
  /** Earlier notices were held back: everything since the run of this `now`. */
  readonly heldSince?: Instant;
  /** It hears of what nobody has dealt with for so long. */
  readonly unattended?: Duration;
  /** In a first look: later it changes with the shop's own settings alone. */
  readonly notWatched?: Unwatched;
}
