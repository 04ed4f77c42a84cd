import { seconds, type Duration } from '../../../shared/domain/time.ts';
import { en } from '../../../shared/messages/en.ts';
import { examination, type Diagnosis } from './examination.ts';
import type { Patient } from './patient.ts';

/** Left out: it did not answer. */
interface Seen {
  readonly name: string;
  readonly ahead?: number;
}

/**
 * TikTok refuses what is signed more than 30 s ahead of it or 5 min behind (common errors of the Open API, 2026-11);
 * a minute behind is a clock that nobody sets.
 */
const most = { ahead: seconds(30), behind: seconds(60) };

/** Dates have whole seconds, and the answer was under way. */
const noise = seconds(3);

export const clockSkew = examination({
  id: 'clock',
  look: ({ clocks }) => Promise.all(clocks.map(compare)),
  judge: (seen) => seen.map(judgeClock),
});

async function compare({ name, ahead }: Patient['clocks'][number]): Promise<Seen> {
  try {
    return { name, ahead: await ahead() };
  } catch {
    // Not to be reached from here: the other clocks are compared all the same.
    return { name };
  }
}

function judgeClock({ name, ahead }: Seen): Diagnosis {
  const about = `this machine and ${name}`;
  if (ahead === undefined)
    return {
      about,
      health: 'unknown',
      what: `${name} does not answer.`,
      toDo: 'Look whether this machine reaches the internet.',
    };
  if (Math.abs(ahead) <= noise) return { about, health: 'ok', what: 'The clocks agree.' };
  const what = `This machine is ${spanText(ahead)} ${ahead > 0 ? 'ahead' : 'behind'}.`;
  if (ahead <= most.ahead && -ahead <= most.behind) return { about, health: 'ok', what };
  return {
    about,
    health: 'bad',
    what,
    toDo: 'Have the system set its clock by the network (NTP): TikTok refuses what is signed at a wrong time.',
  };
}

function spanText(ahead: number): string {
  const length = Math.abs(ahead);
  return length < seconds(60) ? `${Math.round(length / seconds(1))} seconds` : en.duration(length as Duration);
}
