import type { Life, ParcelLife } from '../life.ts';
import type { ShopWorld, World } from '../world.ts';

export interface FoundParcel {
  readonly shop: ShopWorld;
  readonly life: Life;
  readonly parcel: ParcelLife;
}

/** Parcels by number, as far as the world has come. */
export interface NumberIndex {
  all(): readonly string[];
  find(number: string): FoundParcel | undefined;
}

export function numberIndex(world: World): NumberIndex {
  const places = new Map<string, { readonly shop: ShopWorld; readonly position: number }>();
  const seen = new Map<ShopWorld, number>();
  function catchUp(): void {
    for (const shop of world.shops) {
      const visible = shop.source.visible(world.now());
      for (let position = seen.get(shop) ?? 0; position < visible; position += 1)
        for (const parcel of shop.source.life(position).parcels) places.set(parcel.number, { shop, position });
      seen.set(shop, visible);
    }
  }
  return {
    all() {
      catchUp();
      return [...places.keys()];
    },
    find(number) {
      catchUp();
      const place = places.get(number);
      const life = place?.shop.source.life(place.position);
      const parcel = life?.parcels.find((one) => one.number === number);
      return place && life && parcel ? { shop: place.shop, life, parcel } : undefined;
    },
  };
}
