import { InvalidArgumentError } from 'commander';
import { systemClock } from '../../../shared/adapters/clock.ts';
import { DynamoActs } from '../../../shared/adapters/dynamo/acts.ts';
import { knownActs, type KnownActs } from '../../../shared/domain/known-acts.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { liveFindings, type LiveFinding } from '../../local/watching/live-findings.ts';
import { watchedShops } from '../watched-shop.ts';
import { findingNamed, isOpen } from './by-name.ts';

/** The findings that somebody names, and what is known of what people did. */
export interface Looked {
  readonly now: Instant;
  readonly acts: DynamoActs;
  /** By shop. */
  readonly known: ReadonlyMap<string, KnownActs>;
  byName(name: string): Promise<LiveFinding>;
  /** All that are open; throws what commander prints where there is none. */
  byOrder(order: string): Promise<readonly LiveFinding[]>;
}

/** Opens the shops in which findings can be named: one, or all of the stack. */
export async function look(shop: string | undefined): Promise<Looked> {
  const { table, shops } = await watchedShops(shop);
  const now = systemClock.world();
  const acts = new DynamoActs(table);
  const known = new Map<string, KnownActs>();
  for (const { id } of shops) known.set(id, knownActs(await acts.list(id)));
  const read = async (order?: string): Promise<readonly LiveFinding[]> => {
    const found: LiveFinding[] = [];
    for (const one of shops) {
      const people = { acts: known.get(one.id) ?? knownActs([]), now };
      found.push(...(await liveFindings(one, table, { people, ...(order !== undefined && { order }) })));
    }
    return found;
  };
  let all: Promise<readonly LiveFinding[]> | undefined;
  return {
    now,
    acts,
    known,
    byName: async (name) => {
      // A whole name is looked up without reading the book.
      const [, order] = /^[a-z-]+\/(\d{6,30})$/.exec(name) ?? [];
      const ofOrder = order === undefined ? [] : await read(order);
      const isThere = ofOrder.some(({ finding, subject }) => `${finding.check}/${subject.id}` === name);
      return findingNamed(name, isThere ? ofOrder : await (all ??= read()));
    },
    byOrder: async (order) => {
      const found = (await read(order)).filter(isOpen);
      if (found.length === 0)
        throw new InvalidArgumentError(`no finding of order ${order} is open: tidewatch recheck ${order} says why`);
      return found;
    },
  };
}
