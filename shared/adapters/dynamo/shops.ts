import { DeleteItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Shop } from '../../domain/shop.ts';
import type { ChangeableShops } from '../../ports/records.ts';
import type { Known } from '../shop-schema.ts';
import { parseShop } from '../shop-file.ts';
import { entryOf } from '../shop-entry.ts';
import { attempt } from '../aws-failure.ts';
import { attemptIf } from './attempt-if.ts';
import type { Table } from './client.ts';
import { readOne } from './get.ts';
import { keyAttributes, keyOf, readItem, readText, type Item } from './item.ts';
import { shopKey, shopsPartition } from './keys.ts';
import { refuse } from './pack.ts';
import { readPartition } from './query.ts';

/** Shops as people wrote them: one JSON document each, in the form of the shop file. */
export class DynamoShops implements ChangeableShops {
  readonly #table: Table;
  readonly #known: Known;

  constructor(table: Table, known: Known) {
    this.#table = table;
    this.#known = known;
  }

  async list(): Promise<readonly string[]> {
    const items = await readPartition(this.#table, shopsPartition);
    return items.map((item) => keyOf(item).sk);
  }

  async read(shop: string): Promise<Shop | undefined> {
    const item = await readOne(this.#table, shopKey(shop));
    return item && this.#parse(shop, item);
  }

  async change(shop: string, decide: (shop: Shop) => Shop | undefined): Promise<boolean> {
    const item = await readOne(this.#table, shopKey(shop));
    const changed = item && decide(this.#parse(shop, item));
    if (!changed) return false;
    return await attemptIf(`shop ${shop}: change configuration`, () =>
      this.#table.client.send(
        new UpdateItemCommand({
          TableName: this.#table.name,
          Key: keyAttributes(shopKey(shop)),
          UpdateExpression: 'SET #shop = :changed',
          ConditionExpression: '#shop = :known',
          ExpressionAttributeNames: { '#shop': 'shop' },
          ExpressionAttributeValues: {
            ':known': { S: readText(item, 'shop') },
            ':changed': { S: JSON.stringify(entryOf(changed)) },
          },
        }),
      ),
    );
  }

  #parse(shop: string, item: Item): Shop {
    return readItem(item, 'shop', ({ S }) => {
      const read = parseShop(S ?? refuse('not a text'), this.#known);
      return read.id === shop ? read : refuse('id: is another shop than the key says');
    });
  }
}

/** Writes a shop's configuration, in the place of an earlier one. */
export async function putShop(table: Table, shop: Shop): Promise<void> {
  await attempt(`shop ${shop.id}: write configuration`, () =>
    table.client.send(
      new PutItemCommand({
        TableName: table.name,
        Item: { ...keyAttributes(shopKey(shop.id)), shop: { S: JSON.stringify(entryOf(shop)) } },
      }),
    ),
  );
}

/** Takes a shop out of the watch; what is known of its orders stays until it expires. */
export async function removeShop(table: Table, shop: string): Promise<void> {
  await attempt(`shop ${shop}: remove configuration`, () =>
    table.client.send(new DeleteItemCommand({ TableName: table.name, Key: keyAttributes(shopKey(shop)) })),
  );
}
