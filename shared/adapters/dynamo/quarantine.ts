import { days } from '../../domain/time.ts';
import type { Instant } from '../../domain/time.ts';
import type { Quarantine, QuarantinedOrder } from '../../ports/records.ts';
import { deleteAll, putAll } from './batch.ts';
import type { Table } from './client.ts';
import type { Item } from './item.ts';
import { expiry, isAlive, keyAttributes, keyOf, readItem, readText } from './item.ts';
import { recordPartition } from './keys.ts';
import { refuse } from './pack.ts';
import { readPartition } from './query.ts';

/** As long as the watch looks back: an older order is not watched any more (house rule, 2026). */
const life = days(60);

export class DynamoQuarantine implements Quarantine {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async list(shop: string): Promise<readonly QuarantinedOrder[]> {
    const items = await readPartition(this.#table, recordPartition('quarantine', shop));
    return items.filter((item) => isAlive(item, this.#table.clock)).map(decodeEntry);
  }

  async put(shop: string, entries: readonly QuarantinedOrder[], wall: Instant): Promise<void> {
    const pk = recordPartition('quarantine', shop);
    const items = entries.map(({ order, run, paths }) => ({
      ...keyAttributes({ pk, sk: order }),
      run: { S: run },
      paths: { L: paths.map((path) => ({ S: path })) },
      ...expiry(wall, life),
    }));
    await putAll(this.#table, items);
  }

  async remove(shop: string, orders: readonly string[]): Promise<void> {
    const pk = recordPartition('quarantine', shop);
    await deleteAll(
      this.#table,
      orders.map((order) => ({ pk, sk: order })),
    );
  }
}

function decodeEntry(item: Item): QuarantinedOrder {
  const paths = readItem(item, 'paths', ({ L }) =>
    (L ?? refuse('not a list')).map(({ S }) => S ?? refuse('not a text')),
  );
  return { order: keyOf(item).sk, run: readText(item, 'run'), paths };
}
