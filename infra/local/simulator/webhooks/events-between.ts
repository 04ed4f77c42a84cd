import { createHash } from 'node:crypto';
import { statuses } from '../life.ts';
import type { Life, Status, Unix } from '../life.ts';
import type { ShopWorld } from '../world.ts';

/** Something that the platform tells of a shop, as it stands in the notification. */
export interface WorldEvent {
  /** Named as it is registered. */
  readonly event: string;
  readonly type: number;
  readonly at: Unix;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Documented for notifications; PARTIALLY_SHIPPING is not, so nothing is told of it. */
const told: Readonly<Partial<Record<Status, string>>> = {
  UNPAID: 'UNPAID',
  ON_HOLD: 'ON_HOLD',
  AWAITING_SHIPMENT: 'AWAITING_SHIPMENT',
  AWAITING_COLLECTION: 'AWAITING_COLLECTION',
  IN_TRANSIT: 'IN_TRANSIT',
  DELIVERED: 'DELIVERED',
  COMPLETED: 'COMPLETED',
  CANCELLED: 'CANCEL',
};

/**
 * What happened after `from` up to `to`, the earliest first. Walks the lives of all orders that can still change, as
 * nothing hourly does. Nobody moves in this world, so of that nothing is told.
 */
export function eventsBetween(shop: ShopWorld, from: Unix, to: Unix): readonly WorldEvent[] {
  const { count, status, updated } = shop.orders.standing(to);
  const events: WorldEvent[] = [];
  for (let position = 0; position < count; position += 1) {
    const isOver = (status[position] ?? 0) >= statuses.indexOf('COMPLETED');
    if (!isOver || (updated[position] ?? 0) > from) events.push(...eventsOf(shop.source.life(position)));
  }
  return events.filter(({ at }) => at > from && at <= to).toSorted((one, other) => one.at - other.at);
}

/** The seller has taken the authorization away; one for each of the seller's shops. */
export function deauthorizationAt(at: Unix): WorldEvent {
  const data = { message: 'The seller has deauthorized the app.' };
  return { event: 'SELLER_DEAUTHORIZATION', type: 6, at, data };
}

function eventsOf(life: Life): readonly WorldEvent[] {
  return [...statusEvents(life), ...cancellationEvents(life), ...parcelEvents(life)];
}

function statusEvents({ id, reached }: Life): readonly WorldEvent[] {
  return statuses.flatMap((status) => {
    const at = reached[status];
    const order_status = told[status];
    if (at === undefined || order_status === undefined) return [];
    const data = { order_id: id, order_status, is_on_hold_order: status === 'ON_HOLD', update_time: at };
    return [{ event: 'ORDER_STATUS_CHANGE', type: 1, at, data }];
  });
}

function cancellationEvents({ id, reached, cancelAskedAt, cancelled }: Life): readonly WorldEvent[] {
  const [asked, done] = [cancelAskedAt, cancelAskedAt === undefined ? undefined : reached.CANCELLED];
  const steps = { CANCELLATION_REQUEST_PENDING: asked, CANCELLATION_REQUEST_COMPLETE: done };
  return Object.entries(steps).flatMap(([cancel_status, at]) => {
    if (at === undefined) return [];
    const data = { order_id: id, cancellations_role: cancelled?.by ?? 'BUYER', cancel_status, cancel_id: cancelId(id) };
    return [{ event: 'CANCELLATION_STATUS_CHANGE', type: 11, at, data: { ...data, create_time: asked } }];
  });
}

function cancelId(order: string): string {
  return `40${order.slice(-17)}`;
}

/** A combined parcel is told of once, with its first order. */
function parcelEvents({ id, traits: { tag }, parcels }: Life): readonly WorldEvent[] {
  const [first] = parcels;
  if (tag === '' || first === undefined || first.orders[0] !== id) return [];
  const package_list = parcels.map((parcel) => ({ package_id: parcel.id, order_id_list: parcel.orders }));
  const sc_type = tag === 'SPLIT' ? 'SPLIT' : 'COMBINE';
  const data = { sc_type, role_type: 'ROLE_SELLER', package_list, update_time: first.bornAt };
  return [{ event: 'PACKAGE_UPDATE', type: 4, at: first.bornAt, data }];
}

/** The same whenever it is told: decimal, as long as the real ones. */
export function notificationId(shop: string, { event, at, data }: WorldEvent): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([shop, event, at, data]))
    .digest();
  return `759${(hash.readBigUInt64BE() % 10n ** 16n).toString().padStart(16, '0')}`;
}
