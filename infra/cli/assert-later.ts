import { DynamoRunLog } from '../../shared/adapters/dynamo/run-log.ts';
import { iso, type Instant } from '../../shared/domain/time.ts';
import { isOver } from '../local/watching/swept-until.ts';
import type { LocalTidewatch } from '../local/watching/tidewatch.ts';
import { Mistyped } from './open-world.ts';

/**
 * Sweeps go forward: one for an earlier time than the kept state has seen would never be done. The same rounds once
 * more are well: a killed process leaves the last of them to its successor. Throws Mistyped.
 */
export async function assertLater(
  { first, last }: { readonly first: Instant; readonly last: Instant },
  { table, swept }: LocalTidewatch,
  folder: string,
): Promise<void> {
  const runs = new DynamoRunLog(table);
  for (const of of swept) {
    const isPast = iso(last) < of.begun;
    const isNew = isOver(iso(first), of) && !(await runs.find(of.shop, iso(first)));
    if (!isPast && !isNew) continue;
    const why = `was swept as of ${of.begun} already, and ${iso(first)} is earlier`;
    throw new Mistyped(`--data ${folder} ${why}: take a later --at or another folder`);
  }
}
