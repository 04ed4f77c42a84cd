import type { Life, ParcelLife, Unix } from './life.ts';
import type { OrderSource } from './order-source.ts';
import { rank } from './ranked-keys.ts';
import type { Place, RankedKeys } from './ranked-keys.ts';
import { parcelObjectStatus, parcelUpdatedAt } from './wire/parcel-object.ts';
import type { ParcelInOrders } from './wire/parcel-object.ts';

interface ParcelFilter {
  readonly by: 'create_time' | 'update_time' | 'order_pay_time';
  readonly created: { readonly from: Unix; readonly before: Unix };
  readonly updated: { readonly from: Unix; readonly before: Unix };
  readonly status?: string;
}

export interface ParcelIndex {
  /** The parcels that match at `now`; a place's tie leads back through `at`. Kept until `now` changes. */
  find(now: Unix, filter: ParcelFilter, name: string): RankedKeys;
  at(place: Place, now: Unix): ParcelInOrders | undefined;
  withId(parcel: string, now: Unix): ParcelInOrders | undefined;
}

const perOrder = 4;
const ties = 2 ** 26;

/** Walks every visible order's life, so a first search costs seconds at a million orders: nothing hourly asks it. */
export function parcelIndex(source: OrderSource): ParcelIndex {
  let latest = -1;
  const found = new Map<string, RankedKeys>();
  function inOrders(parcel: ParcelLife, now: Unix): ParcelInOrders | undefined {
    const [first, ...others] = parcel.orders.flatMap((order) => {
      const position = source.positionOf(order);
      return position !== undefined && position < source.visible(now) ? [source.life(position)] : [];
    });
    return first === undefined ? undefined : { parcel, lives: [first, ...others] };
  }
  return {
    find(now, filter, name) {
      if (latest !== now) found.clear();
      latest = now;
      const kept = found.get(name);
      if (kept !== undefined) return kept;
      const keys = rank(matching(source, now, filter), {
        ties,
        base: source.visible(now) === 0 ? 0 : source.createdAt(0),
      });
      found.set(name, keys);
      return keys;
    },
    at({ tie }, now) {
      const parcel = source.life(Math.floor(tie / perOrder)).parcels[tie % perOrder];
      return parcel === undefined ? undefined : inOrders(parcel, now);
    },
    withId(id, now) {
      const position = source.positionOfParcel(id);
      if (position === undefined || position >= source.visible(now)) return undefined;
      const parcel = source.life(position).parcels.find((parcel) => parcel.id === id && parcel.bornAt <= now);
      return parcel === undefined ? undefined : inOrders(parcel, now);
    },
  };
}

function* matching(source: OrderSource, now: Unix, filter: ParcelFilter): Generator<Place> {
  const count = source.visible(now);
  for (let position = 0; position < count; position += 1) {
    const life = source.life(position);
    for (const [place, parcel] of life.parcels.entries()) {
      // A combined parcel is listed once, with its first order.
      if (parcel.bornAt > now || parcel.orders[0] !== life.id || !matches(parcel, now, filter)) continue;
      yield { at: timeOf(life, parcel, now, filter.by), tie: position * perOrder + place };
    }
  }
}

function matches(parcel: ParcelLife, now: Unix, { created, updated, status }: ParcelFilter): boolean {
  const updatedAt = parcelUpdatedAt(parcel, now);
  return (
    parcel.bornAt >= created.from &&
    parcel.bornAt < created.before &&
    updatedAt >= updated.from &&
    updatedAt < updated.before &&
    (status === undefined || parcelObjectStatus(parcel, now) === status)
  );
}

function timeOf(life: Life, parcel: ParcelLife, now: Unix, by: ParcelFilter['by']): Unix {
  switch (by) {
    case 'create_time':
      return parcel.bornAt;
    case 'update_time':
      return parcelUpdatedAt(parcel, now);
    case 'order_pay_time':
      return life.paidAt ?? life.createdAt;
  }
}
