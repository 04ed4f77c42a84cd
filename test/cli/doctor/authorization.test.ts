import { expect, it } from 'vitest';
import { authorization } from '../../../infra/cli/doctor/authorization.ts';
import type { Authorization } from '../../../shared/domain/credential.ts';
import { aSeller, aShop, someCredentials } from '../../support/a-shop.ts';
import { FakeSellerVault } from '../../support/fake-seller-vault.ts';
import { daysAgo, daysFromNow, hoursAgo } from '../../support/moments.ts';
import { aPatient, healthsOf, said } from './a-patient.ts';

const token = 'seller open-id-7010736057180325637';
const connect = 'Let the seller consent anew: npx tidewatch shop connect.';

it('says how long TikTok lets us in, once for all shops of a seller', async () => {
  const patient = await aPatient({}, { shops: [aShop(), aShop({ id: '2' })] });
  expect(await said(authorization, patient)).toEqual([
    `ok: ${token}: The access token is good for 6 days and renews itself.`,
    `ok: ${token}: The authorization is good for 300 days.`,
  ]);
});

it.each<[string, Authorization, readonly string[]]>([
  [
    'a token that TikTok refuses to renew',
    someCredentials({ refusedSince: hoursAgo(3) }),
    [`bad: ${token}: TikTok has refused to renew the access token for 3 hours. | ${connect}`],
  ],
  [
    'a token that has run out',
    someCredentials({ accessExpiresAt: daysAgo(1) }),
    [`bad: ${token}: The access token ended 1 day ago. | ${connect}`],
  ],
  [
    'an authorization that ends this week',
    someCredentials({ refreshExpiresAt: daysFromNow(5) }),
    [`bad: ${token}: The authorization is good for 5 days. | ${connect}`],
  ],
  [
    'an authorization that ends this month',
    someCredentials({ refreshExpiresAt: daysFromNow(25) }),
    [`warn: ${token}: The authorization is good for 25 days. | ${connect}`],
  ],
  [
    'one of which nobody knows the end',
    { accessExpiresAt: daysFromNow(6) },
    [
      `warn: ${token}: Nobody knows when the authorization ends. | It is noted when the token is renewed next: look again tomorrow.`,
    ],
  ],
])('tells of %s', async (_, known, expected) => {
  const patient = await aPatient();
  patient.sellers.seed(aSeller, known);
  expect(await said(authorization, patient)).toEqual(expect.arrayContaining([...expected]));
});

it('tells what is not stored, and never what is', async () => {
  const vault = new FakeSellerVault();
  const without = await aPatient();
  expect(await healthsOf(authorization, { ...without, vault })).toEqual(['bad']);
  await vault.storeAppSecret(aSeller.appKey, 'secret');
  expect(await said(authorization, { ...without, vault })).toEqual([
    `bad: ${token}: No tokens are stored. | ${connect}`,
  ]);
  expect((await said(authorization, without)).join()).not.toMatch(/secret|access'|refresh'/);
});
