import type { Instant } from '../../domain/time.ts';
import { days } from '../../domain/time.ts';
import type { RunLog, RunRecord } from '../../ports/records.ts';
import { putAll, readAll } from './batch.ts';
import type { Table } from './client.ts';
import { expiry, isAlive, keyAttributes, readDocument } from './item.ts';
import { recordPartition } from './keys.ts';
import { runRecordSchema } from './run-schema.ts';

const life = days(30);

export class DynamoRunLog implements RunLog {
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

  async find(shop: string, id: string): Promise<RunRecord | undefined> {
    const [item] = await readAll(this.#table, [{ pk: recordPartition('run', shop), sk: id }]);
    return item && isAlive(item, this.#table.clock) ? readDocument(item, 'record', runRecordSchema) : undefined;
  }
}
