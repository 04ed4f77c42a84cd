import type { Parcel } from '../../domain/order.ts';
import type { WireOrder } from './order-schema.ts';
import { present } from './present.ts';

/** The order's parcels, each once: `packages` names them, line items say which number and carrier they travel with. */
export function parcelsOf(order: WireOrder): readonly Parcel[] {
  const ids = new Set(order.packages.map((parcel) => parcel.id));
  for (const item of order.line_items) if (item.package_id !== undefined) ids.add(item.package_id);
  return [...ids].map((id) => parcelOf(order, id, ids.size === 1));
}

/** An order with a single parcel carries the parcel's number and carrier as its own, too. */
function parcelOf(order: WireOrder, id: string, lonely: boolean): Parcel {
  const items = order.line_items.filter((item) => item.package_id === id);
  const number = firstOf(items.map((item) => item.tracking_number)) ?? (lonely ? order.tracking_number : undefined);
  const carrier =
    firstOf(items.map((item) => item.shipping_provider_name)) ?? (lonely ? order.shipping_provider : undefined);
  return { id, ...present({ number, carrier }) };
}

function firstOf(texts: readonly (string | undefined)[]): string | undefined {
  return texts.find((text) => text !== undefined);
}
