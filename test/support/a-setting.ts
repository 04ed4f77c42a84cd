import type { OrderSubject, Setting } from '../../shared/checks/check.ts';
import { noDeeds } from '../../shared/domain/deed.ts';
import type { Order, Trace } from '../../shared/domain/order.ts';
import { policy } from '../../shared/policies/registry.ts';
import { now } from './moments.ts';

export function aSetting(market = 'GB', at = now, shop: Partial<Setting['shop']> = {}): Setting {
  return { now: at, shop: { market, sellerType: 'CROSS_BORDER', packs: ['article'], zone: 'UTC', ...shop }, policy };
}

export function subject(order: Order, trace: Trace = { scans: [] }, traceRead = true): OrderSubject {
  return { order, trace, traceRead, deeds: noDeeds, findings: [] };
}
