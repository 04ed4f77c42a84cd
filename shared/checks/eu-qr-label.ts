import { isCollected, isConfirmed } from '../domain/order.ts';
import { ok, unknown } from '../domain/verdict.ts';
import { attests } from './attests.ts';
import type { Check } from './check.ts';
import { beforeHandOver, clocksApply } from './clocks-apply.ts';
import { markOf, packedSince, ruleFacts } from './mark-of.ts';

/**
 * "Parcels to the United Kingdom, Germany and France bear TikTok's QR label on the front, lower right, at least 5 × 5
 * cm; without it they are refused." A packing checklist: it lists what is not yet seen to bear it.
 */
export const euQrLabel = {
  id: 'eu-qr-label',
  on: 'order',
  stages: [{ id: 'eu-qr-label-missing', severity: 'breach' }],
  inhibitedBy: ['feed-lagging'],
  during: beforeHandOver,
  judge({ order, deeds }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    if (!clocksApply(order) || !isConfirmed(order) || isCollected(order) || deeds.qrLabel === 'attached') return ok;
    const rule = markOf('qr-label', order, at);
    if (!rule) return ok;
    if (!attests(at, 'qr-label')) return unknown('needs-attestations');
    const since = packedSince(order, at.now);
    return { is: 'firing', stage: 'eu-qr-label-missing', since, facts: ruleFacts(rule) };
  },
} as const satisfies Check<'order'>;
