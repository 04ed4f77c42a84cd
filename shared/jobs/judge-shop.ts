import type { Check, Setting, ShopSubject } from '../checks/check.ts';
import { checks } from '../checks/registry.ts';
import { channelCredentials, type DisabledChannel } from '../domain/channel-state.ts';
import { credentialsOf, type Credential } from '../domain/credential.ts';
import { departureOf, departureStage, toldDeparture } from '../domain/departure.ts';
import { findingKey, isLive } from '../domain/finding.ts';
import { causeKey, type IncidentSubject } from '../domain/incident.ts';
import { noActs, withActs } from '../domain/known-acts.ts';
import { reconcile, resolve, type Occasion } from '../domain/reconcile.ts';
import { channelsOf, type Shop } from '../domain/shop.ts';
import { latest, type Instant } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { SellerCredentials } from '../ports/credentials.ts';
import type { PullOutcome, Watch, WatchFinding } from '../ports/watch.ts';
import { countVerdict, type NotWatchedCounts } from './not-watched.ts';

/** What a sweep knows of a shop beside its pull; what it does not know yet is left out. */
export interface SeenOfShop extends Omit<
  ShopSubject,
  'pull' | 'watermark' | 'because' | 'tracesReadAt' | 'outageTold' | 'secondFailingSince'
> {
  /** Orders that are silent because of a finding, by its key. */
  readonly silenced?: ReadonlyMap<string, number>;
  /** Channels that take no messages. */
  readonly disabled?: readonly DisabledChannel[];
  /** When TikTok last said that the seller took the authorization away; left out where it lets us in. */
  readonly deauthorizedAt?: Instant;
  /** What many orders have in common. */
  readonly incidents?: readonly IncidentSubject[];
}

interface Judgement {
  readonly subject: WatchFinding['subject'];
  readonly check: Check<'credential'> | Check<'shop'> | Check<'incident'>;
  readonly verdict: Verdict;
}

/**
 * Judges what is not an order: the shop's credentials, then the shop itself. Called after the pull, and once more when
 * the traces have been read and the days counted. The same array when nothing changed. `counts`: where to note what
 * cannot be watched.
 */
export function judgeShop(
  watch: Watch,
  shop: Shop,
  credentials: SellerCredentials,
  pull: PullOutcome,
  at: Setting,
  on: Occasion,
  seen: SeenOfShop = {},
  counts: NotWatchedCounts = new Map(),
): readonly WatchFinding[] {
  const { silenced, disabled = [], incidents = [], deauthorizedAt, ...others } = seen;
  const subjects = [
    ...credentialsOf(shop.credentials, credentials, shop.secondOpinion && (watch.second ?? {})).map((credential) =>
      withDeparture(credential, credentials, watch, deauthorizedAt, on.now),
    ),
    ...channelCredentials(channelsOf(shop), disabled, on.now),
  ];
  const kept = withoutRemoved(folded(watch.findings, on), subjects, on);
  const ofCredentials = settle(
    kept,
    subjects.flatMap((credential) => judgeCredential(withSilenced(credential, watch, silenced), at)),
    on,
    counts,
  );
  const ofShop = judgeItself(watch, shop, pull, ofCredentials, at, { ...others, ...outageTold(watch, on) });
  const ofIncidents = pull.outcome === 'complete' ? incidents.flatMap((subject) => judgeIncident(subject, at)) : [];
  return settle(ofCredentials, [...ofShop, ...ofIncidents], on, counts);
}

/** With what people did about them; the same array when nothing changed. */
function folded(findings: readonly WatchFinding[], { acts = noActs }: Occasion): readonly WatchFinding[] {
  const after = findings.map((entry) => {
    const finding = withActs(entry.finding, entry.subject, acts);
    return finding === entry.finding ? entry : { ...entry, finding };
  });
  return after.some((entry, place) => entry !== findings[place]) ? after : findings;
}

/** Until the book has been read, as many as when it was last. */
function withSilenced(
  credential: Credential,
  { findings }: Watch,
  silenced: ReadonlyMap<string, number> | undefined,
): Credential {
  const { id } = credential;
  const known = findings.find(({ subject }) => subject.kind === 'credential' && subject.id === id)?.finding;
  const count = silenced
    ? silenced.get(findingKey({ kind: 'credential', id }, 'credential-expiry'))
    : Number(known?.facts?.['parcels'] ?? 0);
  return count ? { ...credential, silencedParcels: count } : credential;
}

/** The date that people were told stays. */
function withDeparture(
  credential: Credential,
  known: SellerCredentials,
  { findings, watermark }: Watch,
  heardAt: Instant | undefined,
  now: Instant,
): Credential {
  if (credential.kind !== 'access-token') return credential;
  const told = toldDeparture(findings.find(({ subject }) => subject.id === credential.id)?.finding);
  const departure = departureOf(known, { told, heardAt, watermark }, now);
  return departure ? { ...credential, departure } : credential;
}

function judgeIncident(subject: IncidentSubject, at: Setting): readonly Judgement[] {
  return checks.incident.map((check) => ({
    subject: { kind: 'incident', id: causeKey(subject.cause) },
    check,
    verdict: check.judge(subject, at),
  }));
}

function judgeCredential(credential: Credential, at: Setting): readonly Judgement[] {
  return checks.credential.map((check) => ({
    subject: { kind: 'credential', id: credential.id },
    check,
    verdict: check.judge(credential, at),
  }));
}

function judgeItself(
  watch: Watch,
  shop: Shop,
  pull: PullOutcome,
  findings: readonly WatchFinding[],
  at: Setting,
  seen: Omit<SeenOfShop, 'silenced' | 'disabled' | 'incidents' | 'deauthorizedAt'>,
): readonly Judgement[] {
  // Only a credential that has its own finding may answer for the outage; it is never left to nobody.
  const explained = findings.some(({ subject, finding }) => accessTo.has(subject.id) && isDark(finding));
  const known = watch.firstLookDone ? latest(pull.reached, watch.watermark ?? pull.reached) : undefined;
  const subject = {
    pull: pull.outcome === 'credential' && !explained ? 'refused' : pull.outcome,
    ...(known !== undefined && { watermark: known }),
    ...(pull.because !== undefined && { because: pull.because }),
    ...seen,
    ...(watch.lookedUntil !== undefined && { tracesReadAt: watch.lookedUntil }),
    ...(shop.secondOpinion &&
      watch.second?.failingSince !== undefined && { secondFailingSince: watch.second.failingSince }),
  } as const;
  return checks.shop.map((check) => ({
    subject: { kind: 'shop', id: shop.id },
    check,
    verdict: check.judge(subject, at),
  }));
}

/** What lets Tidewatch read the shop; without other keys it goes on. */
const accessTo: ReadonlySet<string> = new Set(['access-token', 'authorization']);

/** Open before this run, though it may have ended with it. */
function outageTold({ findings }: Watch, { run }: Occasion): Pick<ShopSubject, 'outageTold'> {
  const told = findings.some(({ subject, finding }) => {
    const isDarkAccess = accessTo.has(subject.id) && darkStages.has(finding.stage);
    return (finding.check === 'feed-lagging' || isDarkAccess) && (isLive(finding) || finding.last.run === run);
  });
  return told ? { outageTold: true } : {};
}

const darkStages: ReadonlySet<string> = new Set(['credential-expired', 'token-refresh-failing', departureStage]);

function isDark(finding: WatchFinding['finding']): boolean {
  return isLive(finding) && darkStages.has(finding.stage);
}

function settle(
  known: readonly WatchFinding[],
  judgements: readonly Judgement[],
  on: Occasion,
  counts: NotWatchedCounts,
): readonly WatchFinding[] {
  let findings = known;
  for (const { subject, check, verdict } of judgements) {
    countVerdict(counts, check.id, verdict);
    const before = findings.find((entry) => isAbout(entry, subject, check.id));
    const after = reconcile(before?.finding, verdict, check, on);
    if (!after || after === before?.finding) continue;
    findings = [...findings.filter((entry) => entry !== before), { subject, finding: after }];
  }
  return findings;
}

/** A key that its people no longer list and a check that no longer exists are nobody's concern any more. */
function withoutRemoved(
  findings: readonly WatchFinding[],
  credentials: readonly Credential[],
  on: Occasion,
): readonly WatchFinding[] {
  const known = [...checks.credential, ...checks.shop, ...checks.incident];
  const isRemoved = ({ subject, finding }: WatchFinding): boolean => {
    if (!isLive(finding)) return false;
    if (known.every((check) => check.id !== finding.check)) return true;
    return subject.kind === 'credential' && credentials.every(({ id }) => id !== subject.id);
  };
  if (!findings.some(isRemoved)) return findings;
  return findings.map((entry) =>
    isRemoved(entry) ? { ...entry, finding: resolve(entry.finding, 'check-retired', on) } : entry,
  );
}

function isAbout(entry: WatchFinding, subject: WatchFinding['subject'], check: string): boolean {
  return entry.finding.check === check && entry.subject.kind === subject.kind && entry.subject.id === subject.id;
}
