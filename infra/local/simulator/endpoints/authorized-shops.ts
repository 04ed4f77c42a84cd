import type { World } from '../world.ts';
import type { Served } from './parameters.ts';

/** GET /authorization/202309/shops: one token covers all shops of the seller. */
export function listShops(world: World): Served {
  const shops = world.shops.map(({ id, name, region, sellerType, cipher, code }) => {
    return { id, name, region, seller_type: sellerType, cipher, code };
  });
  return { data: { shops } };
}
