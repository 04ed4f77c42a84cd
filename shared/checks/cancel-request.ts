import { isClosed, type Order } from '../domain/order.ts';
import { instant } from '../domain/time.ts';
import { okBecause, unknown, type Deadline } from '../domain/verdict.ts';
import type { Check, Setting } from './check.ts';
import { beforeRules, clauseLine } from './deadline-of.ts';

/**
 * "Answer a buyer's request to cancel within 24 hours, else it is approved without you." TikTok says of an order that
 * a request is pending, not by when to answer: `cancel_order_sla_time` is when an order that nobody ships is cancelled.
 */
export const cancelRequest = {
  id: 'cancel-request',
  on: 'order',
  stages: [{ id: 'cancel-request-due', severity: 'warning' }],
  inhibitedBy: ['feed-lagging'],
  judge({ order }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    // No clock runs on hold, and samples have none, but buyers ask all the same. TikTok answers for what it ships.
    if (isClosed(order)) return okBecause('order-closed');
    if (order.fulfilledBy === 'tiktok') return okBecause('fulfilled-by-tiktok');
    if (!order.buyerAskedToCancel) return okBecause('no-cancel-request');
    // Not every market says when: it was asked at the latest when the order last changed.
    const since = instant(Math.min(order.cancelRequestedAt ?? order.updatedAt, at.now));
    const deadline = answerBy(order, at);
    return { is: 'firing', stage: 'cancel-request-due', since, ...(deadline && { deadline }) };
  },
} as const satisfies Check<'order'>;

function answerBy(order: Order, at: Setting): Deadline | undefined {
  const line = clauseLine('cancel-answer-by', beforeRules(order, at.shop), at);
  return line && { at: line.at, source: line.source };
}
