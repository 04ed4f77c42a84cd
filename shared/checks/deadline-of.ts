import type { Order, PlatformField } from '../domain/order.ts';
import type { SellerType } from '../domain/shop.ts';
import type { Duration, Instant } from '../domain/time.ts';
import type { Deadline } from '../domain/verdict.ts';
import { lineOf } from '../policies/line.ts';
import { usualStart, type Circumstances, type Clock, type Logistics, type Starts } from '../policies/policy.ts';
import type { Setting } from './check.ts';
import { hasOwnHandlingTime } from './clocks-apply.ts';

/** Where a deadline comes from, and where the clause moves the stages of a check. */
export interface Line extends Deadline {
  readonly stages?: Readonly<Record<string, Duration>>;
}

/** The platform's own field on the order always wins over anything we could compute. */
export function platformDeadline(order: Order, field: PlatformField): Deadline | undefined {
  const at = order.platform[field];
  return at === undefined ? undefined : { at, source: { kind: 'platform', field } };
}

/**
 * The line a policy pack's clause draws; undefined = no deadline known. `starts`: when things happened that a clause
 * may count from; an instant alone is when the clock usually starts.
 */
export function clauseDeadline(clock: Clock, starts: Instant | Starts | undefined, at: Setting): Deadline | undefined {
  const line = clauseLine(clock, typeof starts === 'object' ? starts : { [usualStart[clock]]: starts }, at.shop, at);
  return line && { at: line.at, source: line.source };
}

/** The same for an order, with what the clause says about stages. */
export function clauseLine(clock: Clock, starts: Starts, of: Circumstances, { policy }: Setting): Line | undefined {
  const found = policy.clause(clock, of, starts);
  if (!found) return undefined;
  const line = lineOf(found.clause.deadline, found.startedAt, of.market);
  if (line === undefined) return undefined;
  const { id, stages } = found.clause;
  return { at: line, source: { kind: 'clause', pack: found.pack, clause: id }, ...(stages && { stages }) };
}

/** What an order brings along for a clause to hold. */
export function circumstancesOf(order: Order, shop: Setting['shop']): Circumstances {
  const { market, sellerType, packs } = shop;
  const { type: orderType, deliveryOption } = order;
  return { market, sellerType, packs, logistics: logisticsOf(order, sellerType), orderType, deliveryOption };
}

/** Local shops send from stock in the market; a cross-border shop that ships itself has a carrier of its own. */
function logisticsOf({ shipping }: Order, sellerType: SellerType): Logistics | 'unrecognised' {
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
  const happened = { confirmation: confirmedAt, 'cancel-request': cancelRequestedAt };
  return hasOwnHandlingTime(order)
    ? { ...happened, 'dispatch-line': platform.rts_sla_time }
    : { ...happened, order: createdAt };
}
