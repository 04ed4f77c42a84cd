import type { PlatformField } from '../domain/order.ts';
import type { Order } from '../domain/order.ts';
import type { Instant } from '../domain/time.ts';
import type { Deadline } from '../domain/verdict.ts';
import { lineOf } from '../policies/line.ts';
import { marketZone } from '../policies/market-zone.ts';
import type { Clock } from '../policies/policy.ts';
import type { Setting } from './check.ts';

/** The platform's own field on the order always wins over anything we could compute. */
export function platformDeadline(order: Order, field: PlatformField): Deadline | undefined {
  const at = order.platform[field];
  return at === undefined ? undefined : { at, source: { kind: 'platform', field } };
}

/** The line a policy pack's clause draws for a clock that started at `start`; undefined = no deadline known. */
export function clauseDeadline(clock: Clock, start: Instant | undefined, at: Setting): Deadline | undefined {
  if (start === undefined) return undefined;
  const found = at.policy.clause(clock, { ...at.shop, startedAt: start });
  if (!found) return undefined;
  const line = lineOf(found.clause.deadline, start, marketZone(at.shop.market));
  return { at: line, source: { kind: 'clause', pack: found.pack, clause: found.clause.id } };
}
