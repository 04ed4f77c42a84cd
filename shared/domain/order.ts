import type { ToldMilestone } from './milestone.ts';
import { instant, type Instant } from './time.ts';

/** Order states as TikTok names them (facts: Get Order List 202309); anything else is `unrecognised`, never guessed. */
export const orderStatuses = [
  'UNPAID',
  'ON_HOLD',
  'AWAITING_SHIPMENT',
  'PARTIALLY_SHIPPING',
  'AWAITING_COLLECTION',
  'IN_TRANSIT',
  'DELIVERED',
  'COMPLETED',
  'CANCELLED',
] as const;
export type OrderStatus = (typeof orderStatuses)[number] | 'unrecognised';

/** TikTok's "package". A trace is given per order, so a parcel carries facts only. */
export interface Parcel {
  readonly id: string;
  readonly number?: string;
  readonly carrier?: string;
}

/** The platform's own deadlines and cancel points; a field that is 0 or absent means "none". */
export interface PlatformTimes {
  readonly rts_sla_time?: Instant;
  readonly tts_sla_time?: Instant;
  readonly delivery_sla_time?: Instant;
  readonly shipping_due_time?: Instant;
  readonly collection_due_time?: Instant;
  readonly delivery_due_time?: Instant;
  readonly pick_up_cut_off_time?: Instant;
  readonly delivery_option_required_delivery_time?: Instant;
  readonly fast_dispatch_sla_time?: Instant;
  readonly cancel_order_sla_time?: Instant;
}
export type PlatformField = keyof PlatformTimes;

/** What was judged on buyer data while parsing; the data itself never leaves the parser. */
export interface AddressFlags {
  readonly address?: 'latin' | 'not-latin' | 'hidden';
  readonly postcode?: 'ok' | 'odd' | 'masked';
  readonly battery?: 'suspected';
}

/** The slim snapshot of one order: what checks and messages need, and nothing of the buyer. */
export interface Order {
  readonly id: string;
  readonly status: OrderStatus;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly paidAt?: Instant;
  /** `rts_time`: the seller's ship call succeeded; Tidewatch's "confirmed". */
  readonly confirmedAt?: Instant;
  /** `collection_time`: the carrier has it. */
  readonly collectedAt?: Instant;
  readonly deliveredAt?: Instant;
  readonly cancelledAt?: Instant;
  readonly cancelRequestedAt?: Instant;
  readonly platform: PlatformTimes;
  readonly fulfilledBy: 'seller' | 'tiktok' | 'unrecognised';
  readonly shipping: 'tiktok' | 'seller' | 'unrecognised';
  readonly type: 'normal' | 'pre-order' | 'made-to-order' | 'back-order' | 'lottery' | 'unrecognised';
  readonly sample: boolean;
  readonly buyerAskedToCancel: boolean;
  readonly replacement: boolean;
  readonly tag?: 'SPLIT' | 'COMBINED';
  readonly carrier?: string;
  readonly carrierId?: string;
  readonly deliveryOption?: string;
  readonly warehouse?: string;
  readonly parcels: readonly Parcel[];
  /** Decimal string, as TikTok sends it. */
  readonly amount?: string;
  readonly currency?: string;
  readonly flags: AddressFlags;
}

/**
 * The same order with every field in its place, `undefined` where it has none. A hundred thousand of them are judged
 * at a time, and objects of one shape are read twice as fast as those that lack a field here and there (measured
 * 2026-11). Whoever brings orders in from outside passes them through here.
 */
export function inShape(order: Order): Order {
  const { platform } = order;
  const times: Shaped<PlatformTimes> = {
    rts_sla_time: platform.rts_sla_time,
    tts_sla_time: platform.tts_sla_time,
    delivery_sla_time: platform.delivery_sla_time,
    shipping_due_time: platform.shipping_due_time,
    collection_due_time: platform.collection_due_time,
    delivery_due_time: platform.delivery_due_time,
    pick_up_cut_off_time: platform.pick_up_cut_off_time,
    delivery_option_required_delivery_time: platform.delivery_option_required_delivery_time,
    fast_dispatch_sla_time: platform.fast_dispatch_sla_time,
    cancel_order_sla_time: platform.cancel_order_sla_time,
  };
  const shaped: Shaped<Order> = {
    id: order.id,
    status: order.status,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    paidAt: order.paidAt,
    confirmedAt: order.confirmedAt,
    collectedAt: order.collectedAt,
    deliveredAt: order.deliveredAt,
    cancelledAt: order.cancelledAt,
    cancelRequestedAt: order.cancelRequestedAt,
    platform: times as PlatformTimes,
    fulfilledBy: order.fulfilledBy,
    shipping: order.shipping,
    type: order.type,
    sample: order.sample,
    buyerAskedToCancel: order.buyerAskedToCancel,
    replacement: order.replacement,
    tag: order.tag,
    carrier: order.carrier,
    carrierId: order.carrierId,
    deliveryOption: order.deliveryOption,
    warehouse: order.warehouse,
    parcels: order.parcels,
    amount: order.amount,
    currency: order.currency,
    flags: order.flags,
  };
  return shaped as Order;
}

type Shaped<Fields> = { [Field in keyof Required<Fields>]: Fields[Field] | undefined };

/** Every scan TikTok shows for an order; text is kept for the last one only. Times ascend. */
export interface Trace {
  readonly scans: readonly Instant[];
  /** What each scan states, place by place; left out: nobody has read any. */
  readonly milestones?: readonly ToldMilestone[];
  readonly lastText?: string;
}

export const emptyTrace: Trace = { scans: [] };

export function isClosed(order: Order): boolean {
  return order.status === 'DELIVERED' || order.status === 'COMPLETED' || order.status === 'CANCELLED';
}

/** Past AWAITING_SHIPMENT, or the ship call's time is known (the API has no status "confirmed"). */
export function isConfirmed(order: Order): boolean {
  if (order.confirmedAt !== undefined) return true;
  switch (order.status) {
    case 'UNPAID':
    case 'ON_HOLD':
    case 'AWAITING_SHIPMENT':
    case 'unrecognised':
      return false;
    default:
      return true;
  }
}

/** The carrier has it. A label alone is no pick-up. */
export function isCollected(order: Order): boolean {
  if (order.collectedAt !== undefined) return true;
  return order.status === 'IN_TRANSIT' || order.status === 'DELIVERED' || order.status === 'COMPLETED';
}

export function isInTransit(order: Order): boolean {
  return order.status === 'IN_TRANSIT';
}

/** When the parcel last showed a sign of life: its newest scan, or the pick-up, which counts as one. */
export function lastMoved({ collectedAt }: Order, { scans }: Trace): Instant | undefined {
  const scan = scans.at(-1);
  if (scan === undefined) return collectedAt;
  return collectedAt === undefined ? scan : instant(Math.max(scan, collectedAt));
}
