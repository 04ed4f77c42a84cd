import { describe, expect, it } from 'vitest';
import { credentialExpiry } from '../../shared/checks/credential-expiry.ts';
import { credentialsOf, type Credential } from '../../shared/domain/credential.ts';
import { before, days, seconds } from '../../shared/domain/time.ts';
import { aCredential, aShop } from '../support/a-shop.ts';
import { aSetting } from '../support/a-setting.ts';
import { daysAgo, daysFromNow, hoursAgo, hoursFromNow, now } from '../support/moments.ts';

function stageAt(credential: Credential): string {
  const verdict = credentialExpiry.judge(credential, aSetting());
  return verdict.is === 'firing' ? verdict.stage : verdict.is === 'unknown' ? `unknown: ${verdict.because}` : 'ok';
}

const token = aCredential({ id: 'access-token', kind: 'access-token', renewsItself: true, expiresAt: daysFromNow(2) });

describe('keys are renewed in time', () => {
  const rows: [string, Credential, string][] = [
    ['sixty days left', aCredential(), 'ok'],
    ['exactly thirty days left', aCredential({ expiresAt: daysFromNow(30) }), 'ok'],
    [
      'a second less than thirty days',
      aCredential({ expiresAt: before(daysFromNow(30), seconds(1)) }),
      'credential-expiring-30',
    ],
    ['thirteen days', aCredential({ expiresAt: daysFromNow(13) }), 'credential-expiring-14'],
    ['six days', aCredential({ expiresAt: daysFromNow(6) }), 'credential-expiring-7'],
    ['twenty hours', aCredential({ expiresAt: hoursFromNow(20) }), 'credential-expiring-1'],
    ['at the very end', aCredential({ expiresAt: now }), 'credential-expiring-1'],
    ['over', aCredential({ expiresAt: before(now, seconds(1)) }), 'credential-expired'],
    ['nobody wrote down when it was issued', aCredential({ expiresAt: undefined }), 'unknown: issue-date-missing'],
    ['an access token renews itself', token, 'ok'],
    ['TikTok refuses to renew it', { ...token, refusedSince: hoursAgo(1) }, 'token-refresh-failing'],
    ['it ran out', { ...token, expiresAt: hoursAgo(1), refusedSince: hoursAgo(5) }, 'credential-expired'],
  ];
  it.each(rows)('%s', (_, credential, expected) => expect(stageAt(credential)).toBe(expected));

  it('names the key and who renews it', () => {
    const verdict = credentialExpiry.judge(aCredential({ owner: 'Li Wei', expiresAt: daysFromNow(5) }), aSetting());
    expect(verdict).toMatchObject({
      facts: { name: 'ERP key', kind: 'api-key', owner: 'Li Wei' },
      deadline: { at: daysFromNow(5) },
    });
  });
});

describe('what can expire for a shop', () => {
  it('is the token, the authorization, and every key written down', () => {
    const shop = aShop({
      credentials: [
        { id: 'erp', name: 'ERP key', kind: 'api-key', issuedAt: daysAgo(80), life: days(90), owner: 'Li Wei' },
        { id: 'wms', name: 'Warehouse key', kind: 'api-key', life: days(90) },
      ],
    });
    const listed = credentialsOf(shop, { accessExpiresAt: daysFromNow(3), refreshExpiresAt: daysFromNow(200) });
    expect(listed.map(({ id, expiresAt }) => [id, expiresAt])).toEqual([
      ['access-token', daysFromNow(3)],
      ['authorization', daysFromNow(200)],
      ['api-key:erp', daysFromNow(10)],
      ['api-key:wms', undefined],
    ]);
  });
});
