import { carrierKey } from './carrier-name.ts';
import type { Act, FindingRef, SnoozeScope } from './act.ts';
import type { Finding, Subject } from './finding.ts';
import type { Instant } from './time.ts';

type Snooze = Extract<Act, { kind: 'snooze' }>;
type Answer = Extract<Act, { kind: 'answer' }>;
type Filed = Extract<Act, { kind: 'filed' }>;
/** What takes a finding off everybody's mind: somebody sees to it, or nobody has to. */
type Taken = Extract<Act, { kind: 'acknowledge' | 'filed' | 'not-a-problem' }>;

/** What people did in a shop, as sweeps and messages look it up. */
export interface KnownActs {
  /** The last word on each episode, by `refKey`. */
  readonly taken: ReadonlyMap<string, Taken>;
  /** The first ticket of each episode, by `refKey`. */
  readonly filed: ReadonlyMap<string, Filed>;
  readonly snoozes: readonly Snooze[];
  /** The last answer to each remediation request, by its id; what is done stays done. */
  readonly answers: ReadonlyMap<string, Answer>;
}

export const noActs: KnownActs = { taken: new Map(), filed: new Map(), snoozes: [], answers: new Map() };

/** In the order in which they were done, whatever order they are read in. */
export function knownActs(acts: readonly Act[]): KnownActs {
  const taken = new Map<string, Taken>();
  const filed = new Map<string, Filed>();
  const answers = new Map<string, Answer>();
  const snoozes: Snooze[] = [];
  for (const act of acts.toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))) {
    switch (act.kind) {
      case 'acknowledge':
      case 'not-a-problem':
        taken.set(refKey(act.finding), act);
        break;
      case 'filed':
        taken.set(refKey(act.finding), act);
        if (!filed.has(refKey(act.finding))) filed.set(refKey(act.finding), act);
        break;
      case 'snooze':
        snoozes.push(act);
        break;
      case 'answer':
        // What could not be done at first may have been done later.
        if (answers.get(act.request)?.outcome !== 'done') answers.set(act.request, act);
        break;
      case 'extended':
        break;
    }
  }
  return { taken, filed, snoozes, answers };
}

/** `trace-silent/order/5782…#2`: one life of one finding, as a key. */
export function refKey({ check, subject: { kind, id }, episode }: FindingRef): string {
  return `${check}/${kind}/${id}#${episode}`;
}

export function refOf(subject: Subject, { check, episode }: Pick<Finding, 'check' | 'episode'>): FindingRef {
  return { check, subject, episode };
}

/**
 * The finding after what people did about it: each act counts once, so that an escalation, which everybody has to hear
 * of, is not undone by what was done before it. The same object when nothing has to be stored.
 */
export function withActs(finding: Finding, subject: Subject, { taken }: KnownActs): Finding {
  if (finding.state === 'resolved' || taken.size === 0) return finding;
  const act = taken.get(refKey(refOf(subject, finding)));
  if (!act || (finding.actedAt !== undefined && act.at <= finding.actedAt)) return finding;
  // An escalation that its author was not shown is news to its author as well.
  if (finding.last.kind === 'escalated' && seenBy(act) < finding.last.at) return finding;
  return { ...finding, state: act.kind === 'not-a-problem' ? 'dismissed' : 'acknowledged', actedAt: act.at };
}

/** What its author knew of; older acts say no more than when they were done. */
export function seenBy({ seen, at }: Pick<Act, 'seen' | 'at'>): Instant {
  return seen ?? at;
}

/** What people last did about a finding: somebody sees to it, nobody has to, or it is silent for a while. */
export function lastWordOn(
  about: Snoozable & { readonly ref: FindingRef },
  now: Instant,
  { taken, snoozes }: KnownActs,
): Taken | Snooze | undefined {
  const act = taken.get(refKey(about.ref));
  const asleep = snoozes.filter(({ until, scope }) => until > now && isSnoozed(about, scope));
  return [...(act ? [act] : []), ...asleep].toSorted((one, other) => one.at - other.at).at(-1);
}

/** What a snooze may keep silent, as far as it is known of a finding. */
export interface Snoozable {
  readonly subject: Subject;
  readonly carriers: readonly string[];
  readonly lane?: string | undefined;
}

export function isSnoozed({ subject, carriers, lane }: Snoozable, scope: SnoozeScope): boolean {
  switch (scope.kind) {
    case 'subject':
      return scope.subject.kind === subject.kind && scope.subject.id === subject.id;
    case 'carrier':
      return carriers.some((name) => carrierKey(name) === carrierKey(scope.carrier));
    case 'lane':
      return lane === scope.lane;
    case 'shop':
      return true;
  }
}

/** Whether somebody has dealt, after `since`, with what a line tells. */
export function isDealtWith(
  about: Snoozable & { readonly ref: FindingRef },
  since: Instant,
  now: Instant,
  { taken, snoozes }: KnownActs,
): boolean {
  const act = taken.get(refKey(about.ref));
  if (act && seenBy(act) >= since) return true;
  return snoozes.some(({ at, until, scope }) => at >= since && until > now && isSnoozed(about, scope));
}
