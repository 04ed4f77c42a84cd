import { inShape, type Order, type OrderStatus, type Trace } from '../../../shared/domain/order.ts';
import { instant, type Instant } from '../../../shared/domain/time.ts';

/**
 * A stored order as it was at `now`, as far as its times tell; undefined before it was created. From its last change on
 * it is what is stored.
 */
export function orderAt(order: Order, now: Instant): Order | undefined {
  if (order.createdAt > now) return undefined;
  if (order.updatedAt <= now) return order;
  const { confirmedAt, collectedAt, deliveredAt, cancelledAt, cancelRequestedAt, paidAt } = order;
  const isConfirmed = isKnown(confirmedAt, now) || isKnown(collectedAt, now) || isKnown(deliveredAt, now);
  return inShape({
    ...withoutTimes(order),
    status: statusAt(order, now),
    updatedAt: instant(Math.max(...changesOf(order).filter((at) => at <= now))),
    buyerAskedToCancel: isKnown(cancelRequestedAt, now),
    // Labels are made with the confirmation: until then there was neither number nor carrier.
    ...(!isConfirmed && { parcels: [], ...noCarrier }),
    ...(isKnown(paidAt, now) && { paidAt }),
    ...(isKnown(confirmedAt, now) && { confirmedAt }),
    ...(isKnown(collectedAt, now) && { collectedAt }),
    ...(isKnown(deliveredAt, now) && { deliveredAt }),
    ...(isKnown(cancelledAt, now) && { cancelledAt }),
    ...(isKnown(cancelRequestedAt, now) && { cancelRequestedAt }),
  } as Order);
}

const noCarrier = { carrier: undefined, carrierId: undefined };

function withoutTimes(order: Order): Order {
  const { paidAt: _, confirmedAt: __, collectedAt: ___, ...rest } = order;
  const { deliveredAt: ____, cancelledAt: _____, cancelRequestedAt: ______, ...others } = rest;
  return others;
}

/** When it changed, as far as its times tell; the last of them is its last change. */
export function changesOf(order: Order): readonly Instant[] {
  const { createdAt, paidAt, confirmedAt, collectedAt, deliveredAt, cancelledAt, cancelRequestedAt, updatedAt } = order;
  const known = [createdAt, paidAt, confirmedAt, collectedAt, deliveredAt, cancelledAt, cancelRequestedAt, updatedAt];
  return known.flatMap((at) => (at !== undefined && at >= createdAt && at <= updatedAt ? [at] : []));
}

/** The furthest state whose time has come; that it was on hold or partly shipped is not stored. */
function statusAt(order: Order, now: Instant): OrderStatus {
  if (isKnown(order.cancelledAt, now)) return 'CANCELLED';
  if (isKnown(order.deliveredAt, now)) return 'DELIVERED';
  if (isKnown(order.collectedAt, now)) return 'IN_TRANSIT';
  if (isKnown(order.confirmedAt, now)) return 'AWAITING_COLLECTION';
  return isKnown(order.paidAt, now) || isPaidOnDelivery(order) ? 'AWAITING_SHIPMENT' : 'UNPAID';
}

/** Without a payment it went on all the same; what never did was never paid, as far as anybody can tell. */
function isPaidOnDelivery({ status, paidAt, confirmedAt, collectedAt, deliveredAt }: Order): boolean {
  if (paidAt !== undefined) return false;
  const wentOn = confirmedAt ?? collectedAt ?? deliveredAt;
  return wentOn !== undefined || (status !== 'UNPAID' && status !== 'CANCELLED');
}

function isKnown(at: Instant | undefined, now: Instant): boolean {
  return at !== undefined && at <= now;
}

/** Its scans up to `now`, each as old as the carrier says; when TikTok showed them is not stored. */
export function traceAt(trace: Trace, now: Instant): Trace {
  const { scans, milestones } = trace;
  const count = scans.findLastIndex((scan) => scan <= now) + 1;
  if (count === scans.length) return trace;
  return { scans: scans.slice(0, count), ...(milestones && { milestones: milestones.slice(0, count) }) };
}
