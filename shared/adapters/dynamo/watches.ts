import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Instant } from '../../domain/time.ts';
import { instant } from '../../domain/time.ts';
import { Transient } from '../../ports/errors.ts';
import type { Watch, WatchFinding, Watches } from '../../ports/watch.ts';
import { findingSchema, instantSchema } from '../domain-schema.ts';
import { attemptIf } from './attempt-if.ts';
import type { Table } from './client.ts';
import { readOne } from './get.ts';
import type { Item } from './item.ts';
import { keyAttributes, readDocument, readNumber, readText } from './item.ts';
import { watchKey } from './keys.ts';
import { takeLease } from './lease.ts';
import { runSchema } from './run-schema.ts';

const watchFindingSchema: z.ZodType<WatchFinding> = z.object({
  subject: z.object({ kind: z.enum(['credential', 'shop']), id: z.string() }),
  finding: findingSchema,
});

const watchSchema: z.ZodType<Omit<Watch, 'lease'>> = z.object({
  watermark: instantSchema.exactOptional(),
  firstLookDone: z.boolean(),
  lookedUntil: instantSchema.exactOptional(),
  run: runSchema.exactOptional(),
  handedOver: z.object({ run: z.string(), requests: z.array(z.string()) }).exactOptional(),
  findings: z.array(watchFindingSchema),
});

const unwatched: Watch = { firstLookDone: false, findings: [] };

/** The lease stands in attributes of its own, because conditions are made on them; the rest is one document. */
export class DynamoWatches implements Watches {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async read(shop: string): Promise<Watch | undefined> {
    const item = await readOne(this.#table, watchKey(shop));
    return item && decodeWatch(item);
  }

  acquire(shop: string, holder: string, wall: Instant, until: Instant): Promise<boolean> {
    return takeLease(this.#table, watchKey(shop), { holder, until }, wall);
  }

  /** What is written is what there is: a watch without its lease gives the lease back. */
  async write(shop: string, watch: Watch, holder: string): Promise<void> {
    const { lease, ...rest } = watch;
    const written = await attemptIf(`shop ${shop}: write watch`, () =>
      this.#table.client.send(
        new PutItemCommand({
          TableName: this.#table.name,
          Item: {
            ...keyAttributes(watchKey(shop)),
            watch: { S: JSON.stringify(rest) },
            ...(lease && { holder: { S: lease.holder }, until: { N: String(lease.until) } }),
          },
          ConditionExpression: '#holder = :holder',
          ExpressionAttributeNames: { '#holder': 'holder' },
          ExpressionAttributeValues: { ':holder': { S: holder } },
        }),
      ),
    );
    if (!written) throw new Transient(`shop ${shop}: the run lease was lost`);
  }
}

/** Taking the lease creates the item, so one without a document is a shop nobody has swept yet. */
function decodeWatch(item: Item): Watch {
  const watch = item['watch'] ? readDocument(item, 'watch', watchSchema) : unwatched;
  if (!item['holder']) return watch;
  return { ...watch, lease: { holder: readText(item, 'holder'), until: instant(readNumber(item, 'until')) } };
}
