import type { Shop } from '../../../shared/domain/shop.ts';
import { plain } from '../../../shared/messages/plain.ts';
import { examination, type Diagnosis } from './examination.ts';

/** Is anything watched at all, and can what people wrote of their shops be read? */
export const shopList = examination({
  id: 'shops',
  look: ({ shops, unreadable }) => Promise.resolve({ shops, unreadable }),
  judge: ({ shops, unreadable }) => [
    ...unreadable.map(({ shop, because }) => ({
      about: shop,
      health: 'bad' as const,
      what: `Its configuration cannot be read: ${plain(because, 160)}.`,
      toDo: 'Write it anew: no sweep of this shop can begin.',
    })),
    ...shops.map(judgeShop),
    ...(shops.length + unreadable.length === 0
      ? [
          {
            health: 'warn' as const,
            what: 'No shop is watched.',
            toDo: 'Connect one: npx tidewatch shop connect --recipient owner@example.com.',
          },
        ]
      : []),
  ],
});

function judgeShop({ id, name, paused, leaving, deauthorized }: Shop): Diagnosis {
  const shop = plain(name, 40);
  const isTaken = leaving && leaving.since === deauthorized;
  const toDo = isTaken
    ? 'Let the seller consent anew: npx tidewatch shop connect.'
    : `Take it up again: npx tidewatch shop resume ${id}.`;
  const why = isTaken ? 'is no longer authorized by its seller' : 'was removed';
  if (leaving) return { about: id, health: 'warn', what: `${shop} ${why} and waits to be deleted.`, toDo };
  if (paused) return { about: id, health: 'warn', what: `${shop} is paused: nobody looks at it.`, toDo };
  return { about: id, health: 'ok', what: `${shop} is watched.` };
}
