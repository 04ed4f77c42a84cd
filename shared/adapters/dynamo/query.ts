import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { attempt } from '../aws-failure.ts';
import type { Table } from './client.ts';
import type { Item } from './item.ts';

export interface ItemPage {
  readonly items: readonly Item[];
  /** Sort key of the last item read, when there may be more. */
  readonly next?: string;
}

/** One page of a partition in the order of its sort keys, strictly after `after`. */
export async function readPage(table: Table, pk: string, limit: number, after?: string): Promise<ItemPage> {
  const { Items, LastEvaluatedKey } = await attempt('dynamodb query', () =>
    table.client.send(
      new QueryCommand({
        TableName: table.name,
        ConsistentRead: true,
        Limit: limit,
        KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk > :after',
        ExpressionAttributeValues: { ':pk': { S: pk }, ...(after !== undefined && { ':after': { S: after } }) },
      }),
    ),
  );
  const next = LastEvaluatedKey?.['sk']?.S;
  return { items: Items ?? [], ...(next !== undefined && { next }) };
}

/** A whole partition; for lists that people could still read. */
export async function readPartition(table: Table, pk: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page = await readPage(table, pk, 1_000, after);
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
}
