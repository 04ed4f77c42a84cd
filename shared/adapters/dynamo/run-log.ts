import type { Instant } from '../../domain/time.ts';
import { days, iso } from '../../domain/time.ts';
import type { PastRuns, RunLog, RunRecord } from '../../ports/records.ts';
import { putAll, readAll } from './batch.ts';
import type { Table } from './client.ts';
import { expiry, isAlive, keyAttributes, keyOf, readDocument } from './item.ts';
import { recordPartition, type Key } from './keys.ts';
import { readPage, type ItemPage } from './query.ts';
import { runRecordSchema } from './run-schema.ts';

const life = days(30);

export class DynamoRunLog implements RunLog, PastRuns {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async record(shop: string, id: string, record: RunRecord, wall: Instant): Promise<void> {
    const key = { pk: recordPartition('run', shop), sk: id };
    await putAll(this.#table, [
      { ...keyAttributes(key), record: { S: JSON.stringify(record) }, ...expiry(wall, life) },
    ]);
  }

  async since(shop: string, from: Instant): Promise<ReadonlyMap<string, RunRecord>> {
    const pk = recordPartition('run', shop);
    const runs = new Map<string, RunRecord>();
    let after: string | undefined = iso(from);
    while (after !== undefined) {
      const page: ItemPage = await readPage(this.#table, pk, 500, after);
      for (const item of page.items.filter((one) => isAlive(one, this.#table.clock)))
        runs.set(keyOf(item).sk, readDocument(item, 'record', runRecordSchema));
      after = page.next;
    }
    return runs;
  }

  async find(shop: string, id: string): Promise<RunRecord | undefined> {
    const [item] = await readAll(this.#table, [{ pk: recordPartition('run', shop), sk: id }]);
    return item && isAlive(item, this.#table.clock) ? readDocument(item, 'record', runRecordSchema) : undefined;
  }

  /** Beside the record, which the run writes whole. */
  async cancel(shop: string, id: string, wall: Instant): Promise<void> {
    await putAll(this.#table, [{ ...keyAttributes(cancelKey(shop, id)), ...expiry(wall, life) }]);
  }

  async isCancelled(shop: string, id: string): Promise<boolean> {
    return (await readAll(this.#table, [cancelKey(shop, id)])).length > 0;
  }
}

/** Before all runs, whose names begin with a digit or a letter. */
function cancelKey(shop: string, id: string): Key {
  return { pk: recordPartition('run', shop), sk: `!cancel#${id}` };
}
