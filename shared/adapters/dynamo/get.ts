import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { attempt } from '../aws-failure.ts';
import type { Table } from './client.ts';
import type { Item } from './item.ts';
import { keyAttributes } from './item.ts';
import type { Key } from './keys.ts';

/** One item, read consistently. */
export async function readOne(table: Table, key: Key): Promise<Item | undefined> {
  const { Item: item } = await attempt('dynamodb get', () =>
    table.client.send(new GetItemCommand({ TableName: table.name, Key: keyAttributes(key), ConsistentRead: true })),
  );
  return item;
}
