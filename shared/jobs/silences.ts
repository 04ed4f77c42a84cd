import { checkCards } from '../checks/registry.ts';
import { carrierKey } from '../domain/carrier-name.ts';
import type { WatchedKey } from '../domain/credential.ts';
import { findingKey, isLive, type Finding, type Subject } from '../domain/finding.ts';
import { causeKey, causeOf } from '../domain/incident.ts';
import { lastMoved } from '../domain/order.ts';
import type { Shop } from '../domain/shop.ts';
import { before, hours, type Instant } from '../domain/time.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import type { WatchFinding } from '../ports/watch.ts';

/** When a finding that silences others was open: still is, or until this run. */
export interface Silence {
  /** The key of that finding. */
  readonly by: string;
  readonly check: string;
  readonly from: Instant;
  readonly lifted: boolean;
  /** It stands on the same order: one line says both. */
  readonly own?: true;
  /** Somebody asked for it: of one subject, or of many. What it explains is what it covers, whatever the check. */
  readonly byPerson?: 'one' | 'many';
  /** Which findings it explains; left out = all that its check inhibits. */
  readonly covers?: (of: Concerned) => boolean;
}

/** A finding that may be silent. */
export interface Concerned {
  readonly finding: Finding;
  readonly subject: Subject;
  /** Of an order's finding. */
  readonly watched?: WatchedOrder | undefined;
}

const inhibitions = new Map(checkCards.map(({ id, inhibitedBy }) => [id, inhibitedBy]));
const silencing: ReadonlySet<string> = new Set(checkCards.flatMap(({ inhibitedBy }) => inhibitedBy));

/** The open findings about shop and credentials that silence others, and those that stopped doing so in this run. */
export function silencesOf(
  findings: readonly WatchFinding[],
  run: string,
  { credentials }: Pick<Shop, 'credentials'>,
): readonly Silence[] {
  return findings.flatMap(({ subject, finding }) => {
    const silence = silenceOf(finding, findingKey(subject, finding.check), run);
    if (!silence) return [];
    switch (subject.kind) {
      case 'shop':
        return [silence];
      case 'incident':
        return [{ ...silence, covers: (of: Concerned) => isMember(of, subject.id) }];
      case 'credential': {
        const key = credentials.find(({ kind, id }) => `${kind}:${id}` === subject.id);
        return key && darkStages.has(finding.stage) ? [{ ...silence, covers: darkenedBy(key, finding) }] : [];
      }
    }
  });
}

/** What explains an order's other findings, as it stands on the order itself. */
export function ownSilences({ order, findings }: WatchedOrder, run: string): readonly Silence[] {
  return findings.flatMap((finding) => {
    const silence = silenceOf(finding, findingKey({ kind: 'order', id: order.id }, finding.check), run);
    return silence ? [{ ...silence, own: true as const }] : [];
  });
}

/** Those that inhibit this finding's check and cover it. */
export function relevantTo(of: Concerned, silences: readonly Silence[]): readonly Silence[] {
  if (silences.length === 0) return silences;
  const inhibitedBy = inhibitions.get(of.finding.check) ?? [];
  return silences.filter(
    ({ check, covers, byPerson }) =>
      (byPerson !== undefined || inhibitedBy.includes(check)) && (covers === undefined || covers(of)),
  );
}

/** Why nothing is said of a live finding now; undefined = it is spoken of. Incidents are known later than this. */
export function mutedBy(relevant: readonly Silence[]): Silence | undefined {
  const reasons = relevant.filter((one) => !one.lifted && one.check !== 'incident');
  // What explains this very order counts it, whatever else keeps the whole shop silent.
  return reasons.find(({ covers }) => covers) ?? reasons[0];
}

/** Whether this run has to say something about a finding that nothing mutes. */
export function isTold(finding: Finding, relevant: readonly Silence[], run: string): boolean {
  return finding.last.run === run ? wasHeardOf(finding, relevant) : becameAudible(finding, relevant);
}

/** Somebody snoozed it and asked to hear of it again now. */
export function isWoken(finding: Finding, relevant: readonly Silence[]): boolean {
  return finding.state === 'open' && relevant.some(({ byPerson, lifted }) => lifted && byPerson !== undefined);
}

/**
 * Nobody is told of the end of what was never said: opened and resolved under the same silence. What explains one
 * order's silence ends with it, and one line says so.
 */
function wasHeardOf(finding: Finding, relevant: readonly Silence[]): boolean {
  return isLive(finding) || relevant.every((one) => wasKnown(finding, one.from) && !one.own);
}

/**
 * Changed while its cause kept it silent, and the cause has just been resolved. Of an incident's members only those
 * that live, for an end is told at once; whether the incident has ended is known later.
 */
function becameAudible(finding: Finding, relevant: readonly Silence[]): boolean {
  return relevant.some(({ check, lifted, from }) => {
    if (finding.last.at < from) return false;
    return check === 'incident' ? isLive(finding) : lifted && (isLive(finding) || wasKnown(finding, from));
  });
}

/** People may have heard of an earlier episode: better its end is said twice than never. */
function wasKnown({ openedAt, episode }: Finding, from: Instant): boolean {
  return openedAt < from || episode > 1;
}

function silenceOf(finding: Finding, by: string, run: string): Silence | undefined {
  // Of what somebody calls no problem nothing is told, so it cannot tell of others.
  if (!silencing.has(finding.check) || finding.state === 'dismissed') return undefined;
  const lifted = !isLive(finding) && finding.last.run === run;
  return isLive(finding) || lifted ? { by, check: finding.check, from: finding.openedAt, lifted } : undefined;
}

function isMember({ finding, watched }: Concerned, incident: string): boolean {
  const cause = watched && causeOf(finding, watched.order);
  return cause !== undefined && causeKey(cause) === incident;
}

/** The stages in which a key no longer opens anything. */
const darkStages: ReadonlySet<string> = new Set(['credential-expired', 'parcels-dark']);

/** A healthy parcel is scanned at least so often: one whose last scan is older was silent before (article, 2024). */
const longestGap = hours(48);

/** Parcels of the carriers that hang on the key, silent since about when it expired. */
function darkenedBy({ carriers }: WatchedKey, { since }: Finding): NonNullable<Silence['covers']> {
  const keys = carriers && new Set(carriers.map(carrierKey));
  return ({ watched }) => {
    if (!watched) return false;
    const { order, trace } = watched;
    const moved = lastMoved(order, trace) ?? order.confirmedAt;
    if (moved === undefined || moved < before(since, longestGap)) return false;
    const names = [order.carrierId, order.carrier, ...order.parcels.map(({ carrier }) => carrier)];
    return keys === undefined || names.some((name) => name !== undefined && keys.has(carrierKey(name)));
  };
}
