import type { Order } from '../domain/order.ts';
import type { Market, Shop } from '../domain/shop.ts';
import type { Deadline } from '../domain/verdict.ts';
import { lineOf } from '../policies/line.ts';
import { startsAt } from '../policies/policy.ts';
import { policy } from '../policies/registry.ts';

/** United States, United Kingdom, South-East Asia (partner.tiktokshop.com: Update Shipping Info, read 2026-11). */
const limited: ReadonlySet<Market> = new Set(['US', 'GB', 'ID', 'MY', 'PH', 'SG', 'TH', 'VN']);

/** How long TikTok lets the number of an order be changed; everywhere once. */
export function editRule(market: Market): 'within-72-hours' | 'once' {
  return limited.has(market) ? 'within-72-hours' : 'once';
}

/** Until when an order's number can be changed, where the shop's policy packs say. */
export function editWindow(
  { confirmedAt }: Order,
  shop: Pick<Shop, 'market' | 'sellerType' | 'packs'>,
): Deadline | undefined {
  const found = policy.clause('number-edit-by', shop, startsAt({ confirmation: confirmedAt }));
  if (!found) return undefined;
  const at = lineOf(found.clause.deadline, found.startedAt, shop.market);
  return at === undefined ? undefined : { at, source: found.source };
}
