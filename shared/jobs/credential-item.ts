import { findingKey, type Finding, type Subject } from '../domain/finding.ts';
import type { CredentialItem } from '../domain/remediation.ts';

/** A finding about a key or an authorization, as its remedy needs it. */
export function credentialItem(finding: Finding, subject: Subject): CredentialItem {
  const { name, owner, parcels } = finding.facts ?? {};
  return {
    kind: 'credential',
    key: `${findingKey(subject, finding.check)}#${finding.episode}`,
    check: finding.check,
    stage: finding.stage,
    credential: subject.id,
    name: typeof name === 'string' ? name : subject.id,
    ...(typeof owner === 'string' && { owner }),
    ...(typeof parcels === 'number' && { orders: parcels }),
    since: finding.since,
    ...(finding.deadline && { deadline: finding.deadline }),
  };
}
