import { expect, it } from 'vitest';
import { clockSkew } from '../../../infra/cli/doctor/clock-skew.ts';
import { aPatient, said } from './a-patient.ts';

const byNetwork = 'Have the system set its clock by the network (NTP): TikTok refuses what is signed at a wrong time.';

it.each<[string, number, string]>([
  ['a second apart', 1_000, 'ok: this machine and TikTok: The clocks agree.'],
  ['half a minute ahead', 30_000, 'ok: this machine and TikTok: This machine is 30 seconds ahead.'],
  ['more than that', 31_000, `bad: this machine and TikTok: This machine is 31 seconds ahead. | ${byNetwork}`],
  ['a minute behind', -60_000, 'ok: this machine and TikTok: This machine is 1 minute behind.'],
  ['hours behind', -7_200_000, `bad: this machine and TikTok: This machine is 2 hours behind. | ${byNetwork}`],
])('compares clocks that are %s', async (_, ahead, expected) => {
  const clocks = [{ name: 'TikTok', ahead: () => Promise.resolve(ahead) }];
  expect(await said(clockSkew, await aPatient({}, { clocks }))).toEqual([expected]);
});

it('compares the others where one does not answer', async () => {
  const clocks = [
    { name: 'AWS', ahead: () => Promise.reject(new Error('no network')) },
    { name: 'TikTok', ahead: () => Promise.resolve(0) },
  ];
  expect(await said(clockSkew, await aPatient({}, { clocks }))).toEqual([
    'unknown: this machine and AWS: AWS does not answer. | Look whether this machine reaches the internet.',
    'ok: this machine and TikTok: The clocks agree.',
  ]);
});
