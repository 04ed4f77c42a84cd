import { expect, it } from 'vitest';
import { channels } from '../../../infra/cli/doctor/channels.ts';
import { aShop } from '../../support/a-shop.ts';
import { hoursAgo } from '../../support/moments.ts';
import { aPatient, said } from './a-patient.ts';

it('names channels that take nothing, and those that do not answer', async () => {
  const patient = await aPatient();
  expect(await said(channels, patient)).toEqual(['ok: 7495510238846614801: No channel refuses messages.']);
  const state = { since: hoursAgo(3), triedAt: hoursAgo(1) };
  await patient.channelStates.disable(aShop().id, { ...state, channel: 'slack:en', because: '404 no_service' });
  await patient.channelStates.disable(aShop().id, { ...state, channel: 'webhook/erp', because: '503', isTried: true });
  expect(await said(channels, patient)).toEqual([
    'bad: 7495510238846614801: slack:en: Takes nothing, for 3 hours: 404 no_service. | Mend what it says, then send what was put aside with npm run redrive.',
    'warn: 7495510238846614801: webhook/erp: Does not answer, for 3 hours: 503. | Look whether the receiver is up: every notice is tried for a day.',
  ]);
});
