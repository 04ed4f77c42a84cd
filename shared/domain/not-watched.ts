import { needs, type Because } from './verdict.ts';

/** Reasons for `unknown` that stay until somebody does something; the others are over by themselves. */
export const lastingReasons = [
  ...needs,
  'no-deadline-known',
  'issue-date-missing',
  'status-unrecognised',
  'never-scanned',
  'address-masked',
  'second-budget-spent',
] as const satisfies readonly Because[];
export type LastingReason = (typeof lastingReasons)[number];

/** How many orders, credentials or shops a check can say nothing about, and why. */
export interface NotWatched {
  readonly check: string;
  readonly because: LastingReason;
  readonly count: number;
}

const lasting: ReadonlySet<string> = new Set(lastingReasons);

export function isLasting(because: Because): because is LastingReason {
  return lasting.has(because);
}

/** What Tidewatch itself still has to learn before a rule can be watched in any shop. */
export const comingNeeds = ['learned-lanes'] as const;
export type ComingNeed = (typeof comingNeeds)[number];

/** Rules that are known and watched in no shop yet. */
export const unwatchedRuleIds = ['pickup-predicted-late', 'stale-predicted', 'delivery-predicted-late'] as const;
export type UnwatchedRuleId = (typeof unwatchedRuleIds)[number];
