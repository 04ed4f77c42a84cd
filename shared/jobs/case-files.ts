import type { RemedyItem } from '../domain/remediation.ts';
import type { OpenOrders } from '../ports/order-book.ts';
import type { SecondTraces } from '../ports/second-traces.ts';
import type { CaseFile } from '../remedies/remedy.ts';

interface FilePorts {
  readonly openOrders: OpenOrders;
  readonly secondTraces: Pick<SecondTraces, 'find'>;
}

/** What is known now of the orders that a remedy is asked for, by order; those not under watch any more are left out. */
export async function caseFiles(
  shop: string,
  items: readonly RemedyItem[],
  { openOrders, secondTraces }: FilePorts,
): Promise<ReadonlyMap<string, CaseFile>> {
  const orders = items.flatMap((item) => (item.kind === 'order' ? [item.order] : []));
  if (orders.length === 0) return new Map();
  const open = await openOrders.find(shop, orders);
  const numbers = [...open.values()].flatMap(({ order }) => order.parcels.flatMap(({ number }) => number ?? []));
  const second = await secondTraces.find(shop, numbers);
  return new Map(
    [...open].map(([id, watched]) => {
      const known = watched.order.parcels.flatMap(({ number = '' }) => second.get(number) ?? []);
      return [id, { watched, second: known }];
    }),
  );
}
