import type { Life, Traits, Unix } from '../life.ts';
import type { Market } from '../markets.ts';

/** The last second of the day that lies `days` after the day of `at`, in the market's standard time. */
function endOfDay(at: Unix, days: number, market: Market): Unix {
  const offset = market.offset * 3600;
  return (Math.floor((at + offset) / 86_400) + days + 1) * 86_400 - 1 - offset;
}

/**
 * The platform's own deadlines and cancel points on an order. The lengths are made up within what
 * the facts give per market: only names, units and the markets that carry a field are contract.
 */
export function deadlinesOf(
  market: Market,
  traits: Traits,
  placed: { readonly createdAt: Unix; readonly paidAt?: Unix; readonly shippedAt: Unix | undefined },
): Life['deadlines'] {
  if (placed.paidAt === undefined) return {};
  const start = traits.releaseAt ?? placed.createdAt;
  const promise = endOfDay(start, traits.domestic ? 5 : 9, market);
  const confirmBy = endOfDay(start, 2, market);
  const collectBy = endOfDay(start, 3, market);
  const cancelAt = start + 7 * 86_400;
  const promised = market.promisesDelivery && traits.shipping === 'SELLER';
  return {
    rts_sla_time: confirmBy,
    tts_sla_time: collectBy,
    cancel_order_sla_time: cancelAt,
    shipping_due_time: cancelAt,
    collection_due_time: endOfDay(start, 9, market),
    // A field that does not apply may be 0 or absent; both occur here.
    delivery_sla_time: promised ? promise : 0,
    delivery_option_required_delivery_time: promise,
    ...(placed.shippedAt === undefined ? {} : { delivery_due_time: endOfDay(placed.shippedAt, 35, market) }),
    ...(market.southEastAsia ? { pick_up_cut_off_time: collectBy } : {}),
    ...(market.region === 'TH' || market.region === 'PH' ? { fast_dispatch_sla_time: endOfDay(start, 1, market) } : {}),
  };
}
