import { counted } from '../../../shared/messages/en-words.ts';
import type { QueueGauge } from '../queue-gauges.ts';
import { examination, type Diagnosis } from './examination.ts';

interface Seen {
  readonly gauges: readonly QueueGauge[];
  readonly shops: number;
}

/** A round sends one message a shop: more than twice as many have been waiting for longer than a round. */
const mostRounds = 2;

export const queues = examination({
  id: 'queues',
  look: async ({ gauges, shops }): Promise<Seen> => ({ gauges: await gauges(), shops: shops.length }),
  judge: ({ gauges, shops }) =>
    gauges.filter(({ name }) => !isDeadLetters(name)).map((gauge) => judgeQueue(gauge, shops)),
});

export function isDeadLetters(queue: string): boolean {
  return queue.includes('-dead-letters');
}

function judgeQueue({ name, waiting, inFlight }: QueueGauge, shops: number): Diagnosis {
  const counts = `${counted(waiting, 'message')} waiting, ${inFlight} being worked on or tried again`;
  if (waiting === 0) return { about: name, health: 'ok', what: `${counts}.` };
  if (name.includes('-sweep') && waiting > mostRounds * shops)
    return {
      about: name,
      health: 'bad',
      what: `${counts}: more than two rounds.`,
      toDo: `Look at the log of tidewatch-sweep and at the article sweep-behind of infra/runbook.md.`,
    };
  if (inFlight > 0) return { about: name, health: 'ok', what: `${counts}.` };
  return {
    about: name,
    health: 'warn',
    what: `${counts}.`,
    toDo: 'Look again in a minute: if none is worked on then, its function does not run.',
  };
}
