import type { OpenOrders } from '../../shared/ports/order-book.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';
import type { FakeOrderBook } from './fake-order-book.ts';

/** The open book, by id alone. */
export function openOrdersOf(book: FakeOrderBook, plan = new CrashPlan()): OpenOrders {
  return {
    find: (shop, orders) =>
      underPlan(plan, 'openOrders.find', () => {
        const open = book.open(shop).filter(({ order }) => orders.includes(order.id));
        return new Map(open.map((watched) => [watched.order.id, watched]));
      }),
  };
}
