import { statusAt } from '../../../infra/local/simulator/life.ts';
import { marketOf } from '../../../infra/local/simulator/markets.ts';
import { orderSource } from '../../../infra/local/simulator/order-supply.ts';
import { orderObject } from '../../../infra/local/simulator/wire/order-object.ts';
import { readOrderPage } from '../../../shared/adapters/tiktok-shop/order-page.ts';
import { isClosed, type Order } from '../../../shared/domain/order.ts';
import { instant, type Instant } from '../../../shared/domain/time.ts';

/** An order as it comes over the wire, and as the checks see it. */
export interface WireOrder {
  readonly json: string;
  readonly order: Order;
}

/** The open orders of a generated shop in the United Kingdom at `now`, the same ones every time. */
export function openOrders(count: number, now: Instant): readonly WireOrder[] {
  const at = Math.floor(now / 1_000);
  const market = marketOf('GB');
  const source = orderSource(
    { from: 'generator', open: count },
    { seed: 7, place: 0, market, crossBorder: true, start: at },
  );
  const setting = { market, warehouses: { domestic: '7000000000000000001', china: '7000000000000000002' } };
  const lives = Array.from({ length: source.visible(at) }, (_, position) => source.life(position));
  const objects = lives
    .filter((life) => !['DELIVERED', 'COMPLETED', 'CANCELLED'].includes(statusAt(life, at)))
    .map((life) => orderObject(life, at, setting, 'list'));
  return objects.map((object) => {
    const json = JSON.stringify(object);
    const [order] = readOrderPage({ orders: [JSON.parse(json)] }, { by: 'update_time', first: true }).orders;
    if (!order || isClosed(order)) throw new Error('a generated order could not be read as an open one');
    return { json, order };
  });
}

export function benchNow(): Instant {
  return instant(Date.UTC(2026, 10, 20, 12));
}
