import { expect, it } from 'vitest';
import { quarantine } from '../../../infra/cli/doctor/quarantine.ts';
import { aShop } from '../../support/a-shop.ts';
import { now } from '../../support/moments.ts';
import { aPatient, said } from './a-patient.ts';

it('counts orders that cannot be read, with where the first one breaks', async () => {
  const patient = await aPatient();
  expect(await said(quarantine, patient)).toEqual(['ok: 7495510238846614801: Every order could be read.']);
  const entries = ['1', '2'].map((order) => ({ order, run: 'r', paths: ['create_time'] }));
  await patient.quarantine.put(aShop().id, entries, now);
  expect(await said(quarantine, patient)).toEqual([
    'warn: 7495510238846614801: 2 orders cannot be read, e.g. 1 at create_time. | Look them up in Seller Center: nobody watches them here; a newer version may read them.',
  ]);
});
