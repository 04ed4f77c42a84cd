import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { Transient } from '../../ports/errors.ts';
import type { SecondTally, Watch, WatchFinding, Watches } from '../../ports/watch.ts';
import { countSchema, findingSchema, instantSchema } from '../domain-schema.ts';
import { attempt } from '../aws-failure.ts';
import { attemptIf } from './attempt-if.ts';
import type { Table } from './client.ts';
import { readOne } from './get.ts';
import type { Item } from './item.ts';
import { documentAttribute, keyAttributes, readDocument } from './item.ts';
import { watchKey } from './keys.ts';
import { reportLogSchema } from './report-log-schema.ts';
import { runSchema } from './run-schema.ts';

const watchFindingSchema: z.ZodType<WatchFinding> = z.object({
  subject: z.object({ kind: z.enum(['credential', 'shop', 'incident']), id: z.string() }),
  finding: findingSchema,
});

const secondSchema: z.ZodType<SecondTally> = z.object({
  day: z.string(),
  registered: countSchema,
  isUsedUp: z.literal(true).exactOptional(),
  refusedSince: instantSchema.exactOptional(),
  failingSince: instantSchema.exactOptional(),
});

const watchSchema: z.ZodType<Watch> = z.object({
  watermark: instantSchema.exactOptional(),
  firstLookDone: z.boolean(),
  lookedUntil: instantSchema.exactOptional(),
  countedAt: instantSchema.exactOptional(),
  run: runSchema.exactOptional(),
  handedOver: z
    .object({ run: z.string(), now: instantSchema.exactOptional(), requests: z.array(z.string()) })
    .exactOptional(),
  held: z
    .record(z.string(), z.object({ since: instantSchema, list: z.string(), quarantined: countSchema }))
    .exactOptional(),
  second: secondSchema.exactOptional(),
  usual: z.record(z.string(), z.number()).exactOptional(),
  reports: reportLogSchema.exactOptional(),
  findings: z.array(watchFindingSchema),
});

const unwatched: Watch = { firstLookDone: false, findings: [] };

/** The lease's holder stands in an attribute of its own, because conditions are made on it; the rest is one document. */
export class DynamoWatches implements Watches {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async read(shop: string): Promise<Watch | undefined> {
    const item = await readOne(this.#table, watchKey(shop));
    return item && decodeWatch(item);
  }

  async take(shop: string, holder: string): Promise<void> {
    await attempt(`shop ${shop}: take the lease`, () =>
      this.#table.client.send(
        new UpdateItemCommand({
          TableName: this.#table.name,
          Key: keyAttributes(watchKey(shop)),
          UpdateExpression: 'SET #holder = :holder',
          ExpressionAttributeNames: { '#holder': 'holder' },
          ExpressionAttributeValues: { ':holder': { S: holder } },
        }),
      ),
    );
  }

  async write(shop: string, watch: Watch, holder: string): Promise<void> {
    const written = await attemptIf(`shop ${shop}: write watch`, () =>
      this.#table.client.send(
        new PutItemCommand({
          TableName: this.#table.name,
          Item: { ...keyAttributes(watchKey(shop)), watch: documentAttribute(watch), holder: { S: holder } },
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
  return item['watch'] ? readDocument(item, 'watch', watchSchema) : unwatched;
}
