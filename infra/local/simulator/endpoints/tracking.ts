import { codes, Refused } from '../refused.ts';
import { scansAt } from '../life.ts';
import { traceText } from '../wire/trace-text.ts';
import { findOrder } from './order-detail.ts';
import type { Served, ShopCall } from './parameters.ts';

/** GET /fulfillment/202309/orders/{id}/tracking: newest first, as in the documented sample; the order is not promised. */
export function readTracking(call: ShopCall): Served {
  const { shop, now } = call;
  const position = findOrder(call, call.id);
  // What an unknown order gives here is not documented: refused like another seller's.
  if (position === undefined) throw new Refused(codes.otherSeller, 'Order or package is not of this seller.');
  const life = shop.source.life(position);
  const scans = scansAt(life, now);
  const newest = scans.at(-1)?.at;
  return {
    data: {
      tracking: scans.toReversed().map((scan) => ({
        description: traceText(scan, life, shop.market),
        update_time_millis: scan.at * 1000,
      })),
    },
    sent() {
      if (newest !== undefined) shop.traceShown.set(position, newest);
    },
  };
}
