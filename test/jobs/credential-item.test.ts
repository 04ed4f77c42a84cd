import { describe, expect, it } from 'vitest';
import { credentialItem } from '../../shared/jobs/credential-item.ts';
import { aFinding } from '../support/a-finding.ts';
import { daysFromNow, hoursAgo } from '../support/moments.ts';

const subject = { kind: 'credential', id: 'erp-link:erp' } as const;
const deadline = { at: daysFromNow(14), source: { kind: 'credential' } } as const;
const finding = aFinding({ check: 'credential-expiry', stage: 'credential-expiring-14', episode: 3 });

describe('a finding about a key, as its remedy needs it', () => {
  it('brings key, name, owner, line and the orders that hang on it', () => {
    const facts = { name: 'ERP link', kind: 'erp-link', owner: 'Li Wei', parcels: 7 };
    expect(credentialItem({ ...finding, deadline, facts }, subject)).toEqual({
      kind: 'credential',
      key: 'credential-expiry/erp-link:erp#3',
      check: 'credential-expiry',
      stage: 'credential-expiring-14',
      credential: 'erp-link:erp',
      name: 'ERP link',
      owner: 'Li Wei',
      orders: 7,
      since: hoursAgo(2),
      deadline,
    });
  });

  it('is one item for all stages of an episode, and another for the next', () => {
    const later = credentialItem({ ...finding, stage: 'credential-expired' }, subject);
    expect(later.key).toBe(credentialItem(finding, subject).key);
    expect(credentialItem({ ...finding, episode: 4 }, subject).key).not.toBe(later.key);
  });

  it('without facts bears its id', () => {
    const { name, owner, orders } = credentialItem(finding, subject);
    expect({ name, owner, orders }).toEqual({ name: 'erp-link:erp', owner: undefined, orders: undefined });
  });
});
