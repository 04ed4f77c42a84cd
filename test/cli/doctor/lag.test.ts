import { expect, it } from 'vitest';
import { lag } from '../../../infra/cli/doctor/lag.ts';
import { aShop } from '../../support/a-shop.ts';
import { aWatch } from '../../support/a-watch.ts';
import { FakeWatches } from '../../support/fake-watches.ts';
import { hoursAgo, minutesAgo } from '../../support/moments.ts';
import { aPatient, healthsOf, said } from './a-patient.ts';

it('says up to when TikTok has been read', async () => {
  expect(await said(lag, await aPatient())).toEqual([
    'ok: 7495510238846614801: TikTok has been read up to 1 hour ago; the last finished sweep is that of 2026-01-15T11:00:00.000Z.',
  ]);
});

it('is bad from two missed sweeps on', async () => {
  const patient = await aPatient();
  patient.watches.seed(aShop().id, aWatch({ watermark: hoursAgo(2) }));
  expect(await healthsOf(lag, patient)).toEqual(['ok']);
  patient.watches.seed(aShop().id, aWatch({ watermark: minutesAgo(121) }));
  expect(await healthsOf(lag, patient)).toEqual(['bad']);
});

it('says nothing of a shop that nobody is meant to look at', async () => {
  expect(await said(lag, await aPatient({}, { shops: [aShop({ paused: true })] }))).toEqual([]);
});

it('asks for a first sweep', async () => {
  expect(await said(lag, { ...(await aPatient()), watches: new FakeWatches() })).toEqual([
    'warn: 7495510238846614801: Nothing of it has been read to the end; no sweep has been finished. | Sweep it now: npm run sweep.',
  ]);
});
