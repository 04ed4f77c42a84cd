import type { Carrier } from './carriers.ts';
import type { OrderSource } from './order-source.ts';

/** What the seller has put in the place of a parcel's first number. */
export interface NumberChange {
  readonly number: string;
  readonly carrier: Carrier;
}

/** The same orders with the numbers that parcels bear since. `update_time` stays: it is the last change of status. */
export function withNumberChanges(source: OrderSource, changes: ReadonlyMap<string, NumberChange>): OrderSource {
  return {
    ...source,
    life(position) {
      const life = source.life(position);
      if (changes.size === 0) return life;
      return { ...life, parcels: life.parcels.map((parcel) => ({ ...parcel, ...changes.get(parcel.id) })) };
    },
  };
}
