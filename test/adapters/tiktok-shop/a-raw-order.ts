import page from '../../fixtures/tiktok-shop/order-list-page.json' with { type: 'json' };

export type RawOrder = Record<string, unknown>;

/** Baseline: a British order in transit as Get Order List sends it. A key set to undefined is left out. */
export function aRawOrder(changes: RawOrder = {}): RawOrder {
  return JSON.parse(JSON.stringify({ ...page.data.orders[1], ...changes }));
}

/** A page that holds these orders and no more. */
export function aRawPage(orders: readonly unknown[], changes: RawOrder = {}): RawOrder {
  return { orders, next_page_token: '', total_count: orders.length, ...changes };
}
