import type { ResolvedBecause, TransitionKind } from './finding.ts';
import type { ToldMilestone } from './milestone.ts';
import type { Because, DeadlineSource, Facts, RestReason, Severity, SubjectKind } from './verdict.ts';

// Everything known about one order, as a document: times are ISO 8601 in UTC, null = not known or none.
// Texts come from outside: escape them where they land.

export interface Recheck {
  readonly now: string;
  readonly shop: { readonly id: string; readonly name: string; readonly market: string; readonly zone: string };
  readonly order: RecheckedOrder;
  readonly read: RecheckedRead;
  /** The deadlines that TikTok gave, by its names for them. */
  readonly deadlines: readonly { readonly field: string; readonly at: string }[];
  readonly trace: readonly RecheckedScan[];
  readonly clocks: readonly RecheckedClock[];
  /** One for every check on orders, in the order of the registry. */
  readonly checks: readonly RecheckedCheck[];
  /** Checks that judge something else than orders: they may keep this one's findings silent. */
  readonly others: readonly RecheckedOther[];
  readonly findings: readonly RecheckedFinding[];
  readonly notices: readonly { readonly run: string; readonly channel: string; readonly at: string }[];
  readonly deeds: readonly RecheckedDeed[];
  readonly remedies: readonly RecheckedRemedy[];
}

export interface RecheckedOrder {
  readonly id: string;
  readonly status: string;
  /** `shelf`: over, and judged no more. */
  readonly on: 'book' | 'shelf';
  readonly type: string;
  readonly shipping: string;
  readonly fulfilledBy: string;
  readonly sample: boolean;
  readonly carrier: string | null;
  readonly deliveryOption: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly parcels: readonly { readonly id: string; readonly number: string | null; readonly carrier: string | null }[];
  /** What has happened to it, in order: `created`, `paid`, `confirmed`, `collected`, …, `updated`. */
  readonly times: readonly { readonly what: string; readonly at: string }[];
}

export interface RecheckedRead {
  /** `now` of the last sweep, and up to when it knows TikTok's changes. */
  readonly sweptAt: string | null;
  readonly upTo: string | null;
  /** The run that wrote the order last: then something in it changed. */
  readonly writtenBy: string;
  /** Every parcel that was due a look up to then has been looked at. */
  readonly looksUpTo: string | null;
  /** From when on a sweep reads its trace again; null: no sweep does. */
  readonly traceNext: string | null;
  /** The next moment at which time alone can change a verdict, and whose. */
  readonly review: { readonly at: string; readonly check: string } | null;
  /** Nobody looks at the shop. */
  readonly paused: boolean;
}

/** The text of the last scan alone is kept. */
export interface RecheckedScan {
  readonly at: string;
  readonly milestone: ToldMilestone | null;
  readonly text: string | null;
}

export interface RecheckedLine {
  readonly at: string;
  readonly source: DeadlineSource;
}

/** One clock as TikTok sets it on the order, as the shop's packs do, and as the founding article does. */
export interface RecheckedClock {
  readonly clock: string;
  readonly platform: RecheckedLine | null;
  readonly packs: RecheckedLine | null;
  readonly article: RecheckedLine | null;
}

/** What a check says of the order. */
export type RecheckedVerdict =
  | {
      readonly is: 'finding';
      readonly stage: string;
      readonly severity: Severity;
      readonly since: string;
      readonly deadline: RecheckedLine | null;
      /** The rule of a pack that it rests on, where no deadline says it. */
      readonly rule: { readonly pack: string; readonly clause: string } | null;
      readonly facts: Facts;
    }
  /** `endangeredFrom`: no finding comes of it before. */
  | {
      readonly is: 'fine';
      readonly because: RestReason | null;
      readonly deadline: RecheckedLine | null;
      readonly endangeredFrom: string | null;
    }
  | { readonly is: 'does-not-apply'; readonly because: RestReason; readonly during: readonly string[] | null }
  | { readonly is: 'unknown'; readonly because: Because };

export interface RecheckedCheck {
  readonly check: string;
  readonly verdict: RecheckedVerdict;
  /** The live finding that is stored; null: none. */
  readonly open: string | null;
  /** What the next sweep makes of that, if nothing new becomes known; null: nothing. */
  readonly next: TransitionKind | null;
}

export interface RecheckedOther {
  readonly check: string;
  readonly on: Exclude<SubjectKind, 'order'>;
  readonly open: readonly { readonly subject: string; readonly stage: string; readonly since: string }[];
}

export interface RecheckedFinding {
  readonly check: string;
  readonly stage: string;
  readonly severity: Severity;
  readonly state: string;
  readonly episode: number;
  readonly since: string;
  readonly openedAt: string;
  readonly last: { readonly kind: TransitionKind; readonly at: string; readonly run: string };
  readonly resolvedBecause: ResolvedBecause | null;
  /** Opened by a first look or a backfill. */
  readonly quiet: boolean;
  readonly actedAt: string | null;
  readonly heard: Heard;
}

/** Who is told of a finding's last transition. */
export interface Heard {
  readonly by: readonly string[];
  /** Channels that were asleep: they are told when their quiet hours end. */
  readonly later: readonly string[];
  /** Channels that listen to other things. */
  readonly notBy: readonly string[];
  /** Why nobody is told; null: somebody is. */
  readonly silent: Silent | null;
}

/** `listed`: stands in lists and reports alone. `by`: another finding, or a snooze, keeps it silent. */
export type Silent =
  | { readonly because: 'listed' | 'dismissed' | 'nobody-listens' }
  | { readonly because: 'silenced'; readonly by: string };

/** What people wrote down or did: `extendedUntil`, `acknowledge`, `snooze`, `filed` … */
export interface RecheckedDeed {
  readonly at: string;
  readonly kind: string;
  readonly value: string | null;
  readonly by: string;
}

export interface RecheckedRemedy {
  readonly remedy: string;
  readonly key: string;
  readonly state: string;
  readonly request: string;
  readonly askedAt: string;
  readonly answeredAt: string | null;
  readonly ticket: string | null;
  readonly by: string | null;
  readonly endedAt: string | null;
}
