import { statuses } from './life.ts';
import type { Status, Unix } from './life.ts';
import type { OrderSource } from './order-source.ts';
import { rank } from './ranked-keys.ts';
import type { RankedKeys } from './ranked-keys.ts';

/** Every visible order's standing at one second, by position. */
interface Standing {
  readonly count: number;
  /** Index into `statuses`. */
  readonly status: Uint8Array;
  readonly updated: Int32Array;
  readonly created: Int32Array;
}

/** What an order search asks for; `also` sees the orders that passed everything else. */
export interface OrderFilter {
  readonly by: 'create_time' | 'update_time';
  readonly created: { readonly from: Unix; readonly before: Unix };
  readonly updated: { readonly from: Unix; readonly before: Unix };
  readonly status?: Status;
  readonly also?: (position: number) => boolean;
}

export interface OrderIndex {
  standing(now: Unix): Standing;
  /** The orders that match at `now`, ranked by time and position. Kept until `now` changes. */
  find(now: Unix, filter: OrderFilter, name: string): RankedKeys;
}

/** Positions that fit into a ranked key beside the time: 16.7 million orders. */
const orderTies = 2 ** 24;

/**
 * Status times as packed 32-bit seconds (36 bytes an order, good until 2038), so that a search over
 * hundreds of thousands of orders takes milliseconds although no order object is kept.
 */
export function orderIndex(source: OrderSource): OrderIndex {
  const times = statusTimes(source);
  let latest: { readonly now: Unix; readonly standing: Standing } | undefined;
  const found = new Map<string, RankedKeys>();
  function standing(now: Unix): Standing {
    if (latest?.now !== now) {
      latest = { now, standing: standAt(times(source.visible(now)), source.visible(now), now) };
      found.clear();
    }
    return latest.standing;
  }
  return {
    standing,
    find(now, filter, name) {
      const current = standing(now);
      const kept = found.get(name);
      if (kept !== undefined) return kept;
      const keys = rank(matching(current, filter), { ties: orderTies, base: current.created[0] ?? 0 });
      found.set(name, keys);
      return keys;
    },
  };
}

/** The table of status times, filled as far as it was ever asked for. */
function statusTimes(source: OrderSource): (count: number) => Int32Array {
  let table = new Int32Array(0);
  let filled = 0;
  return (count) => {
    if (count * statuses.length > table.length) {
      const larger = new Int32Array(Math.ceil(count * 1.25) * statuses.length);
      larger.set(table);
      table = larger;
    }
    for (; filled < count; filled += 1) {
      const reached = source.reached(filled);
      statuses.forEach((status, slot) => {
        table[filled * statuses.length + slot] = reached[status] ?? 0;
      });
    }
    return table;
  };
}

function standAt(times: Int32Array, count: number, now: Unix): Standing {
  const standing = {
    count,
    status: new Uint8Array(count),
    updated: new Int32Array(count),
    created: new Int32Array(count),
  };
  const slots = statuses.length;
  for (let position = 0; position < count; position += 1) {
    let updated = 0;
    let first = 0;
    for (let slot = 0; slot < slots; slot += 1) {
      const at = times[position * slots + slot] ?? 0;
      if (at === 0) continue;
      if (first === 0) first = at;
      if (at > now) continue;
      standing.status[position] = slot;
      if (at > updated) updated = at;
    }
    standing.updated[position] = updated;
    // The status an order is created in is the first of its statuses, also in histories out of order.
    standing.created[position] = first;
  }
  return standing;
}

function* matching(standing: Standing, filter: OrderFilter): Generator<{ readonly at: Unix; readonly tie: number }> {
  const wanted = filter.status === undefined ? undefined : statuses.indexOf(filter.status);
  for (let position = 0; position < standing.count; position += 1) {
    const updated = standing.updated[position] ?? 0;
    const created = standing.created[position] ?? 0;
    if (updated < filter.updated.from || updated >= filter.updated.before) continue;
    if (created < filter.created.from || created >= filter.created.before) continue;
    if (wanted !== undefined && standing.status[position] !== wanted) continue;
    if (filter.also !== undefined && !filter.also(position)) continue;
    yield { at: filter.by === 'create_time' ? created : updated, tie: position };
  }
}
