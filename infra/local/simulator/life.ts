import type { Carrier } from './carriers.ts';

/** Unix seconds, the unit of the wire. */
export type Unix = number;

/** In the order in which an order passes through them; the furthest one reached is the order's status. */
export const statuses = [
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
export type Status = (typeof statuses)[number];

/** When each status was, or will be, reached. */
export type Reached = { readonly [status in Status]?: Unix };

export type TraceStage =
  | 'placed'
  | 'label-created'
  | 'picked-up'
  | 'origin-facility'
  | 'departed-facility'
  | 'export-customs'
  | 'departed-country'
  | 'arrived-country'
  | 'import-customs'
  | 'customs-held'
  | 'customs-cleared'
  | 'destination-facility'
  | 'handed-to-last-mile'
  | 'out-for-delivery'
  | 'attempt-failed'
  | 'delivered';

export interface Scan {
  readonly at: Unix;
  readonly stage: TraceStage;
}

/** TikTok's "package", over its whole life. */
export interface ParcelLife {
  readonly id: string;
  readonly carrier: Carrier;
  readonly number: string;
  /** The local carrier's number of a parcel that crossed a border. */
  readonly lastMileNumber: string;
  /** When its id first shows on the order; some markets show it before it is shipped. */
  readonly bornAt: Unix;
  readonly shippedAt?: Unix;
  readonly collectedAt?: Unix;
  readonly deliveredAt?: Unix;
  readonly cancelledAt?: Unix;
  /** Places of its line items within the order. */
  readonly items: readonly number[];
  /** Ids of the orders in it: more than one when combined. */
  readonly orders: readonly string[];
}

export interface Traits {
  readonly fulfillment: 'FULFILLMENT_BY_SELLER' | 'FULFILLMENT_BY_TIKTOK';
  readonly shipping: 'SELLER' | 'TIKTOK';
  readonly type: 'NORMAL' | 'PRE_ORDER';
  readonly sample: boolean;
  readonly tag: '' | 'SPLIT' | 'COMBINED';
  /** Leaves from the market itself, not from China. */
  readonly domestic: boolean;
  readonly items: number;
  /** Decides name, address and basket; equal for orders of one buyer. */
  readonly buyer: number;
  /** The buyer writes an address that every carrier takes. */
  readonly plainAddress?: true;
  readonly releaseAt?: Unix;
}

/** What an order is from its first to its last second; what is shown is derived from it and `now`. */
export interface Life {
  readonly id: string;
  readonly createdAt: Unix;
  readonly paidAt?: Unix;
  readonly reached: Reached;
  readonly cancelAskedAt?: Unix;
  readonly cancelled?: { readonly reason: string; readonly by: 'BUYER' | 'SELLER' | 'SYSTEM' };
  readonly replaces?: string;
  /** Wire names of deadlines and cancel points; absent where the shop's orders carry none. */
  readonly deadlines: Readonly<Record<string, Unix>>;
  readonly parcels: readonly ParcelLife[];
  /** Ascending. */
  readonly scans: readonly Scan[];
  readonly traits: Traits;
}

/** The instant when it is not after `now`: nothing of the future is ever shown. */
export function known(at: Unix | undefined, now: Unix): Unix | undefined {
  return at !== undefined && at <= now ? at : undefined;
}

/** The furthest status reached, whatever is missing or out of order before it. */
export function statusAt(life: Pick<Life, 'reached'>, now: Unix): Status {
  const reached = statuses.findLast((status) => known(life.reached[status], now) !== undefined);
  if (reached === undefined) throw new RangeError('an order was asked for before it was created');
  return reached;
}

/** The latest status event: a mere scan does not count (`update_time` is documented as "last status change"). */
export function updatedAt(life: Pick<Life, 'reached'>, now: Unix): Unix {
  return Math.max(...Object.values(life.reached).filter((at) => at <= now));
}

export function scansAt(life: Pick<Life, 'scans'>, now: Unix): readonly Scan[] {
  return life.scans.filter((scan) => scan.at <= now);
}
