import { hours, instant, type Instant } from '../../../shared/domain/time.ts';

/** When orders change, so that a window of time is found by bisection; times are whole seconds, places from 0. */
export interface ChangeTimes {
  readonly at: Int32Array;
  readonly place: Int32Array;
}

/** The full hours before the first change and after the last one; undefined where there are none. */
export function spanOf({ at }: ChangeTimes): { readonly from: Instant; readonly until: Instant } | undefined {
  const [first, last] = [at[0], at.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const hour = 3_600;
  return {
    from: instant(Math.floor(first / hour) * hours(1)),
    until: instant((Math.floor(last / hour) + 1) * hours(1)),
  };
}

/** `timesOf`: the seconds at which the order at a place changes, in any order. */
export function changeTimes(size: number, timesOf: (place: number) => readonly number[]): ChangeTimes {
  const found: { readonly at: number; readonly place: number }[] = [];
  for (let place = 0; place < size; place += 1) {
    for (const at of new Set(timesOf(place))) found.push({ at, place });
  }
  found.sort((one, other) => one.at - other.at || one.place - other.place);
  return { at: Int32Array.from(found, ({ at }) => at), place: Int32Array.from(found, ({ place }) => place) };
}

/**
 * Places whose newest change up to `now` lies in [from, to), by that change; `newest` says when an order last changed,
 * undefined before it is there. All in seconds.
 */
export function changedIn(
  { at, place }: ChangeTimes,
  window: { readonly from: number; readonly to: number; readonly now: number },
  newest: (place: number) => number | undefined,
): readonly number[] {
  const found: number[] = [];
  for (let index = firstFrom(at, window.from); index < at.length; index += 1) {
    const second = at[index] ?? Infinity;
    if (second >= window.to || second > window.now) break;
    const of = place[index] ?? 0;
    if (newest(of) === second) found.push(of);
  }
  return found;
}

function firstFrom(at: Int32Array, from: number): number {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((at[middle] ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
