import { ExponentialBackoff, handleType, retry } from 'cockatiel';
import { Transient } from '../../ports/errors.ts';
import type { CallCounts } from '../../ports/marketplace.ts';
import { openEnvelope } from './envelope.ts';
import type { Patience } from './patience.ts';
import type { Tally } from './tally.ts';
import type { Wire, WireRequest } from '../wire.ts';

export interface Call {
  /** What errors and rate limits call it: `order search`. */
  readonly endpoint: string;
  readonly counts: Exclude<keyof CallCounts, 'retries'>;
}

interface Exchange {
  readonly wire: Wire;
  readonly tally: Tally;
  readonly patience: Patience;
  /** Made anew for every attempt: a signature is good for one moment. */
  readonly make: () => WireRequest;
  readonly pace: () => Promise<void>;
  /** A repeat of a call that was counted before. */
  readonly again: boolean;
}

/**
 * One call with its retries: attempts and time are both bounded, the wait for the first free moment is not counted.
 * Answers the envelope's `data`. Throws the last attempt's Transient, or Rejected at once.
 */
export async function exchange(call: Call, by: Exchange): Promise<unknown> {
  await by.pace();
  const budget = AbortSignal.timeout(by.patience.wholeCall);
  return await retries(by.patience).execute(async ({ attempt }) => {
    if (attempt > 0) await by.pace();
    if (budget.aborted) throw new Transient(`${call.endpoint}: no answer within ${by.patience.wholeCall} ms`);
    by.tally.add(attempt > 0 || by.again ? 'retries' : call.counts);
    const oneAttempt = AbortSignal.timeout(by.patience.oneAttempt);
    const reply = await by.wire.send(call.endpoint, by.make(), AbortSignal.any([budget, oneAttempt]));
    return openEnvelope(call.endpoint, reply);
  }, budget);
}

function retries(patience: Patience) {
  const backoff = new ExponentialBackoff({ initialDelay: patience.firstPause, maxDelay: patience.longestPause });
  return retry(handleType(Transient), { maxAttempts: patience.attempts - 1, backoff });
}
