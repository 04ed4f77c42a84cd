import { findingKey, type Finding } from '../domain/finding.ts';
import { toldDeparture, withDeparture } from '../domain/departure.ts';
import type { Shop } from '../domain/shop.ts';
import type { Clock } from '../ports/clock.ts';
import type { Sellers } from '../ports/credentials.ts';
import type { ChangeableShops } from '../ports/records.ts';
import type { Watch, Watches } from '../ports/watch.ts';

export interface DepartPorts {
  readonly shops: ChangeableShops;
  readonly watches: Pick<Watches, 'read'>;
  readonly sellers: Pick<Sellers, 'read'>;
  readonly clock: Pick<Clock, 'wall'>;
}

/**
 * Has the shops leave whose seller took the authorization away, once a sweep has told their people, and lets those stay
 * whose seller has consented anew. One conditional write a shop, which says all: dying anywhere leaves nothing half
 * done, and what a person changes meanwhile is looked at again in the next round.
 */
export async function settleDepartures(
  ports: DepartPorts,
): Promise<{ readonly left: number; readonly stayed: number }> {
  const { shops, watches, sellers, clock } = ports;
  let [left, stayed] = [0, 0];
  for (const id of await shops.list()) {
    const shop = await shops.read(id);
    if (!shop) continue;
    const told = shop.leaving ? undefined : handedOver(await watches.read(id));
    if (!mayChange(shop, told)) continue;
    const known = await sellers.read(shop.seller);
    const changed = await shops.change(id, (now) => withDeparture(now, told, known, clock.wall()));
    if (changed && shop.leaving) stayed += 1;
    else if (changed) left += 1;
  }
  return { left, stayed };
}

/** Of most shops nothing more has to be read. */
function mayChange({ leaving, deauthorized }: Shop, told: Finding | undefined): boolean {
  return leaving ? leaving.since === deauthorized : toldDeparture(told) !== undefined;
}

const about = findingKey({ kind: 'credential', id: 'access-token' }, 'credential-expiry');

/** The finding of the access token, unless the run that speaks of it is still under way. */
function handedOver(watch: Watch | undefined): Finding | undefined {
  const known = watch?.findings.find(({ subject, finding }) => findingKey(subject, finding.check) === about)?.finding;
  return known?.last.run === watch?.run?.id ? undefined : known;
}
