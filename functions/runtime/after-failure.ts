import { type Duration, hours, minutes } from '../../shared/domain/time.ts';

/** What becomes of a message that failed. */
export type Fate = { readonly is: 'again'; readonly wait: Duration } | { readonly is: 'aside' };

/**
 * Waits of 1, 2, 4, 8, 16 and 32 minutes and then of an hour: 30 tries take a day, so a receiver that is down over
 * night misses nothing. A bug is put aside after a quarter of an hour, for nothing mends it by itself.
 */
const tries = { Transient: 30, others: 5 };
const longestWait = hours(1);

/** By the error's name: what leaves a message's run is masked and has no class any more. `attempt` counts from 1. */
export function afterFailure({ name }: Pick<Error, 'name'>, attempt: number): Fate {
  if (name === 'Rejected' || name === 'Malformed') return { is: 'aside' };
  if (attempt >= (name === 'Transient' ? tries.Transient : tries.others)) return { is: 'aside' };
  const wait = minutes(2 ** (attempt - 1));
  return { is: 'again', wait: wait < longestWait ? wait : longestWait };
}
