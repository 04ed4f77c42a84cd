import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { App } from '../../ports/connections.ts';
import { attempt } from '../aws-failure.ts';
import type { Table } from './client.ts';
import { keyAttributes, keyOf, readText } from './item.ts';
import { appKey, appsPartition } from './keys.ts';
import { readPartition } from './query.ts';

/** The apps whose sellers can be connected; their secrets lie elsewhere. */
export async function listApps(table: Table): Promise<readonly App[]> {
  const items = await readPartition(table, appsPartition);
  return items.map((item) => ({ key: keyOf(item).sk, link: readText(item, 'link') }));
}

/** In the place of what was known of it. */
export async function putApp(table: Table, { key, link }: App): Promise<void> {
  await attempt(`app ${key}: write`, () =>
    table.client.send(
      new PutItemCommand({ TableName: table.name, Item: { ...keyAttributes(appKey(key)), link: { S: link } } }),
    ),
  );
}
