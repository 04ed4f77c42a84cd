import type { Shop } from '../../../shared/domain/shop.ts';
import { age, hours, type Instant } from '../../../shared/domain/time.ts';
import { en } from '../../../shared/messages/en.ts';
import type { Watch } from '../../../shared/ports/watch.ts';
import { eachShop } from './each-shop.ts';
import { examination, type Diagnosis } from './examination.ts';

/** As `feed-lagging` counts: two hourly sweeps missed. */
const tolerance = hours(2);

/** How old our view of a shop is. */
export const lag = examination({
  id: 'lag',
  look: ({ shops, watches }) =>
    eachShop(
      shops.filter(({ paused, leaving }) => !paused && !leaving),
      ({ id }) => watches.read(id),
    ),
  judge: (seen, { now }) => seen.map(([shop, watch]) => judgeShop(shop, watch, now)),
});

function judgeShop({ id: about }: Shop, watch: Watch | undefined, now: Instant): Diagnosis {
  const { watermark, handedOver } = watch ?? {};
  const done =
    handedOver === undefined ? 'no sweep has been finished' : `the last finished sweep is that of ${handedOver.run}`;
  if (watermark === undefined)
    return {
      about,
      health: 'warn',
      what: `Nothing of it has been read to the end; ${done}.`,
      toDo: 'Sweep it now: npm run sweep.',
    };
  const behind = age(watermark, now);
  const what = `TikTok has been read up to ${en.duration(behind)} ago; ${done}.`;
  if (behind <= tolerance) return { about, health: 'ok', what };
  return {
    about,
    health: 'bad',
    what,
    toDo: 'Sweep it now with npm run sweep; if that does not end, its log (tidewatch-sweep) says why.',
  };
}
