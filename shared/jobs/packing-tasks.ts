import { checkCards } from '../checks/registry.ts';
import type { Attestation } from '../domain/deed.ts';
import { isLive } from '../domain/finding.ts';
import { isClosed, isCollected, type Order } from '../domain/order.ts';
import type { Instant } from '../domain/time.ts';
import { shards, type OrderBook, type WatchedOrder } from '../ports/order-book.ts';

/** One thing to do and to attest of an order before the carrier takes it. */
export interface PackingTask {
  readonly order: string;
  readonly kind: Attestation;
  /** The stage of the open finding that asks for it. */
  readonly finding: string;
  /** By when the platform wants it shipped or picked up. */
  readonly due?: Instant;
  readonly carrier?: string;
}

/** What settles a finding, by its check. */
const settledBy = new Map(checkCards.map(({ id, settledBy: kind }) => [id, kind]));

/** Of all orders that are still in the house, the most urgent first. Reads the whole open book, a page at a time. */
export async function openTasks(book: Pick<OrderBook, 'read'>, shop: string): Promise<readonly PackingTask[]> {
  const tasks: PackingTask[] = [];
  for (let shard = 0; shard < shards; shard += 1) {
    let after: string | undefined;
    do {
      const page = await book.read(shop, shard, after);
      tasks.push(...page.orders.flatMap(tasksOf));
      after = page.next;
    } while (after !== undefined);
  }
  return tasks.toSorted((a, b) => dueOr(a) - dueOr(b) || (a.order < b.order ? -1 : 1));
}

/** What is to be done and attested of one order, while it is still in the house. */
export function tasksOf({ order, findings }: WatchedOrder): readonly PackingTask[] {
  if (isClosed(order) || isCollected(order)) return [];
  return findings.filter(isLive).flatMap(({ check, stage }) => {
    const kind = settledBy.get(check);
    return kind ? [{ order: order.id, kind, finding: stage, ...shippingOf(order) }] : [];
  });
}

function shippingOf({ platform, carrier }: Order): Pick<PackingTask, 'due' | 'carrier'> {
  const due = platform.rts_sla_time ?? platform.tts_sla_time;
  return { ...(due !== undefined && { due }), ...(carrier !== undefined && { carrier }) };
}

/** Without a line of the platform's: last. */
function dueOr({ due }: PackingTask): number {
  return due ?? Number.POSITIVE_INFINITY;
}
