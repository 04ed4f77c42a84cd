import type { QuietHours, Shop } from '../../shared/domain/shop.ts';
import type { Policy } from '../../shared/policies/policy.ts';
import { packs } from '../../shared/policies/registry.ts';
import { readThreshold } from './threshold.ts';
import { withThresholds } from './with-thresholds.ts';

/** What is different from the rules in force; plain values, so that it can be sent to a thread. */
export interface RuleChanges {
  /** As typed: `trace-silent.tracking-stale=60h`. */
  readonly set: readonly string[];
  readonly packs?: readonly string[];
  readonly quietHours?: QuietHours | 'none';
}

export const noChanges: RuleChanges = { set: [] };

/** Throws UnknownThreshold. */
export function policyWith({ set }: RuleChanges): Policy {
  return withThresholds(
    packs,
    set.map((text) => readThreshold(text, packs)),
  );
}

/** Quiet hours of single receivers give way: what was asked for is asked for all. */
export function shopWith(shop: Shop, { packs: others, quietHours }: RuleChanges): Shop {
  const under = others ? { ...shop, packs: others } : shop;
  if (quietHours === undefined) return under;
  const { quietHours: _, ...rest } = under;
  return {
    ...rest,
    ...(quietHours !== 'none' && { quietHours }),
    recipients: shop.recipients.map(asTheShop),
    ...(shop.slack && { slack: asTheShop(shop.slack) }),
    ...(shop.channels && { channels: shop.channels.map(asTheShop) }),
  };
}

function asTheShop<Of extends { readonly quietHours?: unknown }>(receiver: Of): Omit<Of, 'quietHours'> {
  const { quietHours: _, ...rest } = receiver;
  return rest;
}
