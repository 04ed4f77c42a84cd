import type { Authorization } from '../../../shared/domain/credential.ts';
import { after, days, type Instant } from '../../../shared/domain/time.ts';
import { Rejected } from '../../../shared/ports/errors.ts';
import type {
  CallCounts,
  Marketplace,
  Marketplaces,
  OrderPage,
  OrderWindow,
} from '../../../shared/ports/marketplace.ts';
import type { OrderHistory } from './order-life.ts';

/** As many as TikTok gives at once. */
const pageSize = 100;

/** TikTok as it was at each hour, asked without a wire: it always answers, and the seller's consent never ends. */
export function historyMarketplaces(history: OrderHistory): Marketplaces {
  return {
    open: (_, now) => Promise.resolve({ credentials: lasting(now), marketplace: openHistory(history, now) }),
  };
}

/** Tokens of a replay say nothing about those of the time. */
function lasting(now: Instant): Authorization {
  return { accessExpiresAt: after(now, days(7)), refreshExpiresAt: after(now, days(365)) };
}

function openHistory(history: OrderHistory, now: Instant): Marketplace {
  const calls: { -readonly [Kind in keyof CallCounts]: number } = {
    search: 0,
    detail: 0,
    tracking: 0,
    other: 0,
    retries: 0,
  };
  const found = new Map<string, readonly number[]>();
  return {
    calls,
    unread: [],
    searchOrders(window, page = '0') {
      calls.search += 1;
      const name = `${window.from}/${window.to}`;
      const places = found.get(name) ?? changedIn(history, window, now);
      found.set(name, places);
      return Promise.resolve(pageOf(history, places, Number(page), now));
    },
    readTrace(order) {
      calls.tracking += 1;
      const trace = history.trace(order, now);
      return trace
        ? Promise.resolve(trace)
        : Promise.reject(new Rejected(`tracking: order ${order} is not of this shop`));
    },
  };
}

/** Windows by creation time are those of a backfill, which no replay makes. */
function changedIn(history: OrderHistory, { by, from, to }: OrderWindow, now: Instant): readonly number[] {
  if (by !== 'update_time') throw new RangeError('a replay is asked for changes alone');
  return history.changed(from, to, now);
}

function pageOf(history: OrderHistory, places: readonly number[], from: number, now: Instant): OrderPage {
  const here = places.slice(from, from + pageSize);
  const { orders, malformed } = history.shown(here, now);
  const reached = orders.at(-1)?.updatedAt;
  return {
    orders,
    malformed,
    total: places.length,
    ...(reached !== undefined && { reached }),
    ...(from + pageSize < places.length && { next: String(from + pageSize) }),
  };
}
