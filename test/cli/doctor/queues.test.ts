import { expect, it } from 'vitest';
import { queues } from '../../../infra/cli/doctor/queues.ts';
import type { QueueGauge } from '../../../infra/cli/queue-gauges.ts';
import { aPatient, healthsOf, said } from './a-patient.ts';

function holding(name: string, waiting: number, inFlight: number) {
  const gauge: QueueGauge = { name, waiting, inFlight };
  return aPatient({}, { gauges: () => Promise.resolve([gauge]) });
}

it.each<[string, string, number, number, string]>([
  ['an empty queue', 'tidewatch-notify', 0, 0, 'ok'],
  ['messages that are put off until their next try', 'tidewatch-notify', 0, 9, 'ok'],
  ['messages that are being worked off', 'tidewatch-notify', 5, 1, 'ok'],
  ['messages that nobody works on', 'tidewatch-notify', 5, 0, 'warn'],
  ['a round and the one before it, of one shop', 'tidewatch-sweep.fifo', 2, 1, 'ok'],
  ['more than two rounds', 'tidewatch-sweep.fifo', 3, 1, 'bad'],
])('judges %s', async (_, name, waiting, inFlight, health) => {
  expect(await healthsOf(queues, await holding(name, waiting, inFlight))).toEqual([health]);
});

it('leaves dead letters to their own examination', async () => {
  expect(await said(queues, await holding('tidewatch-notify-dead-letters', 3, 0))).toEqual([]);
});
