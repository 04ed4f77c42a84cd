import type { Order, PlatformField } from '../domain/order.ts';
import type { SellerType } from '../domain/shop.ts';
import type { Duration, Instant } from '../domain/time.ts';
import type { Deadline } from '../domain/verdict.ts';
import { lineOf } from '../policies/line.ts';
import { usualStart, type Circumstances, type Clock, type Logistics, type Starts } from '../policies/policy.ts';
import type { Setting } from './check.ts';
import { hasOwnHandlingTime } from './clocks-apply.ts';

/** A deadline, where it comes from, and where the clause moves the stages of a check. */
export interface Line extends Deadline {
  readonly stages: Readonly<Record<string, Duration>> | undefined;
}

/** The platform's own field on the order always wins over anything we could compute. */
export function platformLine(order: Order, field: PlatformField | undefined): Line | undefined {
  const at = field && order.platform[field];
  return field === undefined || at === undefined
    ? undefined
    : { at, source: { kind: 'platform', field }, stages: undefined };
}

/**
 * The line a policy pack's clause draws; undefined = no deadline known. `starts`: when things happened that a clause
 * may count from; an instant alone is when the clock usually starts.
 */
export function clauseDeadline(clock: Clock, starts: Instant | Starts | undefined, at: Setting): Deadline | undefined {
  const line = clauseLine(clock, typeof starts === 'object' ? starts : { [usualStart[clock]]: starts }, at.shop, at);
  return line && { at: line.at, source: line.source };
}

/** The same with what the clause says about stages. */
export function clauseLine(clock: Clock, starts: Starts, of: Circumstances, { policy }: Setting): Line | undefined {
  const found = policy.clause(clock, of, starts);
  if (!found) return undefined;
  const { pack, clause, startedAt } = found;
  const at = lineOf(clause.deadline, startedAt, of.market);
  return at === undefined
    ? undefined
    : { at, source: { kind: 'clause', pack, clause: clause.id }, stages: clause.stages };
}

/** What an order brings along for a clause to hold. */
export function circumstancesOf(
  { type, deliveryOption, shipping }: Order,
  { market, sellerType }: Setting['shop'],
  packs: readonly string[],
): Circumstances {
  const logistics = logisticsOf(shipping, sellerType);
  return { market, sellerType, packs, logistics, orderType: type, deliveryOption };
}

/** Local shops send from stock in the market; a cross-border shop that ships itself has a carrier of its own. */
function logisticsOf(shipping: Order['shipping'], sellerType: SellerType): Logistics | 'unrecognised' {
  switch (shipping) {
    case 'tiktok':
      return 'tiktok-shipping';
    case 'seller':
      return sellerType === 'LOCAL' ? 'local-stock' : 'third-party';
    case 'unrecognised':
      return 'unrecognised';
  }
}

/** The packs' clocks from the order's creation do not fit orders with a handling time of their own. */
export function startsOf(order: Order): Starts {
  const { createdAt, confirmedAt, cancelRequestedAt, platform } = order;
  const own = hasOwnHandlingTime(order);
  return {
    order: own ? undefined : createdAt,
    confirmation: confirmedAt,
    'dispatch-line': own ? platform.rts_sla_time : undefined,
    'cancel-request': cancelRequestedAt,
  };
}
