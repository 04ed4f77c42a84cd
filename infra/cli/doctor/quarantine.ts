import { counted } from '../../../shared/messages/en-words.ts';
import { plain } from '../../../shared/messages/plain.ts';
import { eachShop } from './each-shop.ts';
import { examination, type Diagnosis } from './examination.ts';

/** Orders that could not be read are watched by nobody. */
export const quarantine = examination({
  id: 'quarantine',
  look: ({ shops, quarantine }) => eachShop(shops, ({ id }) => quarantine.list(id)),
  judge: (seen) =>
    seen.map(([{ id: about }, entries]): Diagnosis => {
      const [first] = entries;
      if (!first) return { about, health: 'ok', what: 'Every order could be read.' };
      const what = `${counted(entries.length, 'order')} cannot be read, e.g. ${plain(first.order, 40)} at ${plain(first.paths.join(', '), 80)}.`;
      return {
        about,
        health: 'warn',
        what,
        toDo: 'Look them up in Seller Center: nobody watches them here; a newer version may read them.',
      };
    }),
});
