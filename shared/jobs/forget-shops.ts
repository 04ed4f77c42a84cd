import { isPast, type Instant } from '../domain/time.ts';
import type { Shop } from '../domain/shop.ts';
import type { Clock } from '../ports/clock.ts';
import type { Shops } from '../ports/records.ts';
import type { ShopData } from '../ports/shop-data.ts';

export interface ForgetPorts {
  readonly shops: Shops;
  readonly data: ShopData;
  readonly clock: Pick<Clock, 'wall'>;
  /** Wall-clock time at which to stop; the next round goes on. */
  readonly until: Instant;
}

/** Deletes all that is kept of shops that were removed, once the time is up that their people were given. */
export async function forgetShops(ports: ForgetPorts): Promise<{ readonly forgotten: number; readonly left: number }> {
  const { shops, data, clock, until } = ports;
  const all = (await Promise.all((await shops.list()).map((id) => shops.read(id)))).filter(
    (shop) => shop !== undefined,
  );
  const due = all.filter(({ leaving }) => leaving !== undefined && isPast(leaving.until, clock.wall()));
  let forgotten = 0;
  for (const shop of due) {
    // Of two shops of a seller that leave together, the one that is forgotten last takes the tokens along.
    if (!(await data.remove(shop, isLastOfSeller(shop, all), until))) break;
    await data.removeSettings(shop.id);
    all.splice(all.indexOf(shop), 1);
    forgotten += 1;
  }
  return { forgotten, left: due.length - forgotten };
}

function isLastOfSeller({ id, seller }: Shop, all: readonly Shop[]): boolean {
  return all.every(
    (other) => other.id === id || other.seller.openId !== seller.openId || other.seller.appKey !== seller.appKey,
  );
}
