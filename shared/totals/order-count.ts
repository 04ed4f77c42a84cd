import type { OrderSubject, Setting } from '../checks/check.ts';
import { beforeRules, clauseLine, platformLine, type Line } from '../checks/deadline-of.ts';
import type { Deeds } from '../domain/deed.ts';
import { isCollected, isConfirmed, type Order, type PlatformField } from '../domain/order.ts';
import { after, instant, type Duration, type Instant } from '../domain/time.ts';
import { deliveryGrace } from '../policies/delivery-grace.ts';
import type { Clock } from '../policies/policy.ts';
import { fateOf, type Done, type Fate } from './fate-of.ts';

/** An order as it is counted; who reads the trace and when does not matter. */
export type Countable = Pick<OrderSubject, 'order' | 'trace' | 'deeds'>;

/** The three lines by which a shop's rates are reckoned. */
export const countedClocks = ['confirm-by', 'pickup-by', 'deliver-by'] as const satisfies readonly Clock[];
export type CountedClock = (typeof countedClocks)[number];

const fields = {
  'confirm-by': 'rts_sla_time',
  'pickup-by': 'tts_sla_time',
  'deliver-by': 'delivery_sla_time',
} as const satisfies Record<CountedClock, PlatformField>;

export interface OrderCount {
  readonly fates: { readonly [clock in CountedClock]?: Fate };
  readonly isLateCounted: boolean;
  /** TikTok's deadline less our clause's, where there are both. */
  readonly drifts: { readonly [clock in CountedClock]?: number };
}

/** What one order adds to its day; undefined for an order that is not the seller's to keep on time. */
export function orderCount({ order, deeds }: Countable, at: Setting): OrderCount | undefined {
  if (!isSellersToKeep(order)) return undefined;
  const asked = beforeRules(order, at.shop);
  const fates: { [clock in CountedClock]?: Fate } = {};
  const drifts: { [clock in CountedClock]?: number } = {};
  let isLateCounted = false;
  for (const clock of countedClocks) {
    const platform = platformLine(order, fields[clock]);
    const clause = clauseLine(clock, asked, at);
    if (platform && clause) drifts[clock] = platform.at - clause.at;
    const line = platform ?? clause;
    if (!line) continue;
    const until = clock === 'deliver-by' ? grantedUntil(line, deeds) : line.at;
    const fate = fateOf(order, until, doneOf(order, clock), at.now);
    if (fate === undefined) continue;
    fates[clock] = fate;
    if (clock === 'deliver-by') isLateCounted = countsAsLate(order, after(until, graceOf(line)), at.now);
  }
  const isCancelled = order.status === 'CANCELLED';
  if (isCancelled && Object.keys(fates).length === 0) return undefined;
  return { fates, isLateCounted, drifts: isCancelled ? {} : drifts };
}

/** A buyer who agrees to wait moves the promise, never back. */
function grantedUntil({ at }: Line, { extendedUntil }: Deeds): Instant {
  return instant(Math.max(at, extendedUntil ?? at));
}

function graceOf({ stages }: Line): Duration {
  return stages?.['delivery-late-counted'] ?? deliveryGrace;
}

function countsAsLate(order: Order, counted: Instant, now: Instant): boolean {
  return fateOf(order, counted, doneOf(order, 'deliver-by'), now) === 'late';
}

/**
 * Neither samples nor what TikTok fulfils; nothing unpaid or in its remorse hour, which may not be shipped yet. A
 * cancelled order counts only if it was once to be shipped: paid, or given a deadline by TikTok (cash on delivery).
 */
function isSellersToKeep(order: Order): boolean {
  if (order.sample || order.fulfilledBy === 'tiktok') return false;
  switch (order.status) {
    case 'UNPAID':
    case 'ON_HOLD':
    case 'unrecognised':
      return false;
    case 'CANCELLED':
      return order.paidAt !== undefined || order.platform.rts_sla_time !== undefined;
    default:
      return true;
  }
}

function isDelivered({ status }: Order): boolean {
  return status === 'DELIVERED' || status === 'COMPLETED';
}

function doneOf(order: Order, clock: CountedClock): Done {
  const { confirmedAt, collectedAt, deliveredAt } = order;
  switch (clock) {
    case 'confirm-by':
      return { isDone: isConfirmed(order), at: confirmedAt, notAfter: collectedAt ?? deliveredAt };
    case 'pickup-by':
      return { isDone: isCollected(order), at: collectedAt, notAfter: deliveredAt };
    case 'deliver-by':
      // When, TikTok does not always say: at the latest when it last changed the order.
      return {
        isDone: isDelivered(order),
        at: deliveredAt,
        notAfter: isDelivered(order) ? order.updatedAt : undefined,
      };
  }
}
