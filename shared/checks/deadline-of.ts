import type { Order, PlatformField } from '../domain/order.ts';
import type { Market, SellerType } from '../domain/shop.ts';
import type { Duration, Instant } from '../domain/time.ts';
import type { Deadline } from '../domain/verdict.ts';
import { lineOf } from '../policies/line.ts';
import { startsAt, usualStart, type Circumstances, type Clock, type Logistics } from '../policies/policy.ts';
import type { Starting, Starts } from '../policies/policy.ts';
import type { Setting } from './check.ts';
import { hasOwnHandlingTime } from './clocks-apply.ts';

/** A deadline, where it comes from, and where the rules move the stages of a check. */
export interface Line extends Deadline {
  readonly stages: Readonly<Record<string, Duration>> | undefined;
}

/** The platform's own field on the order always wins over anything we could compute. */
export function platformLine(
  order: Order,
  field: PlatformField | undefined,
  stages?: Line['stages'],
): Line | undefined {
  const at = field && order.platform[field];
  return field === undefined || at === undefined ? undefined : { at, source: sourceOf(field), stages };
}

const sources: { [field in PlatformField]?: Deadline['source'] } = {};

/** One for all orders: a hundred thousand are judged by a dozen fields. */
function sourceOf(field: PlatformField): Deadline['source'] {
  return (sources[field] ??= { kind: 'platform', field });
}

/** The line a policy pack's clause draws for a clock that began at `start`; undefined = no deadline known. */
export function clauseDeadline(clock: Clock, start: Instant | undefined, at: Setting): Deadline | undefined {
  const line = clauseLine(clock, { ...at.shop, ...startsAt({ [usualStart[clock]]: start }) }, at);
  return line && { at: line.at, source: line.source };
}

/** The same with what the clause says about stages. */
export function clauseLine(clock: Clock, of: Circumstances & Starts, { policy }: Setting): Line | undefined {
  const found = policy.clause(clock, of, of);
  if (!found) return undefined;
  const { source, clause, startedAt } = found;
  const at = lineOf(clause.deadline, startedAt, of.market);
  return at === undefined ? undefined : { at, source, stages: clause.stages };
}

/**
 * What an order brings along for a rule to hold, and when its clocks start; each worked out only when a rule asks for
 * it. The packs' clocks from its creation do not fit an order with a handling time of its own.
 */
class OrderBeforeRules implements Circumstances, Starts {
  readonly #order: Order;
  readonly #shop: Setting['shop'];
  readonly #lastScan: Instant | undefined;
  readonly packs: readonly string[];

  constructor(order: Order, shop: Setting['shop'], packs: readonly string[], lastScan: Instant | undefined) {
    this.#order = order;
    this.#shop = shop;
    this.#lastScan = lastScan;
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

export function beforeRules(
  order: Order,
  shop: Setting['shop'],
  packs: readonly string[] = shop.packs,
  lastScan?: Instant,
): Circumstances & Starts {
  return new OrderBeforeRules(order, shop, packs, lastScan);
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
