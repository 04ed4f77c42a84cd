import { isLive, type Finding } from '../domain/finding.ts';
import { casePatience, type KnownCase } from '../domain/remedy-case.ts';
import { after, instant, isPast, type Instant } from '../domain/time.ts';
import { okBecause, okUntil, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { silenceCause } from './silence-cause.ts';
import { traceSilent } from './trace-silent.ts';

/**
 * "A tracking supplement that was asked for shows up as a new scan; where none comes, the request is stuck." It is
 * asked for when a trace goes stale, and whoever supplements adds scans with their own times, so any news will do.
 */
export const supplementPending = {
  id: 'supplement-pending',
  on: 'order',
  stages: [{ id: 'tracking-supplement-pending', severity: 'breach' }],
  inhibitedBy: ['feed-lagging', 'credential-expiry'],
  during: ['IN_TRANSIT'],
  judge(subject, at) {
    if (subject.order.status === 'unrecognised') return unknown('status-unrecognised');
    const stale = subject.findings.find(isStale);
    if (!stale) return okBecause('no-silence');
    if (subject.findings.some(isOtherCause)) return okBecause('other-cause');
    const asked = subject.cases?.filter(({ remedy }) => remedy === 'supplement-tracking');
    // Nobody was asked: somebody has snoozed it, or says that it is no problem.
    if (asked?.length === 0) return okBecause('nothing-asked');
    const line = expectedBy(stale, subject.findings.find(isProof), asked);
    if (!isPast(line, at.now)) return okUntil(line);
    const silence = traceSilent.judge(subject, at);
    if (silence.is !== 'firing') return silence;
    // Another silence than the one that was complained of: a scan has come meanwhile.
    if (silence.stage !== stale.stage || silence.since !== stale.since) return okBecause('moved-since');
    return { is: 'firing', stage: 'tracking-supplement-pending', since: line };
  },
} as const satisfies Check<'order'>;

function isStale(finding: Finding): boolean {
  return finding.check === traceSilent.id && finding.stage === 'tracking-stale' && isLive(finding);
}

/** Where the carrier has nothing newer either, nothing was asked for, and nothing can come. */
function isOtherCause(finding: Finding): boolean {
  return finding.check === silenceCause.id && finding.stage !== 'api-sync-failure' && isLive(finding);
}

/** What was asked for with proof was asked for when the proof was found. */
function isProof(finding: Finding): boolean {
  return finding.check === silenceCause.id && finding.stage === 'api-sync-failure' && isLive(finding);
}

function expectedBy(
  { since, openedAt, last }: Finding,
  proof: Finding | undefined,
  asked: readonly KnownCase[] = [],
): Instant {
  const provenAt = proof && (proof.last.kind === 'reminded' ? proof.openedAt : proof.last.at);
  // What was asked for at once counts from the line itself; later, from the asking; a ticket from its filing.
  const later = asked.flatMap(({ askedAt, answeredAt }) => [
    ...(askedAt > last.at ? [askedAt] : []),
    answeredAt ?? since,
  ]);
  return after(instant(Math.max(since, openedAt, provenAt ?? since, ...later)), casePatience);
}
