import { days } from '../../domain/time.ts';
import type { Ledger, LedgerMark } from '../../ports/records.ts';
import { putAll, readAll } from './batch.ts';
import type { Table } from './client.ts';
import { expiry, isAlive, keyAttributes, keyOf } from './item.ts';
import { recordPartition } from './keys.ts';

/** Longer than anything it is asked about can still be open: a watched order lives 60 days, a key at most a year. */
const life = days(400);

type List = 'told' | 'remedy';

export class DynamoLedger implements Ledger {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async has(list: List, shop: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
    const pk = recordPartition(list, shop);
    const items = await readAll(
      this.#table,
      keys.map((key) => ({ pk, sk: key })),
    );
    return new Set(items.filter((item) => isAlive(item, this.#table.clock)).map((item) => keyOf(item).sk));
  }

  async mark(list: List, shop: string, marks: readonly LedgerMark[]): Promise<void> {
    const pk = recordPartition(list, shop);
    const ttl = expiry(this.#table.clock.wall(), life);
    const items = marks.map(({ key, at, reference }) => ({
      ...keyAttributes({ pk, sk: key }),
      at: { N: String(at) },
      ...(reference !== undefined && { reference: { S: reference } }),
      ...ttl,
    }));
    await putAll(this.#table, items);
  }
}
