import { isCollected, isConfirmed } from '../domain/order.ts';
import { okBecause, unknown } from '../domain/verdict.ts';
import { attests } from './attests.ts';
import type { Check } from './check.ts';
import { atRest, underWay } from './clocks-apply.ts';
import { markOf, packedSince, ruleFacts } from './mark-of.ts';

/**
 * "A label that neither TikTok's back office nor an ERP through its API has issued makes a fake shipment, even once
 * delivered." TikTok's data does not show who printed it, so people say so; TikTok Shipping has no labels but its own.
 */
export const labelOrigin = {
  id: 'label-origin',
  on: 'order',
  stages: [{ id: 'label-not-platform', severity: 'critical' }],
  inhibitedBy: ['feed-lagging'],
  settledBy: 'label',
  during: underWay,
  judge({ order, deeds }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    const rest = atRest(order);
    if (rest) return rest;
    if (deeds.label === 'platform') return okBecause('attested');
    if (deeds.label === 'other') {
      const facts = ruleFacts(markOf('platform-label', order, at));
      return { is: 'firing', stage: 'label-not-platform', since: packedSince(order, at.now), facts };
    }
    if (order.shipping === 'tiktok') return okBecause('not-seller-shipped');
    if (!isConfirmed(order)) return okBecause('not-confirmed');
    // Until hand-over there is time to say so.
    return attests(at, 'label') && !isCollected(order) ? okBecause('to-be-attested') : unknown('needs-attestations');
  },
} as const satisfies Check<'order'>;
