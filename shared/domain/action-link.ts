import type { FindingRef } from './act.ts';
import { days, type Instant } from './time.ts';

/** What a link leads to; `choose` shows the others and does nothing itself. */
export const linkActions = ['acknowledge', 'snooze', 'filed', 'extended', 'not-a-problem', 'choose'] as const;
export type LinkAction = (typeof linkActions)[number];

/** What a signed link is bound to: whoever holds it can do this one thing about this one finding, once. */
export interface ActionLink {
  readonly shop: string;
  readonly finding: FindingRef;
  readonly action: LinkAction;
  /** Whose message it stood in: `email:en`. */
  readonly channel: string;
  /** Wall clock. */
  readonly expiresAt: Instant;
  /** Tells apart links that are otherwise the same; left out in messages, so that all who get one share its link. */
  readonly nonce?: string;
}

/** A message older than this is no longer acted on (house rule, 2026-11). */
export const linkLife = days(14);

/** A request is worked on for longer: an appeal is taken for 30 days (sellers' reports, 2026-11). */
export const requestLinkLife = days(30);

/** What is wrong with a form that somebody sent. */
export type FieldTrouble =
  | 'stale-form'
  | 'until-missing'
  | 'until-past'
  | 'snooze-too-long'
  | 'date-too-late'
  | 'ticket-missing'
  | 'reason-missing'
  | 'name-unfit';

/** The actions that make sense for what a finding is about. */
export function actionsFor({ subject }: FindingRef): readonly Exclude<LinkAction, 'choose'>[] {
  return subject.kind === 'order'
    ? ['acknowledge', 'snooze', 'filed', 'extended', 'not-a-problem']
    : ['acknowledge', 'snooze', 'not-a-problem'];
}
