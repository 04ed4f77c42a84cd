import type { Credential } from '../domain/credential.ts';
import { before, days, isPast } from '../domain/time.ts';
import { ok, okUntil, unknown, type Deadline, type Facts, type Verdict } from '../domain/verdict.ts';
import type { Check } from './check.ts';
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
    { id: 'credential-expiring-14', severity: 'warning' },
    { id: 'credential-expiring-7', severity: 'breach' },
    { id: 'credential-expiring-1', severity: 'critical' },
    { id: 'token-refresh-failing', severity: 'breach' },
    { id: 'credential-expired', severity: 'critical' },
  ],
  inhibitedBy: [],
  judge(credential, { now }) {
    if (credential.renewsItself) return judgeToken(credential, now);
    if (credential.expiresAt === undefined) return unknown('issue-date-missing');
    const end = credential.expiresAt;
    return staged(
      [
        { stage: 'credential-expiring-30', line: before(end, days(30)) },
        { stage: 'credential-expiring-14', line: before(end, days(14)) },
        { stage: 'credential-expiring-7', line: before(end, days(7)) },
        { stage: 'credential-expiring-1', line: before(end, days(1)) },
        { stage: 'credential-expired', line: end },
      ],
      now,
      { at: end, source: { kind: 'credential' } },
      factsOf(credential),
    );
  },
} as const satisfies Check<'credential'>;

function judgeToken(token: Credential, now: Parameters<typeof isPast>[1]): Verdict {
  const end = token.expiresAt;
  const deadline: { deadline?: Deadline } =
    end === undefined ? {} : { deadline: { at: end, source: { kind: 'credential' } } };
  if (end !== undefined && isPast(end, now)) {
    return { is: 'firing', stage: 'credential-expired', since: end, ...deadline, facts: factsOf(token) };
  }
  if (token.refusedSince === undefined) return end === undefined ? ok : okUntil(end);
  return {
    is: 'firing',
    stage: 'token-refresh-failing',
    since: token.refusedSince,
    ...deadline,
    facts: factsOf(token),
  };
}

function factsOf(credential: Credential): Facts {
  return {
    name: credential.name,
    kind: credential.kind,
    ...(credential.owner !== undefined && { owner: credential.owner }),
  };
}
