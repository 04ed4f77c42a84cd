import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../domain/time.ts';
import { attemptIf } from './attempt-if.ts';
import type { Table } from './client.ts';
import { keyAttributes } from './item.ts';
import type { Key } from './keys.ts';

export interface Claim {
  readonly holder: string;
  readonly until: Instant;
}

/**
 * Takes the lease on an item, creating the item when there is none; false while another holder's has not run out.
 * The lease stands in the attributes `holder` and `until`. Both times are wall-clock time.
 */
export function takeLease(table: Table, key: Key, { holder, until }: Claim, wall: Instant): Promise<boolean> {
  return attemptIf(`${key.pk}: take the lease`, () =>
    table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: keyAttributes(key),
        UpdateExpression: 'SET #holder = :holder, #until = :until',
        ConditionExpression: 'attribute_not_exists(#holder) OR #holder = :holder OR #until <= :wall',
        ExpressionAttributeNames: { '#holder': 'holder', '#until': 'until' },
        ExpressionAttributeValues: {
          ':holder': { S: holder },
          ':until': { N: String(until) },
          ':wall': { N: String(wall) },
        },
      }),
    ),
  );
}
