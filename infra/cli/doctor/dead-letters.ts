import { age, earliest } from '../../../shared/domain/time.ts';
import { counted } from '../../../shared/messages/en-words.ts';
import { en } from '../../../shared/messages/en.ts';
import type { QueueGauge } from '../queue-gauges.ts';
import { examination, type Diagnosis } from './examination.ts';
import { isDeadLetters } from './queues.ts';

/** What was put aside is lost after 14 days, and nobody hears of what it says until it is sent again. */
export const deadLetters = examination({
  id: 'dead-letters',
  look: async (patient) => {
    const gauges = (await patient.gauges()).filter(({ name }) => isDeadLetters(name));
    const filled = gauges.some(({ waiting, inFlight }) => waiting + inFlight > 0);
    return { gauges, letters: filled ? await patient.deadLetters() : [] };
  },
  judge: ({ gauges, letters }, { now }) =>
    gauges.map((gauge) => {
      const own = letters.filter(({ queue }) => gauge.name.includes(`-${queue}-`));
      const since = earliest(...own.map(({ since }) => since));
      return judgeQueue(
        gauge,
        own.length,
        since === undefined ? '' : `, the oldest for ${en.duration(age(since, now))}`,
      );
    }),
});

function judgeQueue({ name, waiting, inFlight }: QueueGauge, held: number, oldest: string): Diagnosis {
  const count = Math.max(held, waiting + inFlight);
  if (count === 0) return { about: name, health: 'ok', what: 'Nothing lies there.' };
  return { about: name, health: 'bad', what: `${counted(count, 'message')} put aside${oldest}.`, toDo: toDo(name) };
}

/** What the schedule could not start is made good by the next round. */
function toDo(name: string): string {
  return name.includes('-dispatch-')
    ? 'Whole rounds were lost: see the article dispatch-dead-letters of infra/runbook.md.'
    : 'See why with npm run redrive -- --dry-run, mend it, and send them again with npm run redrive.';
}
