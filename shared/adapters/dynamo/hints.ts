import { UpdateItemCommand, type UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import { days, instant, type Instant } from '../../domain/time.ts';
import type { Hint, Hints } from '../../ports/hints.ts';
import { attempt } from '../aws-failure.ts';
import { attemptIf } from './attempt-if.ts';
import { putAll } from './batch.ts';
import type { Table } from './client.ts';
import { readOne } from './get.ts';
import { expiry, isAlive, keyAttributes, keyOf, readNumber } from './item.ts';
import { heardKey, hintKey, hintsPartition } from './keys.ts';
import { readPartition } from './query.ts';

/** TikTok sends for the last time some 16 hours after the first (official, 2025-12). */
const memory = days(2);

/** A token that TikTok goes on taking after a deauthorization ends within 7 days; a hint that nobody follows is old. */
const hintMemory = days(30);

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
      // Of a deauthorization whose hint was never written: it is sent again.
      if (!item['at']) return [];
      const at = instant(readNumber(item, 'at'));
      return item['followed'] && readNumber(item, 'followed') >= at ? [] : [{ shop: keyOf(item).sk, at }];
    });
  }

  async markFollowed({ shop, at }: Hint): Promise<void> {
    await this.#set(shop, 'followed', at);
  }

  async lastAt(shop: string): Promise<Instant | undefined> {
    const item = await readOne(this.#table, hintKey(shop));
    return item?.['at'] && instant(readNumber(item, 'at'));
  }

  async noteDeauthorization({ shop, at }: Hint): Promise<void> {
    const isNewest = 'attribute_not_exists(#attribute) OR #attribute < :at';
    await attemptIf(`shop ${shop}: note a deauthorization`, () =>
      this.#send(shop, 'deauthorizedAt', at, { ConditionExpression: isNewest }),
    );
  }

  async deauthorizedAt(shop: string): Promise<Instant | undefined> {
    const item = await readOne(this.#table, hintKey(shop));
    return item?.['deauthorizedAt'] && instant(readNumber(item, 'deauthorizedAt'));
  }

  async #set(shop: string, attribute: 'at' | 'followed', at: Instant): Promise<void> {
    await attempt(`shop ${shop}: note a hint`, () => this.#send(shop, attribute, at));
  }

  /** Each of the three has its own writer, so none undoes another's. */
  #send(
    shop: string,
    attribute: 'at' | 'followed' | 'deauthorizedAt',
    at: Instant,
    condition: Pick<UpdateItemCommandInput, 'ConditionExpression'> = {},
  ): Promise<unknown> {
    const { ttl } = expiry(this.#table.clock.wall(), hintMemory);
    return this.#table.client.send(
      new UpdateItemCommand({
        TableName: this.#table.name,
        Key: keyAttributes(hintKey(shop)),
        UpdateExpression: 'SET #attribute = :at, #ttl = :ttl',
        ...condition,
        ExpressionAttributeNames: { '#attribute': attribute, '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':at': { N: String(at) }, ':ttl': ttl ?? { NULL: true } },
      }),
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
