import type { Credential } from '../domain/credential.ts';
import type { DayTotals } from '../domain/day-totals.ts';
import type { Attestation, Deeds } from '../domain/deed.ts';
import type { Finding } from '../domain/finding.ts';
import type { IncidentSubject } from '../domain/incident.ts';
import type { Order, OrderStatus, PlatformField, Trace } from '../domain/order.ts';
import type { KnownCase } from '../domain/remedy-case.ts';
import type { Score } from '../domain/score.ts';
import type { SecondTrace } from '../domain/second-trace.ts';
import type { Shop } from '../domain/shop.ts';
import type { Duration, Instant } from '../domain/time.ts';
import type { Severity, SubjectKind, Verdict } from '../domain/verdict.ts';
import type { Clock, Policy } from '../policies/policy.ts';

/** What a check on an order sees. `traceRead`: TikTok answered a trace call for this order in this sweep. */
export interface OrderSubject {
  readonly order: Order;
  readonly trace: Trace;
  readonly traceRead: boolean;
  readonly deeds: Deeds;
  /** What other sources said of its parcels; left out: nobody looked, because nothing hangs on it. */
  readonly second?: readonly SecondTrace[];
  /** What was asked for to mend its findings; left out: nobody looked. */
  readonly cases?: readonly KnownCase[];
  /** As they stand before this sweep. */
  readonly findings: readonly Finding[];
}

/** What a check on a shop sees: how far this sweep's pull got. */
export interface ShopSubject {
  /** `complete`: the pull reached `now`. `refused`: it did not. `credential`: it was not even asked. */
  readonly pull: 'complete' | 'refused' | 'credential';
  /** Why it did not reach `now`: endpoint and code, never what was sent. */
  readonly because?: string;
  /** The update time up to which everything is known; unknown until the first sweep has been completed. */
  readonly watermark?: Instant;
  /** How this sweep's trace reads fared; unknown until they have been made. `none`: nothing was due. */
  readonly traces?: 'answered' | 'refused' | 'none';
  /** When last every trace that was due was read. */
  readonly tracesReadAt?: Instant;
  /** The days of the last 60 as far as they were counted, ascending; unknown until they are. */
  readonly days?: readonly DayTotals[];
  /** Imported figures, the oldest first; left out: none. */
  readonly scores?: readonly Score[];
  /** Orders that this sweep met for the first time; left out in a first look, which meets them all. */
  readonly firstSeen?: FirstSeen | 'lost';
  /** `now` of the last complete sweep before this one; unknown before the first look was complete. */
  readonly lastComplete?: Instant;
  /** Since when the shop's second source of traces has not answered. */
  readonly secondFailingSince?: Instant;
  /** Up to this sweep another finding said that the shop could not be read. */
  readonly outageTold?: true;
}

export interface FirstSeen {
  readonly orders: number;
  /** Those that were to be had when an earlier sweep asked. */
  readonly late: number;
  /** The longest time from an order's payment to this sweep. */
  readonly longest: Duration;
}

export interface Subjects {
  readonly order: OrderSubject;
  readonly credential: Credential;
  readonly shop: ShopSubject;
  readonly incident: IncidentSubject;
}

export interface Stage {
  readonly id: string;
  readonly severity: Severity;
  /** The remedy asked for when a finding enters this stage. */
  readonly remedy?: string;
  /** For reports and lists only: nobody is told of it. */
  readonly quiet?: true;
}

export interface Setting {
  readonly now: Instant;
  readonly shop: Pick<Shop, 'market' | 'sellerType' | 'packs' | 'zone'> &
    Partial<Pick<Shop, 'article' | 'house' | 'approvedCarriers' | 'attests' | 'secondOpinion' | 'lookEvery'>>;
  readonly policy: Policy;
  /** The shop's second source is told of no more parcels today. */
  readonly isSecondSpent?: true;
}

/** A stage, and how long after the line it begins unless a clause or the policy says otherwise. */
export interface StageOffset {
  readonly stage: string;
  readonly begins: Duration;
}

/** What draws a line, and the stages around it. */
export interface StageClock {
  /** Left out: no clause draws its line, the platform alone does. */
  readonly clock?: Clock;
  /** The platform's own deadline for it, where there is one. */
  readonly field?: PlatformField;
  /** In the order in which they begin; one that begins before the line is a warning of it. */
  readonly stages: readonly [StageOffset, ...StageOffset[]];
}

/** One clock, judged by one pure function. Stages stand in order: a later one is an escalation. */
export interface Check<Kind extends SubjectKind = SubjectKind> {
  readonly id: string;
  readonly on: Kind;
  readonly stages: readonly [Stage, ...Stage[]];
  /** The clocks that some of its stages are told by; left out: they are told by something else. */
  readonly clocks?: readonly StageClock[];
  /** Stages are kinds and not grades: every other one is news. */
  readonly hasKinds?: true;
  /** Facts whose change is news, as a later stage is. */
  readonly newsOf?: readonly string[];
  /** Checks whose open finding silences this one's. */
  readonly inhibitedBy: readonly string[];
  /**
   * Orders' states in which it can say anything but `ok`, beside `unrecognised`; left out = any. So a sweep asks each
   * order only what can matter to it.
   */
  readonly during?: readonly OrderStatus[];
  /** What people write down to settle its finding: the checklist asks for it. */
  readonly settledBy?: Attestation;
  /** It may answer `trace-not-read`, and then the trace is read. */
  readonly needsTrace?: true;
  judge(subject: Subjects[Kind], at: Setting): Verdict;
}

export function stageOf(check: Pick<Check, 'id' | 'stages'>, id: string): Stage | undefined {
  return check.stages.find((stage) => stage.id === id);
}
