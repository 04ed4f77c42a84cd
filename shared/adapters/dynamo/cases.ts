import * as z from 'zod';
import { caseKey, type RemedyCase } from '../../domain/remedy-case.ts';
import { days } from '../../domain/time.ts';
import type { Cases } from '../../ports/cases.ts';
import { countSchema, instantSchema } from '../domain-schema.ts';
import { putAll, readAll } from './batch.ts';
import type { Table } from './client.ts';
import { expiry, isAlive, keyAttributes, readDocument, type Item } from './item.ts';
import { recordPartition } from './keys.ts';
import { readPartition } from './query.ts';

/** No order is watched for longer (house rule, 2026), and a key's case is written anew when it ends. */
const life = days(61);

const caseSchema: z.ZodType<RemedyCase> = z.object({
  remedy: z.string(),
  key: z.string(),
  request: z.string(),
  askedAt: instantSchema,
  order: z.string().exactOptional(),
  seen: z.object({ scans: countSchema, newest: instantSchema.exactOptional() }).exactOptional(),
  reference: z.string().exactOptional(),
  end: z.object({ is: z.enum(['verified', 'closed']), at: instantSchema }).exactOptional(),
});

/** One item for each case. A sweep reads them all: a shop with 2,000 of 300 bytes takes 150 read units for them. */
export class DynamoCases implements Cases {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async list(shop: string): Promise<readonly RemedyCase[]> {
    return this.#cases(await readPartition(this.#table, recordPartition('case', shop)));
  }

  async find(shop: string, keys: readonly string[]): Promise<ReadonlyMap<string, RemedyCase>> {
    const pk = recordPartition('case', shop);
    const items = await readAll(
      this.#table,
      keys.map((sk) => ({ pk, sk })),
    );
    return new Map(this.#cases(items).map((one) => [caseKey(one), one]));
  }

  async put(shop: string, cases: readonly RemedyCase[]): Promise<void> {
    const pk = recordPartition('case', shop);
    const ttl = expiry(this.#table.clock.wall(), life);
    await putAll(
      this.#table,
      cases.map((one) => ({ ...keyAttributes({ pk, sk: caseKey(one) }), case: { S: JSON.stringify(one) }, ...ttl })),
    );
  }

  #cases(items: readonly Item[]): readonly RemedyCase[] {
    const alive = items.filter((item) => isAlive(item, this.#table.clock));
    return alive.map((item) => readDocument(item, 'case', caseSchema));
  }
}
