import { lastMoved } from '../../../shared/domain/order.ts';
import { earliest, type Instant } from '../../../shared/domain/time.ts';
import type { WatchedOrder } from '../../../shared/ports/order-book.ts';

/** How an order was done with what a line asks of it. */
export interface End {
  readonly at: Instant;
  /** It was cancelled before: nobody has kept the line, and from then on nobody has to. */
  readonly isCancelled: boolean;
}

type Done = (next: WatchedOrder, previous: WatchedOrder | undefined) => Instant | undefined;

const confirmed: Done = ({ order: { confirmedAt, collectedAt, deliveredAt } }) =>
  first(confirmedAt, collectedAt, deliveredAt);
const collected: Done = ({ order: { collectedAt, deliveredAt } }) => first(collectedAt, deliveredAt);
const delivered: Done = ({ order: { deliveredAt } }) => deliveredAt;

/** The first sign of life since. */
const moved: Done = ({ order, trace }, previous) => {
  const last = (previous && lastMoved(previous.order, previous.trace)) ?? 0;
  return first(...[...trace.scans, order.collectedAt, order.deliveredAt].filter((at) => at !== undefined && at > last));
};

const ofCheck: Readonly<Record<string, Done>> = {
  'confirm-by': confirmed,
  'pickup-by': collected,
  'pickup-cutoff': collected,
  'fast-dispatch': collected,
  'deliver-by': delivered,
  'trace-silent': moved,
};

/** Stages that have a line of their own. */
const ofStage: Readonly<Record<string, Done>> = {
  'auto-cancel-ship-soon': confirmed,
  'auto-cancel-collect-soon': collected,
  'auto-cancel-deliver-soon': delivered,
};

export function hasOwnLine(stage: string): boolean {
  return stage in ofStage;
}

/**
 * When the order was done with the line of a stage, whatever else has happened to it within the same hour; undefined:
 * it is not. `previous`: as it was when the line ran.
 */
export function endOf(
  { check, stage }: { readonly check: string; readonly stage: string },
  next: WatchedOrder,
  previous: WatchedOrder | undefined,
): End | undefined {
  const at = (ofStage[stage] ?? ofCheck[check])?.(next, previous);
  const { cancelledAt } = next.order;
  if (cancelledAt !== undefined && (at === undefined || cancelledAt < at))
    return { at: cancelledAt, isCancelled: true };
  return at === undefined ? undefined : { at, isCancelled: false };
}

function first(...known: readonly (Instant | undefined)[]): Instant | undefined {
  return earliest(...known.filter((at) => at !== undefined));
}
