import { known, statusAt } from '../life.ts';
import type { Life, ParcelLife, Unix } from '../life.ts';
import { basketOfOrder, lineItemId, parcelStatus } from './line-items.ts';
import type { OrderSetting } from './order-object.ts';
import { buyerOf, recipientOf } from './recipient.ts';

/** A parcel together with the orders in it: more than one when combined. */
export interface ParcelInOrders {
  readonly parcel: ParcelLife;
  readonly lives: readonly [Life, ...Life[]];
}

/** Package objects know no `TO_FULFILL`: one that exists is at least being arranged. */
export function parcelObjectStatus(parcel: ParcelLife, now: Unix): string {
  const status = parcelStatus(parcel, now);
  return status === 'TO_FULFILL' ? 'PROCESSING' : status;
}

export function parcelUpdatedAt(parcel: ParcelLife, now: Unix): Unix {
  const events = [parcel.bornAt, parcel.shippedAt, parcel.collectedAt, parcel.deliveredAt, parcel.cancelledAt];
  return Math.max(...events.filter((at) => at !== undefined && at <= now).map(Number));
}

/** As Search Package lists it: `id` and `status`, where the detail says `package_id` and `package_status`. */
export function parcelListObject({ parcel, lives }: ParcelInOrders, now: Unix): Record<string, unknown> {
  return {
    id: parcel.id,
    status: parcelObjectStatus(parcel, now),
    ...shared(parcel, lives, now),
  };
}

export function parcelDetailObject(
  { parcel, lives }: ParcelInOrders,
  now: Unix,
  setting: OrderSetting,
): Record<string, unknown> {
  const { traits } = lives[0];
  const message = lives.some((life) => buyerOf(life.traits, setting.market).message !== '');
  return {
    package_id: parcel.id,
    package_status: parcelObjectStatus(parcel, now),
    split_and_combine_tag: traits.tag === '' ? 'DEFAULT' : traits.tag === 'COMBINED' ? 'COMBINE' : 'SPLIT',
    has_multi_skus: parcel.items.length > 1,
    note_tag: message ? 'BUYER_NOTED' : 'BUYER_UNNOTED',
    shipping_type: traits.shipping,
    delivery_option_name: traits.domestic ? 'Standard Shipping' : 'Economy Shipping',
    delivery_option_id: traits.domestic ? '7091146663229654785' : '7091146663229654786',
    last_mile_tracking_number: known(parcel.shippedAt, now) === undefined ? '' : parcel.lastMileNumber,
    handover_method: 'PICKUP',
    ...shared(parcel, lives, now),
    ...pickUpSlot(parcel, now),
    recipient_address: recipientOf(buyerOf(traits, setting.market), traits, setting.market, statusAt(lives[0], now)),
    sender_address: senderAddress(traits.domestic ? setting.market.region : 'CN'),
    weight: { value: String(180 * parcel.items.length + 140), unit: 'GRAM' },
    dimension: { length: '18', width: '12', height: '4', unit: 'CM' },
  };
}

function shared(parcel: ParcelLife, lives: ParcelInOrders['lives'], now: Unix): Record<string, unknown> {
  const shipped = known(parcel.shippedAt, now) !== undefined;
  return {
    orders: lives.map((life) => ({ id: life.id, skus: skusOf(life, parcel) })),
    create_time: parcel.bornAt,
    update_time: parcelUpdatedAt(parcel, now),
    tracking_number: shipped ? parcel.number : '',
    shipping_provider_name: shipped ? parcel.carrier.name : '',
    shipping_provider_id: shipped ? parcel.carrier.id : '',
    order_line_item_ids: lives.flatMap((life) => itemsIn(life, parcel).map((item) => lineItemId(life, item))),
  };
}

/** Orders of a combined parcel each count their own items. */
function itemsIn(life: Life, parcel: ParcelLife): readonly number[] {
  return life.parcels.find(({ id }) => id === parcel.id)?.items ?? [];
}

function skusOf(life: Life, parcel: ParcelLife): readonly unknown[] {
  const basket = basketOfOrder(life);
  return itemsIn(life, parcel).flatMap((place) => {
    const item = basket[place];
    if (item === undefined) return [];
    const image = `https://img.example.test/${item.product.sellerSku.toLowerCase()}.jpg`;
    return [{ id: item.skuId, name: item.sku, image_url: image, quantity: 1 }];
  });
}

function pickUpSlot(parcel: ParcelLife, now: Unix): Record<string, unknown> {
  const shippedAt = known(parcel.shippedAt, now);
  if (shippedAt === undefined) return {};
  return { pickup_slot: { start_time: shippedAt + 4 * 3600, end_time: shippedAt + 12 * 3600 } };
}

function senderAddress(region: string): Record<string, string> {
  const china = region === 'CN';
  return {
    full_address: china ? 'Unit 3, 88 Example Avenue, Shenzhen, 518000, China' : `Dock 2, 5 Example Park, ${region}`,
    phone_number: '(+86)138****0001',
    name: 'Sample Warehouse',
    postal_code: china ? '518000' : '',
    address_detail: china ? 'Unit 3, 88 Example Avenue' : 'Dock 2, 5 Example Park',
    region_code: region,
    address_line1: china ? '88 Example Avenue' : '5 Example Park',
    address_line2: china ? 'Unit 3' : 'Dock 2',
    address_line3: '',
    address_line4: '',
  };
}
