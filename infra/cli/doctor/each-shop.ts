import type { Shop } from '../../../shared/domain/shop.ts';

/** Something of every shop, read at once. */
export async function eachShop<Seen>(
  shops: readonly Shop[],
  read: (shop: Shop) => Promise<Seen>,
): Promise<readonly (readonly [Shop, Seen])[]> {
  return Promise.all(shops.map(async (shop) => [shop, await read(shop)] as const));
}
