import type { Check, Setting, ShopSubject } from '../checks/check.ts';
import { checks } from '../checks/registry.ts';
import { credentialsOf, type Credential } from '../domain/credential.ts';
import { isLive } from '../domain/finding.ts';
import { reconcile, resolve, type Occasion } from '../domain/reconcile.ts';
import type { Shop } from '../domain/shop.ts';
import { latest } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { SellerCredentials } from '../ports/credentials.ts';
import type { PullOutcome, Watch, WatchFinding } from '../ports/watch.ts';
import { countVerdict, type NotWatchedCounts } from './not-watched.ts';

/** What a sweep knows of a shop beside its pull; what it does not know yet is left out. */
export type SeenOfShop = Omit<ShopSubject, 'pull' | 'watermark' | 'because' | 'tracesReadAt' | 'outageTold'>;

interface Judgement {
  readonly subject: WatchFinding['subject'];
  readonly check: Check<'credential'> | Check<'shop'>;
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
  const subjects = credentialsOf(shop.credentials, credentials);
  const kept = withoutRemoved(watch.findings, subjects, on);
  const ofCredentials = settle(
    kept,
    subjects.flatMap((credential) => judgeCredential(credential, at)),
    on,
    counts,
  );
  return settle(
    ofCredentials,
    judgeItself(watch, shop, pull, ofCredentials, at, { ...seen, ...outageTold(watch, on) }),
    on,
    counts,
  );
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
  seen: SeenOfShop,
): readonly Judgement[] {
  // Only a credential that has its own finding may answer for the outage; it is never left to nobody.
  const explained = findings.some(({ subject, finding }) => subject.kind === 'credential' && isDark(finding));
  const known = watch.firstLookDone ? latest(pull.reached, watch.watermark ?? pull.reached) : undefined;
  const subject = {
    pull: pull.outcome === 'credential' && !explained ? 'refused' : pull.outcome,
    ...(known !== undefined && { watermark: known }),
    ...(pull.because !== undefined && { because: pull.because }),
    ...seen,
    ...(watch.lookedUntil !== undefined && { tracesReadAt: watch.lookedUntil }),
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

const darkStages: ReadonlySet<string> = new Set(['credential-expired', 'token-refresh-failing']);

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
    const after = reconcile(before?.finding, verdict, { check: check.id, stages: check.stages }, on);
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
  const known = [...checks.credential, ...checks.shop];
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
