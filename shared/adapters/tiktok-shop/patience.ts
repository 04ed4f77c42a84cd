import { type Duration, minutes, seconds } from '../../domain/time.ts';

/** How long to go on trying. */
export interface Patience {
  readonly attempts: number;
  /** Median of the first pause between attempts; later ones grow, all are jittered. */
  readonly firstPause: Duration;
  readonly longestPause: Duration;
  readonly oneAttempt: Duration;
  readonly wholeCall: Duration;
  /** A refresh lease outlives any refresh: two whole calls and the writes. */
  readonly lease: Duration;
  /** How long to wait for another holder of the lease, and how often to look. */
  readonly leaseWait: Duration;
  readonly leaseLook: Duration;
}

/** Set 2026-11: a far side that is down costs a call 1 to 3 s, one that hangs 10 s. */
export const usualPatience: Patience = {
  attempts: 4,
  firstPause: seconds(0.2),
  longestPause: seconds(1.5),
  oneAttempt: seconds(5),
  wholeCall: seconds(10),
  lease: minutes(1),
  leaseWait: seconds(5),
  leaseLook: seconds(0.5),
};
