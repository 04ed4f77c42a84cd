import * as z from 'zod';
import { statuses } from '../life.ts';
import { buyerOf } from '../wire/recipient.ts';
import { orderObject } from '../wire/order-object.ts';
import type { ShopCall, Served } from './parameters.ts';
import { bodyOf, pagingOf, timeFilters, windowsOf } from './parameters.ts';
import { pageOf } from './page.ts';
import type { OrderFilter } from '../order-index.ts';

const OrderSearch = z.object({
  ...timeFilters,
  order_status: z.enum(statuses).optional(),
  shipping_type: z.enum(['TIKTOK', 'SELLER']).optional(),
  buyer_user_id: z.string().optional(),
  is_buyer_request_cancel: z.boolean().optional(),
  warehouse_ids: z.array(z.string()).max(100).optional(),
});
type OrderSearch = z.infer<typeof OrderSearch>;

/** POST /order/202309/orders/search */
export function searchOrders(call: ShopCall): Served {
  const { shop, now } = call;
  const search = bodyOf(OrderSearch, call.body);
  const paging = pagingOf(call.query, 100, ['create_time', 'update_time']);
  const also = alsoOf(call, search);
  const filter: OrderFilter = {
    by: paging.by,
    ...windowsOf(search),
    ...(search.order_status === undefined ? {} : { status: search.order_status }),
    ...(also === undefined ? {} : { also }),
  };
  const name = JSON.stringify(search);
  const { places, ...page } = pageOf(call, shop.orders.find(now, filter, `${paging.by}/${name}`), paging, name);
  const orders = places.map(({ tie }) => orderObject(shop.source.life(tie), now, shop, 'list'));
  return { data: { ...page, orders } };
}

/** Filters that need the order itself, so they are asked last. */
function alsoOf({ shop, now }: ShopCall, search: OrderSearch): OrderFilter['also'] {
  const {
    shipping_type: shipping,
    buyer_user_id: buyer,
    is_buyer_request_cancel: asked,
    warehouse_ids: houses,
  } = search;
  if (shipping === undefined && buyer === undefined && asked === undefined && houses === undefined) return undefined;
  return (position) => {
    const { traits, cancelAskedAt = Infinity } = shop.source.life(position);
    const warehouse = traits.domestic ? shop.warehouses.domestic : shop.warehouses.china;
    return (
      (shipping === undefined || traits.shipping === shipping) &&
      (buyer === undefined || buyerOf(traits, shop.market).userId === buyer) &&
      (asked === undefined || cancelAskedAt <= now === asked) &&
      (houses === undefined || houses.includes(warehouse))
    );
  };
}
