import type { KnownActs } from './known-acts.ts';
import { comesAndGoes, type Finding, type ResolvedBecause, type TransitionKind } from './finding.ts';
import { after, age, days, type Duration, type Instant } from './time.ts';
import type { Facts, Severity, SubjectKind, Verdict } from './verdict.ts';

/** The check as the life of a finding needs to know it. */
export interface Judged {
  readonly id: string;
  readonly on: SubjectKind;
  /** In order: a later stage is an escalation. */
  readonly stages: readonly { readonly id: string; readonly severity: Severity }[];
  /** Stages are kinds and not grades: every other one is news. */
  readonly hasKinds?: true;
  /** Facts whose change is news, as a later stage is. */
  readonly newsOf?: readonly string[];
}

export interface Occasion {
  readonly now: Instant;
  readonly run: string;
  /** First look or backfill: what opens is quiet. */
  readonly quiet: boolean;
  readonly remindAfter: { readonly [severity in Severity]?: Duration };
  /** What people did until now; left out: nothing. */
  readonly acts?: KnownActs;
}

type Firing = Extract<Verdict, { is: 'firing' }>;

/**
 * The life of a finding, one row of the table in the README per branch.
 * Answers the same object when nothing has to be stored.
 */
export function reconcile(
  known: Finding | undefined,
  verdict: Verdict,
  judged: Judged,
  on: Occasion,
): Finding | undefined {
  switch (verdict.is) {
    case 'unknown':
      return known;
    case 'ok':
      return known && known.state !== 'resolved' ? clear(known, judged, on) : known;
    case 'firing':
      return known ? carryOn(known, verdict, judged, on) : open(verdict, judged, on);
  }
}

/** So long one that comes and goes has to stay away, and so soon one has to come back to be such (house rule, 2026-11). */
const calm = days(1);

/**
 * What comes and goes would be told of every time; so it stays open, silently, until it has stayed away. Not so what
 * keeps other findings silent: it must not outlive its condition.
 */
function clear(known: Finding, { on: subject, hasKinds }: Judged, on: Occasion): Finding {
  const waits = subject === 'order' && !hasKinds && comesAndGoes(known);
  if (!waits || age(known.calmSince ?? on.now, on.now) >= calm) return resolve(known, 'condition-cleared', on);
  return known.calmSince === undefined ? { ...known, calmSince: on.now } : known;
}

/** Ends a finding's episode; a resolved one stays as it is. */
export function resolve(known: Finding, because: ResolvedBecause, on: Pick<Occasion, 'now' | 'run'>): Finding {
  if (known.state === 'resolved') return known;
  const { calmSince: _, ...rest } = known;
  return { ...rest, state: 'resolved', resolvedBecause: because, last: stamp('resolved', on) };
}

function carryOn(known: Finding, verdict: Firing, judged: Judged, on: Occasion): Finding {
  if (known.state === 'resolved') return open(verdict, judged, on, known);
  const from = rank(judged, known.stage);
  const to = rank(judged, verdict.stage);
  if (to > from || isOther(known, verdict, judged)) return escalate(known, verdict, judged, on);
  if (to === from && isReminderDue(known, judged, on))
    return { ...restate(known, verdict, judged), last: stamp('reminded', on) };
  return restate(known, verdict, judged);
}

function open(verdict: Firing, judged: Judged, on: Occasion, before?: Finding): Finding {
  const returns = before && age(before.last.at, on.now) < calm ? (before.returns ?? 0) + 1 : 0;
  return {
    check: judged.id,
    stage: verdict.stage,
    state: 'open',
    episode: (before?.episode ?? 0) + 1,
    since: verdict.since,
    openedAt: on.now,
    ...(verdict.deadline && { deadline: verdict.deadline }),
    ...(verdict.facts && { facts: verdict.facts }),
    last: stamp(before ? 'reopened' : 'opened', on),
    ...(returns > 0 && { returns }),
    ...(on.quiet && { quiet: true as const }),
  };
}

function isOther(known: Finding, { stage, facts }: Firing, { hasKinds, newsOf = [] }: Judged): boolean {
  if (hasKinds && stage !== known.stage) return true;
  return newsOf.some((fact) => known.facts?.[fact] !== facts?.[fact]);
}

/** An escalation is news for everyone, so it drops an acknowledgement and is no longer quiet. */
function escalate(known: Finding, verdict: Firing, judged: Judged, on: Occasion): Finding {
  const { quiet: _, ...loud } = restate(known, verdict, judged);
  return { ...loud, state: 'open', last: stamp('escalated', on) };
}

/** Keeps stage, line, start and facts true without a word: a moved deadline or an earlier stage is no news. */
function restate(known: Finding, verdict: Firing, judged: Judged): Finding {
  const since = beganAt(known, verdict, judged);
  const same =
    known.calmSince === undefined &&
    known.stage === verdict.stage &&
    known.since === since &&
    known.deadline?.at === verdict.deadline?.at &&
    haveSameSource(known, verdict) &&
    haveSameFacts(known, verdict);
  if (same) return known;
  const { deadline: _, facts: __, calmSince: ___, peak: ____, ...rest } = known;
  const peak = peakOf(known, verdict, judged);
  return {
    ...rest,
    stage: verdict.stage,
    since,
    ...(verdict.deadline && { deadline: verdict.deadline }),
    ...(verdict.facts && { facts: verdict.facts }),
    ...(peak !== undefined && { peak }),
  };
}

/** Whoever hears of the gravest alone has to hear of its end, though it eased before. */
function peakOf({ stage, peak = stage }: Finding, verdict: Firing, judged: Judged): string | undefined {
  const gravest = rank(judged, peak) > rank(judged, stage) ? peak : stage;
  return !judged.hasKinds && rank(judged, gravest) > rank(judged, verdict.stage) ? gravest : undefined;
}

/** What is counted anew at every look, a shop's rates above all, began when it was first seen. */
function beganAt(known: Finding, verdict: Firing, { on }: Judged): Instant {
  const isCounted = on === 'shop' || on === 'incident';
  return isCounted && known.stage === verdict.stage ? known.since : verdict.since;
}

function haveSameFacts({ facts: some = {} }: HasFacts, { facts: others = {} }: HasFacts): boolean {
  const names = Object.keys(some);
  return names.length === Object.keys(others).length && names.every((name) => some[name] === others[name]);
}

interface HasFacts {
  readonly facts?: Facts;
}

type HasDeadline = Pick<Finding, 'deadline'>;

/** Mostly it is one and the same, and writing it out takes longer than judging the line. */
function haveSameSource({ deadline: one }: HasDeadline, { deadline: other }: HasDeadline): boolean {
  return one?.source === other?.source || JSON.stringify(one?.source) === JSON.stringify(other?.source);
}

function isReminderDue(known: Finding, judged: Judged, on: Occasion): boolean {
  if (known.state !== 'open' || known.quiet) return false;
  const severity = judged.stages.find((stage) => stage.id === known.stage)?.severity;
  const wait = severity && on.remindAfter[severity];
  return wait !== undefined && on.now >= after(known.last.at, wait);
}

/** A stage that no longer exists ranks before all others, so any firing verdict escalates it. */
function rank(judged: Judged, stage: string): number {
  return judged.stages.findIndex(({ id }) => id === stage);
}

function stamp(kind: TransitionKind, on: Pick<Occasion, 'now' | 'run'>): Finding['last'] {
  return { kind, at: on.now, run: on.run };
}
