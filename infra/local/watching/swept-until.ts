import type { Table } from '../../../shared/adapters/dynamo/client.ts';
import { DynamoWatches } from '../../../shared/adapters/dynamo/watches.ts';
import type { Watch } from '../../../shared/ports/watch.ts';

/** What the kept state says of a shop's sweeps; runs are the times they were begun for, ISO 8601. */
export interface SweptUntil {
  readonly shop: string;
  /** The last run that was begun: nothing older is done any more. */
  readonly begun?: string;
  /** The last run that is done. */
  readonly done?: string;
}

export async function sweptUntil(table: Table, shops: readonly string[]): Promise<readonly SweptUntil[]> {
  const watches = new DynamoWatches(table);
  return Promise.all(shops.map(async (shop) => ({ shop, ...runsOf(await watches.read(shop)) })));
}

function runsOf(watch: Watch | undefined): Omit<SweptUntil, 'shop'> {
  const done = watch?.handedOver?.run;
  const begun = watch?.run?.id ?? done;
  return { ...(begun !== undefined && { begun }), ...(done !== undefined && { done }) };
}
