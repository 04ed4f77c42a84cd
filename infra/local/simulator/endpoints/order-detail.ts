import { codes, Refused } from '../refused.ts';
import { orderObject } from '../wire/order-object.ts';
import { positionOf } from '../world.ts';
import { badParameter } from './parameters.ts';
import type { Served, ShopCall } from './parameters.ts';

/** GET /order/202309/orders and /order/202507/orders, at most 50 ids */
export function readOrders(call: ShopCall): Served {
  const ids = (call.query.get('ids') ?? '').split(',').filter((id) => id !== '');
  if (ids.length === 0 || ids.length > 50) throw badParameter('ids');
  const orders = ids.flatMap((id) => {
    const position = findOrder(call, id);
    return position === undefined ? [] : [orderObject(call.shop.source.life(position), call.now, call.shop, 'detail')];
  });
  return { data: { orders } };
}

/**
 * There is no documented "order not found": an unknown id is left out. The id of another shop's order
 * is refused, the one reading of 21008111 that a single seller can try. Throws Refused.
 */
export function findOrder({ world, shop, now }: ShopCall, id: string): number | undefined {
  const position = positionOf(shop, id, now);
  if (position === undefined && world.shops.some((other) => positionOf(other, id, now) !== undefined)) {
    throw new Refused(codes.otherSeller, 'Order or package is not of this seller.');
  }
  return position;
}
