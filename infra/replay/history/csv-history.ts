import { readTrace } from '../../../shared/adapters/tiktok-shop/read-trace.ts';
import { readOrderPage } from '../../../shared/adapters/tiktok-shop/order-page.ts';
import type { Trace } from '../../../shared/domain/order.ts';
import { hours } from '../../../shared/domain/time.ts';
import { scansAt, updatedAt, type Life } from '../../local/simulator/life.ts';
import { marketOf } from '../../local/simulator/markets.ts';
import type { OrderSource } from '../../local/simulator/order-source.ts';
import { orderSource, type OrderSupply } from '../../local/simulator/order-supply.ts';
import { appSecrets, shopSecrets } from '../../local/simulator/secrets.ts';
import { orderObject, type OrderSetting } from '../../local/simulator/wire/order-object.ts';
import { traceText } from '../../local/simulator/wire/trace-text.ts';
import { historyOwner } from '../../local/watching/history-world.ts';
import { changedIn, changeTimes, spanOf } from './change-times.ts';
import type { OrderHistory, ShopHistory } from './order-life.ts';

/**
 * The shop whose orders are the rows of a file: the one that `npm start -- --orders` watches, with the same ids. Throws
 * HistoryError for a bad row, RangeError for a market that the simulator does not know.
 */
export function csvHistory(
  supply: Extract<OrderSupply, { from: 'history' }>,
  region: string,
  seed: number,
): ShopHistory {
  const market = marketOf(region);
  const { id, cipher, warehouses } = shopSecrets(seed, 0);
  const { appKey, openId } = appSecrets(seed);
  const source = orderSource(supply, { seed, place: 0, market, crossBorder: true, start: 0 });
  return {
    shop: {
      id,
      cipher,
      seller: { appKey, openId },
      name: `Sample Gadgets ${region}`,
      market: region,
      sellerType: 'CROSS_BORDER',
      packs: ['article'],
      remindAfter: {},
      lookEvery: hours(24),
      ...historyOwner(region),
    },
    history: simulatedHistory(source, { market, warehouses }),
  };
}

/** What the simulator's TikTok would answer, through the same parsers, without a wire between. */
function simulatedHistory(source: OrderSource, setting: OrderSetting): OrderHistory {
  const size = source.visible(Infinity);
  const times = changeTimes(size, (place) => Object.values(source.reached(place)));
  const shownTraces = new Map<string, { readonly trace: Trace; readonly until: number }>();
  return {
    size,
    span: spanOf(times),
    limits: [],
    changed(from, to, now) {
      const second = secondOf(now);
      return changedIn(times, { from: secondOf(from), to: secondOf(to), now: second }, (place) =>
        source.createdAt(place) <= second ? updatedAt({ reached: source.reached(place) }, second) : undefined,
      );
    },
    shown(places, now) {
      const orders = places.map((place) => orderObject(source.life(place), secondOf(now), setting, 'list'));
      return readOrderPage({ orders, total_count: orders.length }, { by: 'update_time', first: true });
    },
    trace(order, now) {
      const second = secondOf(now);
      const known = shownTraces.get(order);
      if (known && second < known.until) return known.trace;
      const place = source.positionOf(order);
      if (place === undefined || source.createdAt(place) > second) return undefined;
      const life = source.life(place);
      const trace = traceOf(life, second, setting);
      shownTraces.set(order, { trace, until: life.scans.find(({ at }) => at > second)?.at ?? Infinity });
      return trace;
    },
    forget: (order) => void shownTraces.delete(order),
  };
}

/** Newest first, as on the wire. */
function traceOf(life: Life, second: number, { market }: OrderSetting): Trace {
  const scans = scansAt(life, second).toReversed();
  const tracking = scans.map((scan) => ({
    description: traceText(scan, life, market),
    update_time_millis: scan.at * 1000,
  }));
  return readTrace({ tracking });
}

function secondOf(at: number): number {
  return Math.floor(at / 1000);
}
