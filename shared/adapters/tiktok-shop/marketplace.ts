import type { Marketplace, OrderWindow } from '../../ports/marketplace.ts';
import type { Client } from './client.ts';
import { readOrderPage } from './order-page.ts';
import { readTrace } from './read-trace.ts';
import type { Tally } from './tally.ts';
import { UnreadTexts } from './unread-texts.ts';

/** The most that Get Order List gives at once. */
const pageSize = '100';

/** One shop for one sweep. The search carries everything but the trace, so there is never a detail call. */
export function openMarketplace(client: Client, tally: Tally): Marketplace {
  const unread = new UnreadTexts();
  return {
    async searchOrders(window, page) {
      const data = await client.call({
        endpoint: 'order search',
        counts: 'search',
        method: 'POST',
        path: '/order/202309/orders/search',
        query: {
          page_size: pageSize,
          sort_field: window.by,
          sort_order: 'ASC',
          ...(page !== undefined && { page_token: page }),
        },
        body: JSON.stringify(filterOf(window)),
      });
      return readOrderPage(data, { by: window.by, first: page === undefined });
    },
    async readTrace(order) {
      const path = `/fulfillment/202309/orders/${encodeURIComponent(order)}/tracking`;
      return readTrace(await client.call({ endpoint: 'tracking', counts: 'tracking', method: 'GET', path }), unread);
    },
    get unread() {
      return unread.read();
    },
    get calls() {
      return tally.read();
    },
  };
}

function filterOf({ by, from, to }: OrderWindow): Readonly<Record<string, number>> {
  return { [`${by}_ge`]: Math.floor(from / 1_000), [`${by}_lt`]: Math.floor(to / 1_000) };
}
