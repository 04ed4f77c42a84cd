import { sweptUntil } from '../local/watching/swept-until.ts';
import type { LocalTidewatch } from '../local/watching/tidewatch.ts';
import { iso, type Instant } from '../../shared/domain/time.ts';
import { Mistyped } from './open-world.ts';

/**
 * Sweeps go forward: one for an earlier time than the kept state has seen would never be done. The same time once more
 * is well, and so is what a killed run has left to do.
 */
export async function assertLater(first: Instant, { table, world }: LocalTidewatch, folder: string): Promise<void> {
  const swept = await sweptUntil(
    table,
    world.file.shops.map(({ id }) => id),
  );
  const last = swept
    .flatMap(({ begun }) => begun ?? [])
    .toSorted()
    .at(-1);
  if (last === undefined || iso(first) >= last) return;
  throw new Mistyped(
    `--data ${folder} was swept as of ${last}, and ${iso(first)} is earlier: take a later --at or another folder`,
  );
}
