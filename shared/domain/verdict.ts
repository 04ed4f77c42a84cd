import type { Instant } from './time.ts';

/** `incident`: what many orders have in common. */
export type SubjectKind = 'order' | 'credential' | 'shop' | 'incident';

/** warning: before the line. breach: after it. critical: money, cancellation, or everything dark. */
export const severities = ['warning', 'breach', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** Where a deadline came from: the platform's own field, or a clause of a policy pack. */
export type DeadlineSource =
  | { readonly kind: 'platform'; readonly field: string }
  | { readonly kind: 'clause'; readonly pack: string; readonly clause: string }
  | { readonly kind: 'credential' }
  /** A later date that the buyer agreed to, as the shop's people wrote it down. */
  | { readonly kind: 'extension' };

export interface Deadline {
  readonly at: Instant;
  readonly source: DeadlineSource;
}

/** What a shop has to connect, write down or import before a rule can be watched for it at all. */
export const needs = [
  'needs-approved-carriers',
  'needs-attestations',
  'needs-scores',
  'needs-limit',
  'needs-orders',
  'needs-second-source',
] as const;
export type Need = (typeof needs)[number];

/** Why nothing can be said. Never opens a finding and never resolves one. */
export type Because =
  | 'pull-incomplete'
  | 'quarantined'
  | 'trace-not-read'
  | 'no-deadline-known'
  | 'status-unrecognised'
  | 'issue-date-missing'
  | 'credential-refused'
  | 'never-scanned'
  | 'second-opinion-pending'
  /** The second source takes no more numbers today. */
  | 'second-budget-spent'
  /** A scan that nobody understands may be the one that is missed. */
  | 'trace-unclear'
  /** TikTok shows the buyer's address in part or not at all. */
  | 'address-masked'
  | Need;

/** Facts are data for messages: numbers and short texts, never sentences. */
export type Facts = Readonly<Record<string, string | number>>;

/** Why a rule has nothing to say of an order: it asks nothing of it, or what it asks for is as it should be. */
export const restReasons = [
  'order-closed',
  /** Older than the watch reaches. */
  'abandoned',
  /** The check is asked about orders in other states alone. */
  'other-state',
  'not-paid',
  'on-hold',
  'sample',
  'fulfilled-by-tiktok',
  'not-confirmed',
  'confirmed',
  'collected',
  'not-in-transit',
  'not-seller-shipped',
  'not-tiktok-shipped',
  /** The market, the packs and the order know no such line. */
  'no-line',
  'line-passed',
  'no-rule',
  'attested',
  /** There is still time to write it down. */
  'to-be-attested',
  'not-declared',
  'carrier-approved',
  'nothing-wrong',
  'nothing-told',
  'no-lane',
  'all-told',
  'not-handed-to-last-mile',
  'no-silence',
  'other-cause',
  'nothing-asked',
  'no-cancel-request',
  'moved-since',
] as const;
export type RestReason = (typeof restReasons)[number];

export type Verdict =
  /**
   * Cannot fire by itself at or before `reviewAt`; without one, only new data can change it. `deadline`: the line that
   * it keeps; `because`: why there is none. For those who ask why nobody was told; nothing is decided by them.
   */
  | { readonly is: 'ok'; readonly reviewAt?: Instant; readonly deadline?: Deadline; readonly because?: RestReason }
  /** `reviewAt`: its next stage begins, if nothing new becomes known; left out: it has none. */
  | {
      readonly is: 'firing';
      readonly stage: string;
      readonly since: Instant;
      readonly reviewAt?: Instant;
      readonly deadline?: Deadline;
      readonly facts?: Facts;
    }
  | { readonly is: 'unknown'; readonly because: Because };

export const ok: Verdict = { is: 'ok' };

export function okUntil(reviewAt: Instant, deadline?: Deadline): Verdict {
  return deadline ? { is: 'ok', reviewAt, deadline } : { is: 'ok', reviewAt };
}

const resting = new Map(restReasons.map((because) => [because, { is: 'ok', because } as const]));

/** The same verdict for all orders: most checks say it of most of them. */
export function okBecause(because: RestReason): Verdict {
  return resting.get(because) ?? ok;
}

export function unknown(because: Because): Verdict {
  return { is: 'unknown', because };
}
