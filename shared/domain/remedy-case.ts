import type { KnownActs } from './known-acts.ts';
import { after, hours, isPast, type Instant } from './time.ts';

/** Remedies that TikTok's own data have to show; of the others, an answer is all that can be had. */
export const shownByTikTok: ReadonlySet<string> = new Set(['supplement-tracking', 'chase-carrier', 'correct-number']);

/** How a case ended: TikTok's own data show that the remedy worked, or the finding is over for another reason. */
export interface CaseEnd {
  readonly is: 'verified' | 'closed';
  readonly at: Instant;
}

/** One remedy for one episode of one finding, from the moment when somebody was asked. */
export interface RemedyCase {
  readonly remedy: string;
  /** Which finding, in which life: `check/subject#episode`. */
  readonly key: string;
  /** The id of the remediation request. */
  readonly request: string;
  /** The world's time of the run that asked. */
  readonly askedAt: Instant;
  /** The order that the finding is about; left out: it is about none. */
  readonly order?: string;
  /** How many scans TikTok showed when it was asked for, and the newest of them. */
  readonly seen?: { readonly scans: number; readonly newest?: Instant };
  /** What the receiver called it, e.g. the mail's message id. */
  readonly reference?: string;
  readonly end?: CaseEnd;
}

/** A case with what people and other systems answered. */
export interface KnownCase extends RemedyCase {
  /** A ticket was filed, or another system says that it has acted. */
  readonly answeredAt?: Instant;
  readonly ticket?: string;
  /** Who filed or answered: a name, else by what they came. */
  readonly by?: string;
  /** Another system says that it could not. */
  readonly failedAt?: Instant;
}

export function caseKey({ remedy, key }: Pick<RemedyCase, 'remedy' | 'key'>): string {
  return `${remedy}/${key}`;
}

export function withAnswers(one: RemedyCase, { filed, answers }: KnownActs): KnownCase {
  const ticket = filed.get(refKeyOf(one));
  const answer = answers.get(one.request);
  const answered = [...(ticket ? [ticket.at] : []), ...(answer && answer.outcome !== 'failed' ? [answer.at] : [])];
  const reference = ticket?.ticket ?? answer?.reference;
  const said = ticket ?? answer;
  return {
    ...one,
    ...(answered.length > 0 && { answeredAt: Math.min(...answered) as Instant }),
    ...(reference !== undefined && { ticket: reference }),
    ...(said && { by: said.by ?? said.via }),
    ...(answer?.outcome === 'failed' && !ticket && { failedAt: answer.at }),
  };
}

/** `trace-silent/5782…#1` as acts name it: their keys say of what kind the subject is. */
function refKeyOf({ key, order }: RemedyCase): string {
  const [check = ''] = key.split('/');
  const kind = order === undefined ? 'credential' : 'order';
  return `${check}/${kind}/${key.slice(check.length + 1)}`;
}

/** What a case is at, in a word: what its people are shown. */
export type CaseState = 'waiting' | 'answered' | 'failed' | 'overdue' | CaseEnd['is'];

/** How long TikTok may show nothing before a case is overdue: as partner support promises (its pages, 2026-11). */
export const casePatience = hours(48);

export function stateOf({ end, failedAt, askedAt, answeredAt }: KnownCase, now: Instant): CaseState {
  if (end) return end.is;
  if (failedAt !== undefined) return 'failed';
  if (isPast(after(answeredAt ?? askedAt, casePatience), now)) return 'overdue';
  return answeredAt === undefined ? 'waiting' : 'answered';
}
