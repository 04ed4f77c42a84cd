import { expect, it } from 'vitest';
import { shopList } from '../../../infra/cli/doctor/shop-list.ts';
import { aShop } from '../../support/a-shop.ts';
import { now } from '../../support/moments.ts';
import { aPatient, said } from './a-patient.ts';

it('names what is watched, what cannot be read, and that nothing is', async () => {
  expect(await said(shopList, await aPatient())).toEqual(['ok: 7495510238846614801: Harbour Lane UK is watched.']);
  const broken = await aPatient({}, { shops: [], unreadable: [{ shop: '749', because: 'zone: is missing' }] });
  expect(await said(shopList, broken)).toEqual([
    'bad: 749: Its configuration cannot be read: zone: is missing. | Write it anew: no sweep of this shop can begin.',
  ]);
  expect(await said(shopList, await aPatient({}, { shops: [] }))).toEqual([
    'warn: No shop is watched. | Connect one: npx tidewatch shop connect --recipient owner@example.com.',
  ]);
});

it('names what nobody looks at for a while, and for good', async () => {
  const leaving = { since: now, until: now };
  const shops = [aShop({ paused: true }), aShop({ id: '77', leaving })];
  expect(await said(shopList, await aPatient({}, { shops }))).toEqual([
    'warn: 7495510238846614801: Harbour Lane UK is paused: nobody looks at it. | Take it up again: npx tidewatch shop resume 7495510238846614801.',
    'warn: 77: Harbour Lane UK was removed and waits to be deleted. | Take it up again: npx tidewatch shop resume 77.',
  ]);
});
