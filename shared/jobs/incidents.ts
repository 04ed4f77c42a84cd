import { findingKey, isLive, type Finding } from '../domain/finding.ts';
import { causeKey, type IncidentSubject } from '../domain/incident.ts';
import { age, days, type Instant } from '../domain/time.ts';
import type { Watch, WatchFinding } from '../ports/watch.ts';
import { medianSince } from './cause-group.ts';
import type { Owed } from './owed.ts';

/** What a lane nobody has watched yet is measured by: the share of parcels that is silent at any time (assumed, 2026-11). */
const usualAtFirst = 0.04;

/** A lane's usual share follows the present with this delay, so that one bad week is not usual by the next. */
const memory = days(14);

/** More lanes are not remembered: the largest are those in which many parcels can have one cause. */
const mostLanes = 40;

/**
 * What the open book's silent parcels have in common, and what was open as an incident before. One of whose members
 * some are hidden by something else is left as it is: it has not ended, and nobody can say how large it is.
 */
export function incidentsIn({ causes, lanes, hidden }: Owed, watch: Watch, now: Instant): readonly IncidentSubject[] {
  const open = openIncidents(watch.findings);
  const present = [...causes].map(([key, group]): IncidentSubject => {
    const { cause, members } = group;
    const known = open.get(key);
    return {
      cause,
      members: members.count,
      parcels: Math.max(members.count, lanes.get(cause.lane) ?? 0),
      usual: watch.usual?.[cause.lane] ?? usualAtFirst,
      since: medianSince(group) ?? now,
      ...(known && { told: toldIn(known) }),
    };
  });
  const gone = [...open].filter(([key]) => !causes.has(key)).flatMap(([key, finding]) => over(key, finding, now));
  return [...present, ...gone].filter(({ cause, told }) => told === undefined || !hidden.has(causeKey(cause)));
}

function openIncidents(findings: readonly WatchFinding[]): ReadonlyMap<string, Finding> {
  const live = findings.filter(({ subject, finding }) => subject.kind === 'incident' && isLive(finding));
  return new Map(live.map(({ subject, finding }) => [subject.id, finding]));
}

function toldIn({ facts }: Finding): number {
  return Number(facts?.['told'] ?? facts?.['members'] ?? 0);
}

/** An incident of which nothing is left. */
function over(key: string, finding: Finding, since: Instant): readonly IncidentSubject[] {
  const [stage, carrier, place] = ['cause', 'carrier', 'place'].map((name) => String(finding.facts?.[name] ?? ''));
  if (!stage || !carrier || !place) return [];
  const cause = { stage, carrier, place, lane: key.slice(stage.length + 1, -place.length - 1) };
  return [{ cause, members: 0, parcels: 0, usual: usualAtFirst, since, told: toldIn(finding) }];
}

/** The keys of the open incidents' findings, by cause. */
export function liveIncidents(findings: readonly WatchFinding[]): ReadonlyMap<string, string> {
  return new Map(
    [...openIncidents(findings)].map(([id, { check }]) => [id, findingKey({ kind: 'incident', id }, check)]),
  );
}

/**
 * The usual shares after this sweep. A lane with an open incident keeps its own, for that is not usual, and so does one
 * whose silent parcels are hidden by something else.
 */
export function nextUsual({ causes, lanes, hidden }: Owed, watch: Watch, now: Instant): NonNullable<Watch['usual']> {
  const passed = watch.watermark === undefined ? 0 : age(watch.watermark, now) / memory;
  const weight = 1 - Math.exp(-passed);
  const ofIncidents = [...openIncidents(watch.findings).keys()].map((key) => causes.get(key)?.cause.lane);
  const excepted = new Set([...ofIncidents, ...hidden.values()]);
  const silent = new Map<string, number>();
  for (const { cause, members } of causes.values()) {
    silent.set(cause.lane, (silent.get(cause.lane) ?? 0) + members.count);
  }
  const largest = [...lanes].toSorted(([, one], [, other]) => other - one).slice(0, mostLanes);
  return Object.fromEntries(
    largest.map(([lane, parcels]) => {
      const before = watch.usual?.[lane] ?? usualAtFirst;
      const share = (silent.get(lane) ?? 0) / parcels;
      return [lane, excepted.has(lane) ? before : rounded(before + weight * (share - before))];
    }),
  );
}

/** Never nothing: where nothing is usual, one silent parcel would be an incident. */
function rounded(share: number): number {
  return Math.max(0.001, Number(share.toPrecision(4)));
}
