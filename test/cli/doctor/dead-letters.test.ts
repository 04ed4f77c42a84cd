import { expect, it } from 'vitest';
import { deadLetters } from '../../../infra/cli/doctor/dead-letters.ts';
import { hoursAgo } from '../../support/moments.ts';
import { aPatient, said } from './a-patient.ts';

function holding(name: string, waiting: number) {
  return aPatient(
    {},
    {
      gauges: () => Promise.resolve([{ name, waiting, inFlight: 0 }]),
      deadLetters: () => Promise.resolve([5, 3].map((age) => ({ queue: 'notify' as const, since: hoursAgo(age) }))),
    },
  );
}

it('counts what was put aside, with the age of the oldest', async () => {
  expect(await said(deadLetters, await holding('tidewatch-notify-dead-letters', 2))).toEqual([
    'bad: tidewatch-notify-dead-letters: 2 messages put aside, the oldest for 5 hours. | See why with npm run redrive -- --dry-run, mend it, and send them again with npm run redrive.',
  ]);
});

it('sends whoever finds a lost round to the runbook: it cannot be sent again', async () => {
  expect(await said(deadLetters, await holding('tidewatch-dispatch-dead-letters', 1))).toEqual([
    'bad: tidewatch-dispatch-dead-letters: 1 message put aside. | Whole rounds were lost: see the article dispatch-dead-letters of infra/runbook.md.',
  ]);
});

it('touches no letter where there is none', async () => {
  const patient = await holding('tidewatch-notify-dead-letters', 0);
  const touching = { ...patient, deadLetters: () => Promise.reject(new Error('touched')) };
  expect(await said(deadLetters, touching)).toEqual(['ok: tidewatch-notify-dead-letters: Nothing lies there.']);
});
