import type { Act, SnoozeScope } from '../domain/act.ts';
import type { Finding, Subject } from '../domain/finding.ts';
import { carrierOf, laneOf } from '../domain/incident.ts';
import { lastWordOn, refKey, refOf, type KnownActs } from '../domain/known-acts.ts';
import type { Instant } from '../domain/time.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import { snoozeTrouble } from './act-form.ts';
import { carriersOf } from './snoozes.ts';

/** A finding that somebody names at a command line, as it stands now. */
export interface Named {
  readonly subject: Subject;
  readonly finding: Finding;
  /** Of an order's finding. */
  readonly watched?: WatchedOrder | undefined;
}

/** Who acts, and when; the world's time. */
export interface Doer {
  readonly now: Instant;
  readonly by?: string;
}

type Acknowledgement = Extract<Act, { kind: 'acknowledge' }>;
type Snooze = Extract<Act, { kind: 'snooze' }>;

export type ScopeKind = SnoozeScope['kind'];
export const scopeKinds: readonly ScopeKind[] = ['subject', 'carrier', 'lane', 'shop'];

/** What stands where messages name the channel whose link was used. */
const via = 'command line';

/** That somebody sees to it. */
export function acknowledgementOf(named: Named, acts: KnownActs, doer: Doer): Acknowledgement {
  const kind = 'acknowledge';
  return { ...doneTo(named, acts, doer, kind), kind };
}

/** Silence until then, or why it cannot be: `scope-unknown`, nothing is known of the finding's carrier. */
export function snoozeOf(
  named: Named,
  { until, scope: kind }: { readonly until: Instant; readonly scope: ScopeKind },
  acts: KnownActs,
  doer: Doer,
): Snooze | 'until-past' | 'snooze-too-long' | 'scope-unknown' {
  const trouble = snoozeTrouble(until, doer.now);
  if (trouble !== undefined) return trouble;
  const scope = scopeOf(kind, named);
  if (!scope) return 'scope-unknown';
  return { ...doneTo(named, acts, doer, `snooze/${kind}/${until}`), kind: 'snooze', until, scope };
}

/**
 * By the finding's state and the last word on it: of two people who say the same of what both were shown one acts, as
 * with a link, and whoever says it again later is heard.
 */
function doneTo(named: Named, acts: KnownActs, { now, by }: Doer, what: string) {
  const { subject, finding, watched } = named;
  const ref = refOf(subject, finding);
  const lane = watched && laneOf(watched.order);
  const last = lastWordOn({ ref, subject, carriers: carriersOf(named), lane }, now, acts);
  return {
    id: ['command-line', what, refKey(ref), finding.last.at, ...(last ? [last.at] : [])].join('/'),
    at: now,
    seen: finding.last.at,
    via,
    ...(by !== undefined && { by }),
    finding: ref,
  };
}

function scopeOf(kind: ScopeKind, { subject, watched }: Named): SnoozeScope | undefined {
  switch (kind) {
    case 'subject':
      return { kind, subject };
    case 'carrier': {
      const carrier = watched && carrierOf(watched.order);
      return carrier === undefined ? undefined : { kind, carrier };
    }
    case 'lane': {
      const lane = watched && laneOf(watched.order);
      return lane === undefined ? undefined : { kind, lane };
    }
    case 'shop':
      return { kind };
  }
}
