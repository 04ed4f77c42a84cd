import type { Order, Trace } from '../../../shared/domain/order.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { changedIn, changeTimes, spanOf } from './change-times.ts';
import type { OrderHistory } from './order-life.ts';
import { changesOf, orderAt, traceAt } from './stored-order.ts';

/** An order as it is stored today. */
export interface StoredOrder {
  readonly order: Order;
  readonly trace: Trace;
}

/** What such a history cannot tell. */
const storedLimits: readonly string[] = [
  'Orders are stored as they stand today: when they were on hold or partly shipped, and which deadline, number or carrier they bore before, is not known.',
  'Orders that were cancelled without a payment or a confirmation count as never paid, those to be paid on delivery included.',
  'Scans count from the time that the carrier gives them; TikTok may have shown them later.',
  'Orders that closed more than 90 days ago, and those that were older than 60 days when the watch began, are not stored.',
  'Nobody acts in a replay: what people acknowledged or snoozed is left out, and what they attested counts from the start.',
  'No second source of traces is asked.',
];

/** The past of stored orders: each as it was at an hour, as far as its times and scans tell. */
export function storedHistory(stored: readonly StoredOrder[]): OrderHistory {
  const changes = stored.map(({ order }) => changesOf(order));
  const times = changeTimes(stored.length, (place) => (changes[place] ?? []).map(secondOf));
  const places = new Map(stored.map(({ order }, place) => [order.id, place]));
  return {
    size: stored.length,
    span: spanOf(times),
    limits: storedLimits,
    changed(from, to, now) {
      const window = { from: secondOf(from), to: secondOf(to), now: secondOf(now) };
      return changedIn(times, window, (place) => newest(changes[place] ?? [], window.now));
    },
    shown(asked, now) {
      const orders = asked.flatMap((place) => {
        const of = stored[place];
        return (of && orderAt(of.order, now)) ?? [];
      });
      return { orders, malformed: [] };
    },
    trace(id, now) {
      const of = stored[places.get(id) ?? -1];
      return of && of.order.createdAt <= now ? traceAt(of.trace, now) : undefined;
    },
  };
}

function newest(changes: readonly Instant[], now: number): number | undefined {
  const seconds = changes.map(secondOf).filter((at) => at <= now);
  return seconds.length === 0 ? undefined : Math.max(...seconds);
}

function secondOf(at: number): number {
  return Math.floor(at / 1000);
}
