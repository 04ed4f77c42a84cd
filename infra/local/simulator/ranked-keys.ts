import type { Unix } from './life.ts';

/** Time and tie-breaker of one entry of a list that is paged through. */
export interface Place {
  readonly at: Unix;
  readonly tie: number;
}

/** Places packed into doubles, ascending. */
export interface RankedKeys {
  readonly keys: Float64Array;
  readonly ties: number;
  readonly base: Unix;
}

/** `ties` × seconds from `base` must stay below 2^53, and every tie below `ties`. */
export function rank(places: Iterable<Place>, scale: { readonly ties: number; readonly base: Unix }): RankedKeys {
  return { keys: Float64Array.from(pack(places, scale)).toSorted(), ...scale };
}

function* pack(
  places: Iterable<Place>,
  { ties, base }: { readonly ties: number; readonly base: Unix },
): Generator<number> {
  for (const { at, tie } of places) {
    const key = (at - base) * ties + tie;
    if (tie >= ties || !Number.isSafeInteger(key))
      throw new RangeError('too many orders, or too long a history, to rank');
    yield key;
  }
}

function placeOf({ ties, base }: RankedKeys, key: number): Place {
  const seconds = Math.floor(key / ties);
  return { at: seconds + base, tie: key - seconds * ties };
}

/**
 * The next `size` places after `last` in the asked direction. The place itself is the cursor, so
 * entries that came, went or moved meanwhile neither skip nor double the others.
 */
export function slice(
  ranked: RankedKeys,
  order: 'ASC' | 'DESC',
  size: number,
  last: Place | undefined,
): { readonly places: readonly Place[]; readonly more: boolean } {
  const { keys, ties, base } = ranked;
  const cursor = last === undefined ? undefined : (last.at - base) * ties + last.tie;
  if (order === 'ASC') {
    const start = cursor === undefined ? 0 : countUpTo(keys, cursor);
    return { places: unpack(ranked, keys.subarray(start, start + size)), more: start + size < keys.length };
  }
  const end = cursor === undefined ? keys.length : countUpTo(keys, cursor - 1);
  const start = Math.max(0, end - size);
  return { places: unpack(ranked, keys.subarray(start, end)).toReversed(), more: start > 0 };
}

function unpack(ranked: RankedKeys, keys: Float64Array): readonly Place[] {
  return Array.from(keys, (key) => placeOf(ranked, key));
}

/** How many keys are at most `limit`. */
function countUpTo(keys: Float64Array, limit: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
