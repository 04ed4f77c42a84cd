import type { Table } from '../../shared/adapters/dynamo/client.ts';
import { DynamoShops } from '../../shared/adapters/dynamo/shops.ts';
import { knownToShops } from '../../shared/known-to-shops.ts';

/** The configured shops; a shop that names a policy pack which does not exist cannot be read. */
export function shopsIn(table: Table): DynamoShops {
  return new DynamoShops(table, knownToShops);
}
