import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hours, instant } from '../../shared/domain/time.ts';
import { call, searchAll, searchPage } from './client.ts';
import type { Wire } from './client.ts';
import { aShop, aSimulator, noon } from './world.ts';

function ids(orders: readonly Wire[]): readonly unknown[] {
  return orders.map(({ id }) => id);
}

describe('what has not happened yet', () => {
  it('is neither shown nor searched for: a request to cancel', async () => {
    const orders = { from: 'generator', open: 60, historyDays: 3, shares: { 'buyer-cancels': 0.5 } } as const;
    const simulator = await aSimulator({ shops: [aShop({ orders })] });
    const asked = await searchAll(simulator, { is_buyer_request_cancel: true });
    const quiet = await searchAll(simulator, { is_buyer_request_cancel: false });
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every((order) => Number(order['request_cancel_time']) <= noon / 1000)).toBe(true);
    expect(quiet.every((order) => order['request_cancel_time'] === undefined)).toBe(true);
    simulator.setNow(instant(noon + hours(10)));
    const later = ids(await searchAll(simulator, { is_buyer_request_cancel: true }));
    expect(quiet.some(({ id }) => later.includes(id))).toBe(true);
  });

  it('has no deadlines before it is paid, and none for its delivery before it is shipped', async () => {
    const simulator = await aSimulator();
    const [order] = (await searchPage(simulator, { order_status: 'IN_TRANSIT', shipping_type: 'SELLER' })).orders;
    async function at(second: unknown): Promise<Wire> {
      simulator.setNow(instant(Number(second) * 1000));
      const { data } = await call(simulator, '/order/202309/orders', { query: { ids: String(order?.['id']) } });
      return (data['orders'] as readonly [Wire])[0];
    }
    const [created, paid, shipped] = [order?.['create_time'], order?.['paid_time'], order?.['rts_time']];
    const placed = await at(created);
    expect([placed['status'], placed['rts_sla_time'], placed['paid_time']]).toEqual(['UNPAID', undefined, undefined]);
    const bought = await at(paid);
    expect([bought['status'], typeof bought['rts_sla_time'], bought['delivery_due_time']]).toEqual([
      'ON_HOLD',
      'number',
      undefined,
    ]);
    const sent = await at(shipped);
    expect([sent['status'], typeof sent['delivery_due_time'], sent['update_time']]).toEqual([
      'AWAITING_COLLECTION',
      'number',
      shipped,
    ]);
  });
});

describe('the order object', async () => {
  const simulator = await aSimulator();
  const fixture = JSON.parse(
    readFileSync(new URL('../fixtures/tiktok-shop/order-list-page.json', import.meta.url), 'utf8'),
  ) as { readonly data: { readonly orders: readonly Wire[] } };

  it.each(['AWAITING_SHIPMENT', 'IN_TRANSIT'])('has every field of the documented example in %s', async (status) => {
    const example = fixture.data.orders.find((order) => order['status'] === status) ?? {};
    const query = { page_size: '100' };
    const { orders } = await searchPage(
      simulator,
      { order_status: status, shipping_type: example['shipping_type'] },
      query,
    );
    expect(orders.length).toBeGreaterThan(0);
    for (const order of orders) {
      expect(shapeOf(order)).toEqual(expect.objectContaining(shapeOf(example)));
      for (const part of ['payment', 'recipient_address'] as const) {
        expect(shapeOf(order[part] as Wire)).toEqual(expect.objectContaining(shapeOf(example[part] as Wire)));
      }
      const [item] = order['line_items'] as readonly [Wire];
      expect(shapeOf(item)).toEqual(expect.objectContaining(shapeOf((example['line_items'] as readonly [Wire])[0])));
    }
  });

  it('says in the detail what it says in the list, and how it was paid', async () => {
    const { orders } = await searchPage(simulator, {}, { page_size: '50' });
    for (const version of ['202309', '202507']) {
      const answer = await call(simulator, `/order/${version}/orders`, { query: { ids: ids(orders).join(',') } });
      const detailed = answer.data['orders'] as readonly Wire[];
      const onlyHere = new Set(['payment_method_code', 'payment_card_type', 'payment_auth_code']);
      expect(
        detailed.map((order) => Object.fromEntries(Object.entries(order).filter(([field]) => !onlyHere.has(field)))),
      ).toEqual(orders);
      expect(detailed[0]).toHaveProperty('payment_method_code');
    }
  });

  it('carries money as decimal strings whose sum is right', async () => {
    const { orders } = await searchPage(simulator, {});
    for (const { payment } of orders) {
      const { sub_total: part, shipping_fee: fee, total_amount: total } = payment as Record<string, string>;
      expect(total).toMatch(/^\d+\.\d\d$/);
      expect(Math.abs(Number(part) + Number(fee) - Number(total))).toBeLessThan(0.011);
    }
  });
});

function shapeOf(part: Wire): Record<string, string> {
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, typeof value]));
}
