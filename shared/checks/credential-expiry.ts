import type { Credential } from '../domain/credential.ts';
import { departureFacts, departureStage } from '../domain/departure.ts';
import { after, before, days, isPast, type Instant } from '../domain/time.ts';
import { ok, okUntil, unknown, type Deadline, type Facts, type Verdict } from '../domain/verdict.ts';
import type { Check, Setting } from './check.ts';
import { clauseDeadline } from './deadline-of.ts';
import { staged } from './staged.ts';

/**
 * "An API key lives 90 days; without a valid one every sync stops." Keys and the seller's authorization are renewed
 * by people, so they are told 30, 14, 7 and 1 day before; the access token renews itself, so only failing to do so
 * is news.
 */
export const credentialExpiry = {
  id: 'credential-expiry',
  on: 'credential',
  stages: [
    { id: 'credential-expiring-30', severity: 'warning' },
    { id: 'credential-expiring-14', severity: 'warning', remedy: 'renew-credential' },
    { id: 'credential-expiring-7', severity: 'breach', remedy: 'renew-credential' },
    { id: 'credential-expiring-1', severity: 'critical', remedy: 'renew-credential' },
    { id: 'token-refresh-failing', severity: 'breach', remedy: 'renew-credential' },
    { id: 'credential-expired', severity: 'critical', remedy: 'renew-credential' },
    { id: 'credential-refused', severity: 'critical', remedy: 'renew-credential' },
    { id: 'parcels-dark', severity: 'critical', remedy: 'renew-credential' },
    // What there is to do is in the notice: nothing closes by itself once nobody looks at the shop any more.
    { id: departureStage, severity: 'critical' },
  ],
  newsOf: ['leavesAt'],
  inhibitedBy: [],
  judge(credential, at) {
    // Channels do not run out; whether they take messages is another check's matter.
    if (credential.kind === 'channel') return ok;
    if (credential.renewsItself) return judgeToken(credential, at.now);
    if (credential.kind === 'second-source-key') return judgeOpener(credential);
    const deadline = expiryOf(credential, at);
    if (!deadline) return unknown('issue-date-missing');
    const end = deadline.at;
    const parcels = credential.silencedParcels;
    return staged(
      [
        { stage: 'credential-expiring-30', line: before(end, days(30)) },
        { stage: 'credential-expiring-14', line: before(end, days(14)) },
        { stage: 'credential-expiring-7', line: before(end, days(7)) },
        { stage: 'credential-expiring-1', line: before(end, days(1)) },
        { stage: parcels ? 'parcels-dark' : 'credential-expired', line: end },
      ],
      at.now,
      deadline,
      { ...factsOf(credential), ...(parcels && isPast(end, at.now) && { parcels }) },
    );
  },
} as const satisfies Check<'credential'>;

/** What TikTok says, else issue date and life as written down, else the policy pack's life of a key. */
function expiryOf({ expiresAt, issuedAt, life }: Credential, at: Setting): Deadline | undefined {
  const known = expiresAt ?? (issuedAt !== undefined && life !== undefined ? after(issuedAt, life) : undefined);
  if (known !== undefined) return { at: known, source: { kind: 'credential' } };
  return clauseDeadline('credential-life', issuedAt, at);
}

/** It says nothing of when it ends, so only a refusal tells. */
function judgeOpener(key: Credential): Verdict {
  if (key.refusedSince === undefined) return ok;
  return { is: 'firing', stage: 'credential-refused', since: key.refusedSince, facts: factsOf(key) };
}

function judgeToken(token: Credential, now: Instant): Verdict {
  const end = token.expiresAt;
  const deadline = end === undefined ? {} : { deadline: { at: end, source: { kind: 'credential' } } as const };
  const { departure, refusedSince } = token;
  const facts = { ...factsOf(token), ...(departure && departureFacts(departure)) };
  if (departure && refusedSince !== undefined) {
    return { is: 'firing', stage: departureStage, since: refusedSince, facts };
  }
  if (end !== undefined && isPast(end, now)) {
    return { is: 'firing', stage: 'credential-expired', since: end, ...deadline, facts };
  }
  if (token.refusedSince === undefined) return end === undefined ? ok : okUntil(end);
  return { is: 'firing', stage: 'token-refresh-failing', since: token.refusedSince, ...deadline, facts };
}

function factsOf(credential: Credential): Facts {
  return {
    name: credential.name,
    kind: credential.kind,
    ...(credential.owner !== undefined && { owner: credential.owner }),
  };
}
