import { hash } from 'node:crypto';
import { keyOf } from '../../shared/adapters/dynamo/item.ts';
import { decodeOrder } from '../../shared/adapters/dynamo/order-item.ts';
import { everyItem, type Engine } from './engine.ts';
import { contentOf, type Held } from './write-account.ts';

/** What the table holds of all orders. */
export interface BookContents {
  readonly orders: ReadonlyMap<string, Held>;
  /** Of every finding of every order, open or shelved, with all its fields and its last transition's run. */
  readonly findingsDigest: string;
}

export async function readContents({ table }: Engine): Promise<BookContents> {
  const orders = new Map<string, Held>();
  const findings: string[] = [];
  for await (const item of everyItem(table)) {
    const { pk, sk } = keyOf(item);
    const [place] = pk.split('#', 1);
    if (place !== 'open' && place !== 'closed') continue;
    orders.set(sk, { content: contentOf(item), place });
    const watched = decodeOrder(item);
    if (watched.findings.length > 0) findings.push(`${sk} ${JSON.stringify(watched.findings)}`);
  }
  return { orders, findingsDigest: hash('sha256', findings.toSorted().join('\n')) };
}
