import { checkCards } from '../checks/registry.ts';
import { stageOf } from '../checks/check.ts';
import type { SnoozeScope } from '../domain/act.ts';
import type { Finding } from '../domain/finding.ts';
import { laneOf } from '../domain/incident.ts';
import { isSnoozed, type KnownActs } from '../domain/known-acts.ts';
import type { Instant } from '../domain/time.ts';
import type { Concerned, Silence } from './silences.ts';

/**
 * The snoozes that last, and those that have ended since the last run. Like an inhibition they keep silent what lives
 * on, but it is a person who asked for it, and all that they cover is silent, whatever its check.
 */
export function snoozesAt({ snoozes }: KnownActs, now: Instant, lastRun: Instant | undefined): readonly Silence[] {
  return snoozes.flatMap(({ id, at, seen = at, until, scope }): Silence[] => {
    const lifted = until <= now;
    if (at > now || (lifted && (lastRun === undefined || until <= lastRun))) return [];
    // A sweep may be under way while somebody acts: what it finds was not shown to them.
    const known = scope.kind === 'subject' ? seen : at;
    const covers = (of: Concerned): boolean => isCovered(of, scope, known);
    return [{ by: `snooze/${id}`, check: 'snooze', from: at, lifted, covers, byPerson: breadthOf(scope) }];
  });
}

function breadthOf({ kind }: SnoozeScope): 'one' | 'many' {
  return kind === 'subject' ? 'one' : 'many';
}

function isCovered(of: Concerned, scope: SnoozeScope, at: Instant): boolean {
  const isSingle = scope.kind === 'subject' || of.subject.kind === 'credential' || of.subject.kind === 'shop';
  if (isSingle && hasTurnedCritical(of.finding, at)) return false;
  return isSnoozed(
    { subject: of.subject, carriers: carriersOf(of), lane: of.watched && laneOf(of.watched.order) },
    scope,
  );
}

/** Whoever snoozes knows what is wrong now, not that an order will be cancelled or the whole shop goes dark. */
function hasTurnedCritical({ check, stage, last }: Finding, at: Instant): boolean {
  const card = checkCards.find(({ id }) => id === check);
  const isCritical = card !== undefined && stageOf(card, stage)?.severity === 'critical';
  return isCritical && last.at > at && last.kind !== 'reminded';
}

export function carriersOf({ finding: { facts }, watched }: Concerned): readonly string[] {
  const named = watched
    ? [watched.order.carrierId, watched.order.carrier, ...watched.order.parcels.map(({ carrier }) => carrier)]
    : [facts?.['carrier']];
  return named.filter((name) => typeof name === 'string');
}
