import type { Credential } from '../../../shared/domain/credential.ts';
import type { Shop } from '../../../shared/domain/shop.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { Severity, Verdict } from '../../../shared/domain/verdict.ts';
import { credentialExpiry } from '../../../shared/checks/credential-expiry.ts';
import { policy } from '../../../shared/policies/registry.ts';
import type { Health } from './examination.ts';

/** As a sweep would judge it, so that the doctor and the notices never disagree. */
export function credentialHealth(
  credential: Credential,
  shop: Shop,
  now: Instant,
): { readonly health: Health; readonly verdict: Verdict } {
  const verdict: Verdict = credentialExpiry.judge(credential, { now, policy, shop });
  return { health: healthOf(verdict), verdict };
}

function healthOf(verdict: Verdict): Health {
  if (verdict.is !== 'firing') return verdict.is === 'ok' ? 'ok' : 'warn';
  const stages: readonly { readonly id: string; readonly severity: Severity }[] = credentialExpiry.stages;
  return stages.find(({ id }) => id === verdict.stage)?.severity === 'warning' ? 'warn' : 'bad';
}
