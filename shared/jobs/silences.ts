import { checkCards } from '../checks/registry.ts';
import { carrierKey } from '../domain/carrier-name.ts';
import type { WatchedKey } from '../domain/credential.ts';
import { findingKey, isLive, type Finding } from '../domain/finding.ts';
import { causeKey, causeOf } from '../domain/incident.ts';
import { lastMoved } from '../domain/order.ts';
import type { Shop } from '../domain/shop.ts';
import { before, hours, type Instant } from '../domain/time.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import type { WatchFinding } from '../ports/watch.ts';
import { isNewTo, isNewToAny, type Hearing, type Voice } from './voices.ts';

/** When a finding that silences others was open: still is, or until not long ago. */
export interface Silence {
  /** The key of that finding. */
  readonly by: string;
  readonly check: string;
  readonly from: Instant;
  /** How it ended; left out: it is open. */
  readonly ended?: Finding['last'];
  /** It stands on the same order: one line says both. */
  readonly own?: true;
  /** Which findings of an order it explains; left out = all that its check inhibits. */
  readonly covers?: (finding: Finding, watched: WatchedOrder) => boolean;
}

const silencing: ReadonlySet<string> = new Set(checkCards.flatMap(({ inhibitedBy }) => inhibitedBy));

/** The findings about shop and credentials that silence others, and those whose end somebody has not heard yet. */
export function silencesOf(
  findings: readonly WatchFinding[],
  voices: readonly Voice[],
  { credentials }: Pick<Shop, 'credentials'>,
): readonly Silence[] {
  return findings.flatMap(({ subject, finding }) => {
    const silence = silenceOf(finding, findingKey(subject, finding.check), voices);
    if (!silence) return [];
    switch (subject.kind) {
      case 'shop':
        return [silence];
      case 'incident':
        return [{ ...silence, covers: (of: Finding, { order }: WatchedOrder) => isMember(of, order, subject.id) }];
      case 'credential': {
        const key = credentials.find(({ kind, id }) => `${kind}:${id}` === subject.id);
        return key && darkStages.has(finding.stage) ? [{ ...silence, covers: darkenedBy(key, finding) }] : [];
      }
    }
  });
}

/** What explains an order's other findings, as it stands on the order itself. */
export function ownSilences({ order, findings }: WatchedOrder, voices: readonly Voice[]): readonly Silence[] {
  return findings.flatMap((finding) => {
    const silence = silenceOf(finding, findingKey({ kind: 'order', id: order.id }, finding.check), voices);
    return silence ? [{ ...silence, own: true as const }] : [];
  });
}

/** Those that inhibit this finding's check and cover it. */
export function relevantTo(
  finding: Finding,
  silences: readonly Silence[],
  watched: WatchedOrder | undefined,
): readonly Silence[] {
  const inhibitedBy = checkCards.find(({ id }) => id === finding.check)?.inhibitedBy ?? [];
  return silences.filter(
    ({ check, covers }) => inhibitedBy.includes(check) && (!covers || (watched && covers(finding, watched))),
  );
}

/** Why nothing is said of a live finding now; undefined = it is spoken of. Incidents are known later than this. */
export function mutedBy(relevant: readonly Silence[]): Silence | undefined {
  const reasons = relevant.filter((one) => !one.ended && one.check !== 'incident');
  // What explains this very order counts it, whatever else keeps the whole shop silent.
  return reasons.find(({ covers }) => covers) ?? reasons[0];
}

/** Whether there is something to say of a finding that nothing mutes, to somebody whom it concerns since then. */
export function isTold(
  finding: Finding,
  relevant: readonly Silence[],
  hearing: Hearing,
  concernedFrom: Instant = finding.openedAt,
): boolean {
  const silences = relevant.filter(({ ended }) => !ended || isNewTo(hearing, ended));
  return isNewTo(hearing, finding.last)
    ? wasHeardOf(finding, silences, hearing, concernedFrom)
    : silences.some((silence) => becameAudible(finding, silence));
}

/**
 * Nobody is told of the end of what was never said: opened and resolved under the same silence, or while it was held
 * back. What explains one order's silence ends with it, and one line says so.
 */
function wasHeardOf(
  finding: Finding,
  silences: readonly Silence[],
  { run, heardUpTo }: Hearing,
  concernedFrom: Instant,
): boolean {
  // What a backfill opened meanwhile was opened quietly.
  if (isLive(finding)) return finding.last.run === run || !finding.quiet;
  if (heardUpTo !== undefined && concernedFrom > heardUpTo) return false;
  return silences.every((one) => finding.openedAt < one.from && !one.own);
}

/**
 * Changed while its cause kept it silent, and the cause has just been resolved. Of an incident's members only those
 * that live, for an end is told at once; whether the incident has ended is known later.
 */
function becameAudible(finding: Finding, { check, ended, from }: Silence): boolean {
  if (finding.last.at < from) return false;
  return check === 'incident' ? isLive(finding) : ended !== undefined && (isLive(finding) || finding.openedAt < from);
}

function silenceOf(finding: Finding, by: string, voices: readonly Voice[]): Silence | undefined {
  if (!silencing.has(finding.check)) return undefined;
  const { check, openedAt: from, last } = finding;
  if (isLive(finding)) return { by, check, from };
  return isNewToAny(voices, last) ? { by, check, from, ended: last } : undefined;
}

function isMember(finding: Finding, order: WatchedOrder['order'], incident: string): boolean {
  const cause = causeOf(finding, order);
  return cause !== undefined && causeKey(cause) === incident;
}

/** The stages in which a key no longer opens anything. */
const darkStages: ReadonlySet<string> = new Set(['credential-expired', 'parcels-dark']);

/** A healthy parcel is scanned at least so often: one whose last scan is older was silent before (article, 2024). */
const longestGap = hours(48);

/** Parcels of the carriers that hang on the key, silent since about when it expired. */
function darkenedBy({ carriers }: WatchedKey, { since }: Finding): NonNullable<Silence['covers']> {
  const keys = carriers && new Set(carriers.map(carrierKey));
  return (_, { order, trace }) => {
    const moved = lastMoved(order, trace) ?? order.confirmedAt;
    if (moved === undefined || moved < before(since, longestGap)) return false;
    const names = [order.carrierId, order.carrier, ...order.parcels.map(({ carrier }) => carrier)];
    return keys === undefined || names.some((name) => name !== undefined && keys.has(carrierKey(name)));
  };
}
