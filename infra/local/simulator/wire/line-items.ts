import { decimalIds } from '../decimal-ids.ts';
import { known } from '../life.ts';
import type { Life, ParcelLife, Status, Unix } from '../life.ts';
import type { Market } from '../markets.ts';
import { diceAt, seedFrom } from '../random.ts';
import { discounts, money, unitPrice } from './payment.ts';
import type { BasketItem } from './products.ts';
import { basketOf } from './products.ts';

export function basketOfOrder(life: Life): readonly BasketItem[] {
  return basketOf(diceAt(seedFrom('basket', life.id), life.traits.buyer), life.traits.items);
}

/** 18 digits; they only need to differ and to stay the same. */
export function lineItemId(life: Life, item: number): string {
  return decimalIds('578230').idOf(seedFrom('item', life.id) * 8 + item);
}

/** `PROCESSING` arranged, `FULFILLING` collected, `COMPLETED` delivered; line items also know `TO_FULFILL`. */
export function parcelStatus(parcel: ParcelLife, now: Unix): string {
  if (known(parcel.cancelledAt, now) !== undefined) return 'CANCELLED';
  if (known(parcel.deliveredAt, now) !== undefined) return 'COMPLETED';
  if (known(parcel.collectedAt, now) !== undefined) return 'FULFILLING';
  return known(parcel.shippedAt, now) === undefined ? 'TO_FULFILL' : 'PROCESSING';
}

const displayed: Readonly<Record<string, Status>> = {
  TO_FULFILL: 'AWAITING_SHIPMENT',
  PROCESSING: 'AWAITING_COLLECTION',
  FULFILLING: 'IN_TRANSIT',
  COMPLETED: 'DELIVERED',
  CANCELLED: 'CANCELLED',
};

/** Items show the order's words without ON_HOLD and PARTIALLY_SHIPPING. */
function displayStatus(status: Status, parcel: ParcelLife | undefined, now: Unix): Status {
  if (status === 'ON_HOLD') return 'AWAITING_SHIPMENT';
  if (status !== 'PARTIALLY_SHIPPING') return status;
  return (parcel && displayed[parcelStatus(parcel, now)]) ?? 'AWAITING_SHIPMENT';
}

export function lineItems(life: Life, now: Unix, status: Status, market: Market): readonly unknown[] {
  return basketOfOrder(life).map((item, place) => {
    const parcel = life.parcels.find(({ items, bornAt }) => items.includes(place) && bornAt <= now);
    const shippedAt = known(parcel?.shippedAt, now);
    const shipped = shippedAt === undefined ? undefined : parcel;
    return {
      id: lineItemId(life, place),
      ...productFields(item, life, market),
      display_status: displayStatus(status, parcel, now),
      ...(status === 'CANCELLED' ? { cancel_user: life.cancelled?.by, cancel_reason: life.cancelled?.reason } : {}),
      tracking_number: shipped?.number ?? '',
      shipping_provider_id: shipped?.carrier.id ?? '',
      shipping_provider_name: shipped?.carrier.name ?? '',
      ...(parcel === undefined ? {} : { package_id: parcel.id, package_status: parcelStatus(parcel, now) }),
      ...(shippedAt === undefined ? {} : { rts_time: shippedAt }),
    };
  });
}

function productFields(item: BasketItem, life: Life, market: Market): Readonly<Record<string, unknown>> {
  const { list, sale } = unitPrice(item, life.traits);
  return {
    sku_id: item.skuId,
    product_id: item.product.id,
    product_name: item.product.name,
    sku_name: item.sku,
    seller_sku: `${item.product.sellerSku}-${item.sku}`,
    sku_image: `https://img.example.test/${item.product.sellerSku.toLowerCase()}.jpg`,
    original_price: money(list, market),
    sale_price: money(sale, market),
    platform_discount: money(list * discounts.platform, market),
    seller_discount: money(list * discounts.seller, market),
    currency: market.currency,
    is_gift: false,
    is_dangerous_good: item.product.dangerous,
    needs_prescription: false,
    ...(market.region === 'US'
      ? { item_tax: [{ tax_type: 'SALES_TAX', tax_amount: money(sale * 0.08, market), tax_rate: '0.08' }] }
      : {}),
  };
}
