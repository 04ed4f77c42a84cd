import type { Table } from '../../../shared/adapters/dynamo/client.ts';
import { DynamoWatches } from '../../../shared/adapters/dynamo/watches.ts';
import type { Watch } from '../../../shared/ports/watch.ts';

/** What the kept state says of a shop's sweeps; runs are the times they were begun for, ISO 8601. */
export interface SweptUntil {
  readonly shop: string;
  /** The last run that was begun: what is older is never done any more. */
  readonly begun: string;
  /** The last run that is done. */
  readonly done?: string;
}

/** Shops that have never been swept are left out. */
export async function sweptUntil(table: Table, shops: readonly string[]): Promise<readonly SweptUntil[]> {
  const watches = new DynamoWatches(table);
  const swept = await Promise.all(shops.map(async (shop) => sweptIn(shop, await watches.read(shop))));
  return swept.flat();
}

/** There is nothing left to do of this run. */
export function isOver(run: string, { begun, done }: SweptUntil): boolean {
  return run < begun || run === done;
}

function sweptIn(shop: string, watch: Watch | undefined): readonly SweptUntil[] {
  const done = watch?.handedOver?.run;
  const begun = watch?.run?.id ?? done;
  return begun === undefined ? [] : [{ shop, begun, ...(done !== undefined && { done }) }];
}
