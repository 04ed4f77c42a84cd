import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { days, instant, type Instant } from '../../domain/time.ts';
import type { Hint, Hints } from '../../ports/hints.ts';
import { attempt } from '../aws-failure.ts';
import { putAll } from './batch.ts';
import type { Table } from './client.ts';
import { readOne } from './get.ts';
import { expiry, isAlive, keyAttributes, keyOf, readNumber } from './item.ts';
import { heardKey, hintKey, hintsPartition } from './keys.ts';
import { readPartition } from './query.ts';

/** TikTok sends for the last time some 16 hours after the first (official, 2025-12). */
const memory = days(2);

/** One item for each shop that is to be looked at soon, and one for each notification that was taken. */
export class DynamoHints implements Hints {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async note({ shop, at }: Hint): Promise<void> {
    await this.#set(shop, 'at', at);
  }

  async list(): Promise<readonly Hint[]> {
    const items = await readPartition(this.#table, hintsPartition);
    return items.flatMap((item) => {
      const at = instant(readNumber(item, 'at'));
      return item['followed'] && readNumber(item, 'followed') >= at ? [] : [{ shop: keyOf(item).sk, at }];
    });
  }

  async markFollowed({ shop, at }: Hint): Promise<void> {
    await this.#set(shop, 'followed', at);
  }

  /** Each of the two has its own writer, so neither undoes the other's. */
  async #set(shop: string, attribute: 'at' | 'followed', at: Instant): Promise<void> {
    const { ttl } = expiry(this.#table.clock.wall(), memory);
    await attempt(`shop ${shop}: note a hint`, () =>
      this.#table.client.send(
        new UpdateItemCommand({
          TableName: this.#table.name,
          Key: keyAttributes(hintKey(shop)),
          UpdateExpression: 'SET #attribute = :at, #ttl = :ttl',
          ExpressionAttributeNames: { '#attribute': attribute, '#ttl': 'ttl' },
          ExpressionAttributeValues: { ':at': { N: String(at) }, ':ttl': ttl ?? { NULL: true } },
        }),
      ),
    );
  }

  async wasHeard(app: string, id: string): Promise<boolean> {
    const item = await readOne(this.#table, heardKey(app, id));
    return item !== undefined && isAlive(item, this.#table.clock);
  }

  async markHeard(app: string, id: string): Promise<void> {
    const item = { ...keyAttributes(heardKey(app, id)), ...expiry(this.#table.clock.wall(), memory) };
    await putAll(this.#table, [item]);
  }
}
