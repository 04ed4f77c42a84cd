import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Act } from '../../domain/act.ts';
import { days } from '../../domain/time.ts';
import type { ActBook } from '../../ports/acts.ts';
import { actSchema } from '../act-schema.ts';
import { attemptIf } from './attempt-if.ts';
import { readAll } from './batch.ts';
import type { Table } from './client.ts';
import { expiry, isAlive, keyAttributes, readDocument, type Item } from './item.ts';
import { actPartition } from './keys.ts';
import { readPartition } from './query.ts';

/** As long as what people write down about orders: nobody asks about an order that is watched no longer. */
const life = days(61);

/**
 * One item for each act, by the id of what it was done by. A hundred a day come to 1.2 MB, which a sweep reads with 300
 * units: some four US cents a month (DynamoDB's prices, 2026-11).
 */
export class DynamoActs implements ActBook {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async list(shop: string): Promise<readonly Act[]> {
    return this.#acts(await readPartition(this.#table, actPartition(shop)));
  }

  async find(shop: string, id: string): Promise<Act | undefined> {
    return this.#acts(await readAll(this.#table, [{ pk: actPartition(shop), sk: id }]))[0];
  }

  async record(shop: string, act: Act): Promise<Act | undefined> {
    const item = {
      ...keyAttributes({ pk: actPartition(shop), sk: act.id }),
      act: { S: JSON.stringify(act) },
      ...expiry(this.#table.clock.wall(), life),
    };
    const isFirst = await attemptIf(`shop ${shop}: record an act`, () =>
      this.#table.client.send(
        new PutItemCommand({
          TableName: this.#table.name,
          Item: item,
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
    return isFirst ? undefined : this.find(shop, act.id);
  }

  #acts(items: readonly Item[]): readonly Act[] {
    return items.filter((item) => isAlive(item, this.#table.clock)).map((item) => readDocument(item, 'act', actSchema));
  }
}
