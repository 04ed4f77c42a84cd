import { age } from '../../../shared/domain/time.ts';
import { en } from '../../../shared/messages/en.ts';
import { plain } from '../../../shared/messages/plain.ts';
import { eachShop } from './each-shop.ts';
import { examination, type Diagnosis } from './examination.ts';

/** Channels that take nothing until a person acts, and those that do not answer. */
export const channels = examination({
  id: 'channels',
  look: ({ shops, channelStates }) => eachShop(shops, ({ id }) => channelStates.list(id)),
  judge: (seen, { now }) =>
    seen.flatMap(([{ id }, states]): readonly Diagnosis[] => {
      if (states.length === 0) return [{ about: id, health: 'ok', what: 'No channel refuses messages.' }];
      return states.map(({ channel, since, because, isTried }) => ({
        about: `${id}: ${plain(channel, 40)}`,
        health: isTried ? ('warn' as const) : ('bad' as const),
        what: `${isTried ? 'Does not answer' : 'Takes nothing'}, for ${en.duration(age(since, now))}: ${plain(because, 300)}.`,
        toDo: isTried
          ? 'Look whether the receiver is up: every notice is tried for a day.'
          : 'Mend what it says, then send what was put aside with npm run redrive.',
      }));
    }),
});
