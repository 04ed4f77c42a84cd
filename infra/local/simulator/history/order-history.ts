import { localCarriers, trackingNumber } from '../carriers.ts';
import { decimalIds } from '../decimal-ids.ts';
import type { Life, ParcelLife, Reached, Scan, Traits, Unix } from '../life.ts';
import type { Market } from '../markets.ts';
import type { OrderSource } from '../order-source.ts';
import { diceAt, seedFrom } from '../random.ts';
import type { HistoryRow } from './csv-rows.ts';

export interface History {
  readonly rows: readonly HistoryRow[];
  readonly seed: number;
  readonly digits: string;
  readonly market: Market;
}

/** Orders that really happened, as rows of a file; what the rows do not say is made up from the seed. */
export function orderHistory(history: History): OrderSource {
  const rows = history.rows
    // Their life is not in the file: nobody knows when it ended.
    .filter(({ status }) => status !== 'canceled' && status !== 'unavailable')
    .toSorted((one, other) => one.purchasedAt - other.purchasedAt);
  const positions = new Map(rows.map(({ id }, position) => [id, position]));
  const parcels = decimalIds(`115${history.digits}`);
  function rowAt(position: number): HistoryRow {
    const row = rows[position];
    if (row === undefined) throw new RangeError(`no order at position ${position}`);
    return row;
  }
  return {
    visible: (now) => purchasedUntil(rows, now),
    reached: (position) => reachedBy(rowAt(position)),
    createdAt: (position) => rowAt(position).purchasedAt,
    life: (position) => lifeOf(history, rowAt(position), parcels.idOf(position)),
    positionOf: (order) => positions.get(order),
    positionOfParcel(parcel) {
      const position = parcels.numberOf(parcel);
      return position !== undefined && position < rows.length ? position : undefined;
    },
  };
}

/** Rows are in the order of purchase: bisect for the first one after `now`. */
function purchasedUntil(rows: readonly HistoryRow[], now: Unix): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.purchasedAt ?? Infinity) <= now) low = middle + 1;
    else high = middle;
  }
  return low;
}

function reachedBy(row: HistoryRow): Reached {
  return {
    AWAITING_SHIPMENT: row.purchasedAt,
    ...(row.approvedAt === undefined ? {} : { AWAITING_COLLECTION: row.approvedAt }),
    ...(row.carrierAt === undefined ? {} : { IN_TRANSIT: row.carrierAt }),
    ...(row.customerAt === undefined ? {} : { DELIVERED: row.customerAt }),
  };
}

function lifeOf(history: History, row: HistoryRow, parcel: string): Life {
  const shippedAt = [row.approvedAt, row.carrierAt, row.customerAt].filter((at) => at !== undefined);
  return {
    id: row.id,
    createdAt: row.purchasedAt,
    paidAt: row.purchasedAt,
    reached: reachedBy(row),
    deadlines: {
      ...(row.estimatedAt === undefined ? {} : { delivery_sla_time: row.estimatedAt }),
      ...(row.shippingDueAt === undefined ? {} : { shipping_due_time: row.shippingDueAt }),
    },
    parcels: shippedAt.length === 0 ? [] : [parcelOf(history, row, parcel, Math.min(...shippedAt))],
    scans: scansOf(row),
    traits: traitsOf(seedFrom(history.seed, row.id)),
  };
}

function scansOf(row: HistoryRow): readonly Scan[] {
  const scans: Scan[] = [];
  if (row.carrierAt !== undefined) scans.push({ at: row.carrierAt, stage: 'picked-up' });
  if (row.customerAt !== undefined) scans.push({ at: row.customerAt, stage: 'delivered' });
  return scans.toSorted((one, other) => one.at - other.at);
}

function parcelOf(history: History, row: HistoryRow, id: string, shippedAt: Unix): ParcelLife {
  const dice = diceAt(seedFrom(history.seed, 'parcel', row.id), 0);
  const carrier = dice.pick(localCarriers[history.market.region] ?? []);
  const number = trackingNumber(carrier, dice);
  return {
    id,
    carrier,
    number,
    lastMileNumber: number,
    bornAt: shippedAt,
    shippedAt,
    ...(row.carrierAt === undefined ? {} : { collectedAt: row.carrierAt }),
    ...(row.customerAt === undefined ? {} : { deliveredAt: row.customerAt }),
    items: [0],
    orders: [row.id],
  };
}

function traitsOf(buyer: number): Traits {
  return {
    fulfillment: 'FULFILLMENT_BY_SELLER',
    shipping: 'SELLER',
    type: 'NORMAL',
    sample: false,
    tag: '',
    domestic: true,
    items: 1,
    buyer,
    // A history says nothing of addresses, so there is nothing wrong with them.
    plainAddress: true,
  };
}
