import type { Order, PlatformField } from '../domain/order.ts';
import type { Market, SellerType } from '../domain/shop.ts';
import type { Duration, Instant } from '../domain/time.ts';
import type { Deadline } from '../domain/verdict.ts';
import { lineOf } from '../policies/line.ts';
import { startsAt, usualStart, type Circumstances, type Clock, type Logistics } from '../policies/policy.ts';
import type { Starting, Starts } from '../policies/policy.ts';
import type { Setting } from './check.ts';
import { hasOwnHandlingTime } from './clocks-apply.ts';

/** A deadline, where it comes from, and where the clause moves the stages of a check. */
export interface Line extends Deadline {
  readonly stages: Readonly<Record<string, Duration>> | undefined;
}

/** The platform's own field on the order always wins over anything we could compute. */
export function platformLine(order: Order, field: PlatformField | undefined): Line | undefined {
  const at = field && order.platform[field];
  return field === undefined || at === undefined ? undefined : { at, source: sourceOf(field), stages: undefined };
}

const sources = new Map<PlatformField, Deadline['source']>();

/** One for all orders: a hundred thousand are judged by a dozen fields. */
function sourceOf(field: PlatformField): Deadline['source'] {
  let known = sources.get(field);
  if (!known) sources.set(field, (known = { kind: 'platform', field }));
  return known;
}

/**
 * The line a policy pack's clause draws; undefined = no deadline known. `starts`: when things happened that a clause
 * may count from; an instant alone is when the clock usually starts.
 */
export function clauseDeadline(clock: Clock, starts: Instant | Starts | undefined, at: Setting): Deadline | undefined {
  const since = typeof starts === 'object' ? starts : startsAt({ [usualStart[clock]]: starts });
  const line = clauseLine(clock, since, at.shop, at);
  return line && { at: line.at, source: line.source };
}

/** The same with what the clause says about stages. */
export function clauseLine(clock: Clock, starts: Starts, of: Circumstances, { policy }: Setting): Line | undefined {
  const found = policy.clause(clock, of, starts);
  if (!found) return undefined;
  const { source, clause, startedAt } = found;
  const at = lineOf(clause.deadline, startedAt, of.market);
  return at === undefined ? undefined : { at, source, stages: clause.stages };
}

/** What an order brings along for a clause to hold, each worked out only when a clause asks for it. */
class OrderCircumstances implements Circumstances {
  readonly #order: Order;
  readonly #shop: Setting['shop'];
  readonly packs: readonly string[];

  constructor(order: Order, shop: Setting['shop'], packs: readonly string[]) {
    this.#order = order;
    this.#shop = shop;
    this.packs = packs;
  }

  get market(): Market {
    return this.#shop.market;
  }

  get sellerType(): SellerType {
    return this.#shop.sellerType;
  }

  get logistics(): Logistics | 'unrecognised' {
    return logisticsOf(this.#order.shipping, this.#shop.sellerType);
  }

  get orderType(): Order['type'] {
    return this.#order.type;
  }

  get deliveryOption(): string | undefined {
    return this.#order.deliveryOption;
  }
}

export function circumstancesOf(order: Order, shop: Setting['shop'], packs: readonly string[]): Circumstances {
  return new OrderCircumstances(order, shop, packs);
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

/** When an order's clocks start. The packs' clocks from its creation do not fit one with a handling time of its own. */
class OrderStarts implements Starts {
  readonly #order: Order;
  readonly #lastScan: Instant | undefined;

  constructor(order: Order, lastScan: Instant | undefined) {
    this.#order = order;
    this.#lastScan = lastScan;
  }

  at(starting: Starting): Instant | undefined {
    switch (starting) {
      case 'order':
        return hasOwnHandlingTime(this.#order) ? undefined : this.#order.createdAt;
      case 'confirmation':
        return this.#order.confirmedAt;
      case 'dispatch-line':
        return hasOwnHandlingTime(this.#order) ? this.#order.platform.rts_sla_time : undefined;
      case 'cancel-request':
        return this.#order.cancelRequestedAt;
      case 'last-scan':
        return this.#lastScan;
      // Orders are not issued.
      default:
        return undefined;
    }
  }
}

export function startsOf(order: Order, lastScan?: Instant): Starts {
  return new OrderStarts(order, lastScan);
}
