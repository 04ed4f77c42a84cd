import { expect, it } from 'vitest';
import { keyAges } from '../../../infra/cli/doctor/key-ages.ts';
import type { WatchedKey } from '../../../shared/domain/credential.ts';
import { daysAgo } from '../../support/moments.ts';
import { aPatient, said } from './a-patient.ts';

const key: WatchedKey = { id: 'erp', name: 'ERP link', kind: 'erp-link', owner: 'Li Wei' };
const renew = "Renew it with Li Wei and write its new day of issue under “issuedAt” into the shop's settings.";

it.each<[string, WatchedKey, string]>([
  ['a young key', { ...key, issuedAt: daysAgo(10) }, 'ok: 7495510238846614801: ERP link: It is 10 days old.'],
  [
    'a key of its last month',
    { ...key, issuedAt: daysAgo(70) },
    `warn: 7495510238846614801: ERP link: It is 70 days old and expires in 20 days. | ${renew}`,
  ],
  [
    'a key older than 90 days',
    { ...key, issuedAt: daysAgo(91) },
    `bad: 7495510238846614801: ERP link: It is 91 days old and has expired. | ${renew}`,
  ],
  [
    'a key without a day of issue',
    key,
    "warn: 7495510238846614801: ERP link: Nobody wrote down when it was issued. | Write its day of issue under “issuedAt” into the shop's settings.",
  ],
])('judges %s as a sweep would', async (_, given, expected) => {
  expect(await said(keyAges, await aPatient({ credentials: [given] }))).toEqual([expected]);
});
