import type { Order, Parcel, Trace } from '../../shared/domain/order.ts';
import { hoursAgo } from './moments.ts';
import type { Spoil } from './spoil.ts';
import { spoil } from './spoil.ts';

/** Healthy baseline: paid two hours ago, waiting to be shipped, nothing due, nothing late. */
export function anOrder(changes: Spoil<Order> = {}): Order {
  return spoil<Order>(
    {
      id: '578230114599817301',
      status: 'AWAITING_SHIPMENT',
      createdAt: hoursAgo(2),
      updatedAt: hoursAgo(2),
      paidAt: hoursAgo(2),
      platform: {},
      fulfilledBy: 'seller',
      shipping: 'tiktok',
      type: 'normal',
      sample: false,
      buyerAskedToCancel: false,
      replacement: false,
      parcels: [],
      amount: '20.47',
      currency: 'GBP',
      flags: {},
    },
    changes,
  );
}

/** Healthy baseline: confirmed in time, handed to the carrier, not yet collected. */
export function anOrderAwaitingCollection(changes: Spoil<Order> = {}): Order {
  return spoil(
    anOrder({
      status: 'AWAITING_COLLECTION',
      createdAt: hoursAgo(10),
      paidAt: hoursAgo(10),
      confirmedAt: hoursAgo(4),
      updatedAt: hoursAgo(4),
      carrier: 'Royal Mail',
      parcels: [aParcel()],
    }),
    changes,
  );
}

/** Healthy baseline: collected 20 hours ago and on its way. */
export function anOrderInTransit(changes: Spoil<Order> = {}): Order {
  return spoil(
    anOrderAwaitingCollection({
      status: 'IN_TRANSIT',
      createdAt: hoursAgo(30),
      paidAt: hoursAgo(30),
      confirmedAt: hoursAgo(26),
      collectedAt: hoursAgo(20),
      updatedAt: hoursAgo(20),
    }),
    changes,
  );
}

export function aDeliveredOrder(changes: Spoil<Order> = {}): Order {
  return spoil(anOrderInTransit({ status: 'DELIVERED', deliveredAt: hoursAgo(1), updatedAt: hoursAgo(1) }), changes);
}

export function aParcel(changes: Spoil<Parcel> = {}): Parcel {
  return spoil<Parcel>({ id: '1153131168834490069', number: 'JD0002274300018', carrier: 'Royal Mail' }, changes);
}

/** Healthy baseline: collected 20 hours ago, last scanned three hours ago. */
export function aTrace(changes: Spoil<Trace> = {}): Trace {
  return spoil<Trace>(
    { scans: [hoursAgo(20), hoursAgo(9), hoursAgo(3)], lastText: 'Your package has arrived at the sorting centre.' },
    changes,
  );
}
