import { expect, it } from 'vitest';
import { mail } from '../../../infra/cli/doctor/mail.ts';
import { aMailAccount, aPatient, healthsOf, sandbox, said } from './a-patient.ts';

it('is well out of the sandbox with a verified sender', async () => {
  expect(await said(mail, await aPatient())).toEqual([
    'ok: SES account: 12 of 50,000 mails sent within 24 hours.',
    'ok: sender: watch@tidewatch.example is verified.',
    'ok: recipients: Mail may go to anybody: SES is not in its sandbox.',
  ]);
});

it('in the sandbox names those that SES refuses to write to, contacts of carriers too', async () => {
  const verified = ['tidewatch.example', 'owner@shop.example', 'shenzhen@shop.example', 'operations@shop.example'];
  const carriers = [{ name: 'YunExpress', contact: 'Chajian@example.com', locale: 'en' as const }];
  const patient = await aPatient({ carriers }, { mail: aMailAccount(sandbox, verified) });
  expect((await said(mail, patient)).at(-1)).toBe(
    'bad: recipients: SES is probably in its sandbox (200 mails a day, one a second), and refuses mail to Chajian@example.com. | Verify them in SES, or ask for production access in the SES console.',
  );
  const all = await aPatient({ carriers }, { mail: aMailAccount(sandbox, [...verified, 'chajian@example.com']) });
  expect(await healthsOf(mail, all)).toEqual(['ok', 'ok', 'warn']);
});

it.each<[string, Parameters<typeof aMailAccount>, readonly string[]]>([
  ['an account that was paused', [{ enabled: false }], ['bad', 'ok', 'ok']],
  ['a quota that is nearly used up', [{ daily: 1_000, sent: 800 }], ['warn', 'ok', 'ok']],
  ['a sender that nobody verified', [{}, []], ['ok', 'bad', 'ok']],
])('tells of %s', async (_, account, healths) => {
  expect(await healthsOf(mail, await aPatient({}, { mail: aMailAccount(...account) }))).toEqual(healths);
});
