import type { Credential } from '../domain/credential.ts';
import type { Order, Trace } from '../domain/order.ts';
import type { Shop } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import type { Severity, SubjectKind, Verdict } from '../domain/verdict.ts';
import type { Policy } from '../policies/policy.ts';

/** What a check on an order sees. `traceRead`: TikTok answered a trace call for this order in this sweep. */
export interface OrderSubject {
  readonly order: Order;
  readonly trace: Trace;
  readonly traceRead: boolean;
}

/** What a check on a shop sees: how far this sweep's pull got. */
export interface ShopSubject {
  /** `complete`: the pull reached `now`. `refused`: it did not. `credential`: it was not even asked. */
  readonly pull: 'complete' | 'refused' | 'credential';
  /** The update time up to which everything is known; unknown until the first sweep has been completed. */
  readonly watermark?: Instant;
  /** How this sweep's trace reads fared; unknown until they have been made. `none`: nothing was due. */
  readonly traces?: 'answered' | 'refused' | 'none';
  /** When last every trace that was due was read. */
  readonly tracesReadAt?: Instant;
}

export interface Subjects {
  readonly order: OrderSubject;
  readonly credential: Credential;
  readonly shop: ShopSubject;
}

export interface Stage {
  readonly id: string;
  readonly severity: Severity;
  /** The remedy asked for when a finding enters this stage. */
  readonly remedy?: string;
}

export interface Setting {
  readonly now: Instant;
  readonly shop: Pick<Shop, 'market' | 'sellerType' | 'packs' | 'zone'> & Partial<Pick<Shop, 'article' | 'house'>>;
  readonly policy: Policy;
}

/** One clock, judged by one pure function. Stages stand in order: a later one is an escalation. */
export interface Check<Kind extends SubjectKind = SubjectKind> {
  readonly id: string;
  readonly on: Kind;
  readonly stages: readonly [Stage, ...Stage[]];
  /** Checks whose open finding silences this one's. */
  readonly inhibitedBy: readonly string[];
  judge(subject: Subjects[Kind], at: Setting): Verdict;
}

export function stageOf(check: Pick<Check, 'id' | 'stages'>, id: string): Stage | undefined {
  return check.stages.find((stage) => stage.id === id);
}
