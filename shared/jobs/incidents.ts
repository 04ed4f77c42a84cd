import { findingKey, isLive } from '../domain/finding.ts';
import type { IncidentSubject } from '../domain/incident.ts';
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

/** What the open book's silent parcels have in common, and what was open as an incident before. */
export function incidentsIn({ causes, lanes }: Owed, watch: Watch, now: Instant): readonly IncidentSubject[] {
  const present = [...causes].map(([key, group]): IncidentSubject => {
    const { cause, members } = group;
    return {
      cause,
      members: members.count,
      parcels: Math.max(members.count, lanes.get(cause.lane) ?? 0),
      usual: watch.usual?.[cause.lane] ?? usualAtFirst,
      since: medianSince(group) ?? now,
      isOpen: liveIncidents(watch.findings).has(key),
    };
  });
  const gone = watch.findings.filter(({ subject }) => subject.kind === 'incident' && !causes.has(subject.id));
  return [...present, ...gone.flatMap((entry) => over(entry, now))];
}

/** An incident of which nothing is left. */
function over({ subject, finding }: WatchFinding, since: Instant): readonly IncidentSubject[] {
  if (!isLive(finding)) return [];
  const [stage, carrier, place] = ['cause', 'carrier', 'place'].map((name) => String(finding.facts?.[name] ?? ''));
  if (!stage || !carrier || !place) return [];
  const cause = { stage, carrier, place, lane: subject.id.slice(stage.length + 1, -place.length - 1) };
  return [{ cause, members: 0, parcels: 0, usual: usualAtFirst, since, isOpen: true }];
}

/** The keys of the open incidents' findings, by cause. */
export function liveIncidents(findings: readonly WatchFinding[]): ReadonlyMap<string, string> {
  const live = findings.filter(({ subject, finding }) => subject.kind === 'incident' && isLive(finding));
  return new Map(live.map(({ subject, finding }) => [subject.id, findingKey(subject, finding.check)]));
}

/** The usual shares after this sweep; a lane with an open incident keeps its own, for that is not usual. */
export function nextUsual({ causes, lanes }: Owed, watch: Watch, now: Instant): NonNullable<Watch['usual']> {
  const passed = watch.watermark === undefined ? 0 : age(watch.watermark, now) / memory;
  const weight = 1 - Math.exp(-passed);
  const excepted = new Set([...liveIncidents(watch.findings).keys()].map((key) => causes.get(key)?.cause.lane));
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
