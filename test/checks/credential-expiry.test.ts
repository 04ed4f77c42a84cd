import { describe, expect, it } from 'vitest';
import { credentialExpiry } from '../../shared/checks/credential-expiry.ts';
import { credentialsOf, keyKinds, type Credential } from '../../shared/domain/credential.ts';
import { before, days, seconds } from '../../shared/domain/time.ts';
import { aCredential } from '../support/a-shop.ts';
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

  it('says when to look at a token again', () => {
    expect(credentialExpiry.judge(token, aSetting())).toEqual({ is: 'ok', reviewAt: daysFromNow(2) });
  });

  it('names the key and who renews it', () => {
    const verdict = credentialExpiry.judge(aCredential({ owner: 'Li Wei', expiresAt: daysFromNow(5) }), aSetting());
    expect(verdict).toMatchObject({
      facts: { name: 'ERP key', kind: 'api-key', owner: 'Li Wei' },
      deadline: { at: daysFromNow(5) },
    });
  });
});

describe('when a key expires', () => {
  const dated = aCredential({ expiresAt: undefined, issuedAt: daysAgo(80) });
  const rows: [string, Credential, unknown][] = [
    [
      '90 days after its issue, as the article says',
      dated,
      { at: daysFromNow(10), source: { kind: 'clause', pack: 'article', clause: 'credential-life' } },
    ],
    [
      'after the life written down for it',
      { ...dated, life: days(85) },
      { at: daysFromNow(5), source: { kind: 'credential' } },
    ],
    [
      'when TikTok says, where it does',
      { ...dated, life: days(85), expiresAt: daysFromNow(2) },
      { at: daysFromNow(2), source: { kind: 'credential' } },
    ],
  ];
  it.each(rows)('%s', (_, credential, deadline) => {
    expect(credentialExpiry.judge(credential, aSetting())).toMatchObject({ is: 'firing', deadline });
  });
});

describe('a key of any kind', () => {
  it.each(keyKinds)('%s lives 90 days from its issue and is told of by its name', (kind) => {
    const keys = [{ id: 'k', name: 'Our key', kind, issuedAt: daysAgo(80), owner: 'Li Wei' }];
    const key = credentialsOf(keys, {}).find(({ id }) => id === `${kind}:k`);
    expect(key && credentialExpiry.judge(key, aSetting())).toMatchObject({
      is: 'firing',
      stage: 'credential-expiring-14',
      deadline: { at: daysFromNow(10), source: { kind: 'clause', clause: 'credential-life' } },
      facts: { name: 'Our key', kind, owner: 'Li Wei' },
    });
  });

  it('keys of two kinds may bear the same id', () => {
    const keys = keyKinds.map((kind) => ({ id: 'erp', name: kind, kind }));
    expect(new Set(credentialsOf(keys, {}).map(({ id }) => id)).size).toBe(keys.length + 2);
  });
});

describe("the seller's authorization", () => {
  it.each([
    ['31 days before its end', daysFromNow(31), 'ok'],
    ['in its last 30 days', daysFromNow(29), 'credential-expiring-30'],
    ['over', daysAgo(1), 'credential-expired'],
  ])('%s', (_, refreshExpiresAt, expected) => {
    const consent = credentialsOf([], { refreshExpiresAt }).find(({ kind }) => kind === 'authorization');
    expect(consent && stageAt(consent)).toBe(expected);
  });
});

describe('a token that TikTok refuses to renew', () => {
  it('says since when, and until when the present one lasts', () => {
    const refused = credentialExpiry.judge({ ...token, refusedSince: hoursAgo(1) }, aSetting());
    expect(refused).toMatchObject({
      since: hoursAgo(1),
      deadline: { at: daysFromNow(2), source: { kind: 'credential' } },
    });
  });

  it('names no end that nobody knows', () => {
    const { expiresAt: _, ...endless } = token;
    expect(credentialExpiry.judge({ ...endless, refusedSince: hoursAgo(1) }, aSetting())).not.toHaveProperty(
      'deadline',
    );
    expect(credentialExpiry.judge(endless, aSetting())).toEqual({ is: 'ok' });
  });
});

describe('what can expire for a shop', () => {
  it('is the token, the authorization, and every key written down', () => {
    const keys = [
      { id: 'erp', name: 'ERP key', kind: 'api-key', issuedAt: daysAgo(80), owner: 'Li Wei' },
      { id: 'wms', name: 'Warehouse key', kind: 'api-key', life: days(30) },
    ] as const;
    const listed = credentialsOf(keys, { accessExpiresAt: daysFromNow(3), refreshExpiresAt: daysFromNow(200) });
    expect(listed).toMatchObject([
      { id: 'access-token', expiresAt: daysFromNow(3), renewsItself: true },
      { id: 'authorization', expiresAt: daysFromNow(200), renewsItself: false },
      { id: 'api-key:erp', issuedAt: daysAgo(80), owner: 'Li Wei', renewsItself: false },
      { id: 'api-key:wms', life: days(30), renewsItself: false },
    ]);
  });

  it('keeps who renews a key, and since when TikTok refuses the token', () => {
    const key = { id: 'erp', name: 'ERP key', kind: 'api-key', life: days(90) } as const;
    const keys = [
      { ...key, owner: 'Li Wei' },
      { ...key, id: 'wms' },
    ];
    const listed = credentialsOf(keys, { refusedSince: hoursAgo(1) });
    expect(listed.map(({ id, owner, refusedSince }) => [id, owner, refusedSince])).toEqual([
      ['access-token', undefined, hoursAgo(1)],
      ['authorization', undefined, undefined],
      ['api-key:erp', 'Li Wei', undefined],
      ['api-key:wms', undefined, undefined],
    ]);
  });
});

describe('the parcels that hang on a key', () => {
  const facts = (changes: object) => credentialExpiry.judge(aCredential(changes), aSetting());
  it('are told of when it has ended, and not before', () => {
    expect(facts({ expiresAt: hoursAgo(1), silencedParcels: 7 })).toMatchObject({
      stage: 'parcels-dark',
      facts: { parcels: 7 },
    });
    expect(facts({ expiresAt: hoursAgo(1) })).toMatchObject({ stage: 'credential-expired' });
    expect(facts({ expiresAt: hoursAgo(1) })).not.toMatchObject({ facts: { parcels: expect.anything() } });
    expect(facts({ expiresAt: hoursFromNow(20), silencedParcels: 7 })).not.toMatchObject({
      facts: { parcels: expect.anything() },
    });
  });
});

it('the key of a second source speaks when it is refused, and only then', () => {
  const key = aCredential({ id: 'second-source-key', kind: 'second-source-key', expiresAt: undefined });
  expect(stageAt(key)).toBe('ok');
  expect(stageAt({ ...key, refusedSince: hoursAgo(1) })).toBe('credential-refused');
});
