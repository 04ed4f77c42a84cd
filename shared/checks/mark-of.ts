import type { Order } from '../domain/order.ts';
import { instant, type Instant } from '../domain/time.ts';
import type { Facts } from '../domain/verdict.ts';
import type { MarkInForce, MarkKind } from '../policies/policy.ts';
import type { Setting } from './check.ts';
import { beforeRules } from './deadline-of.ts';

/** What the shop's packs ask of this order's parcel, label or papers; undefined = nothing of the kind. */
export function markOf(kind: MarkKind, order: Order, at: Setting): MarkInForce | undefined {
  return at.policy.mark(kind, beforeRules(order, at.shop), order.createdAt);
}

/** Names the rule a finding rests on, so that its source and penalty are told; nothing where no pack has one. */
export function ruleFacts(found: MarkInForce | undefined): Facts {
  return found ? { pack: found.pack, clause: found.mark.id } : {};
}

/** Labels are printed and parcels packed from the confirmation on. */
export function packedSince({ confirmedAt, createdAt }: Order, now: Instant): Instant {
  return instant(Math.min(confirmedAt ?? createdAt, now));
}
