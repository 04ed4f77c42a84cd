import { known, statusAt, updatedAt } from '../life.ts';
import type { Life, Status, Unix } from '../life.ts';
import type { Market } from '../markets.ts';
import { basketOfOrder, lineItems } from './line-items.ts';
import { paymentOf } from './payment.ts';
import { buyerOf, recipientOf } from './recipient.ts';

/** What an order object takes from its shop. */
export interface OrderSetting {
  readonly market: Market;
  /** Where domestic orders, and orders shipped from China, leave from. */
  readonly warehouses: { readonly domestic: string; readonly china: string };
}

/** The search shows what helps to sort the work (South-East Asia), the detail what was paid with. */
type OrderForm = 'list' | 'detail';

/** The full order object of Get Order List and Get Order Detail as of `now`; undefined fields are not sent. */
export function orderObject(life: Life, now: Unix, setting: OrderSetting, form: OrderForm): Record<string, unknown> {
  const status = statusAt(life, now);
  return {
    id: life.id,
    status,
    ...buyerFields(life, setting.market, status),
    seller_note: '',
    commerce_platform: 'TIKTOK_SHOP',
    ...timeFields(life, now),
    ...deadlineFields(life, now),
    ...shippingFields(life, now, setting),
    ...flagFields(life, now, status),
    payment_method_name: 'CCDC',
    payment: paymentOf(basketOfOrder(life), life.traits, setting.market),
    line_items: lineItems(life, now, status, setting.market),
    ...(form === 'list' ? listFields(life, now, setting.market) : detailFields(setting.market)),
  };
}

function buyerFields(life: Life, market: Market, status: Status): Record<string, unknown> {
  const buyer = buyerOf(life.traits, market);
  return {
    user_id: buyer.userId,
    buyer_message: buyer.message,
    buyer_email: buyer.email,
    recipient_address: recipientOf(buyer, life.traits, market, status),
    ...(market.region === 'BR' ? { cpf: buyer.nationalId, cpf_name: buyer.name, need_upload_invoice: 'NO_NEED' } : {}),
  };
}

function timeFields(life: Life, now: Unix): Record<string, Unix | undefined> {
  return {
    create_time: life.createdAt,
    paid_time: known(life.paidAt, now),
    update_time: updatedAt(life, now),
    rts_time: known(life.reached.AWAITING_COLLECTION, now),
    collection_time: known(life.reached.IN_TRANSIT, now),
    delivery_time: known(life.reached.DELIVERED, now),
    request_cancel_time: known(life.cancelAskedAt, now),
    cancel_time: known(life.reached.CANCELLED, now),
    release_date: life.traits.releaseAt,
  };
}

/** Deadlines are set when the order is paid; the one for the delivery when it is shipped. */
function deadlineFields(life: Life, now: Unix): Record<string, Unix> {
  if (known(life.paidAt, now) === undefined) return {};
  const { delivery_due_time: deliveryDue, ...others } = life.deadlines;
  const shipped = known(life.reached.AWAITING_COLLECTION, now) !== undefined;
  return shipped && deliveryDue !== undefined ? { ...others, delivery_due_time: deliveryDue } : others;
}

function shippingFields(life: Life, now: Unix, setting: OrderSetting): Record<string, unknown> {
  const { traits } = life;
  const parcels = life.parcels.filter(({ bornAt }) => bornAt <= now);
  const shipped = parcels.find(({ shippedAt }) => known(shippedAt, now) !== undefined);
  return {
    fulfillment_type: traits.fulfillment,
    shipping_type: traits.shipping,
    delivery_type: 'HOME_DELIVERY',
    delivery_option_id: traits.domestic ? '7091146663229654785' : '7091146663229654786',
    delivery_option_name: traits.domestic ? 'Standard Shipping' : 'Economy Shipping',
    warehouse_id: traits.domestic ? setting.warehouses.domestic : setting.warehouses.china,
    split_or_combine_tag: shipped === undefined ? '' : traits.tag,
    tracking_number: shipped?.number ?? '',
    shipping_provider: shipped?.carrier.name ?? '',
    shipping_provider_id: shipped?.carrier.id ?? '',
    packages: parcels.map(({ id }) => ({ id })),
  };
}

function flagFields(life: Life, now: Unix, status: Status): Record<string, unknown> {
  return {
    order_type: life.traits.type,
    is_cod: false,
    is_sample_order: life.traits.sample,
    is_on_hold_order: life.reached.ON_HOLD !== undefined,
    is_buyer_request_cancel: known(life.cancelAskedAt, now) !== undefined,
    is_replacement_order: life.replaces !== undefined,
    replaced_order_id: life.replaces,
    is_exchange_order: false,
    has_updated_recipient_address: false,
    cancellation_initiator: status === 'CANCELLED' ? life.cancelled?.by : undefined,
    cancel_reason: status === 'CANCELLED' ? life.cancelled?.reason : undefined,
  };
}

function listFields(life: Life, now: Unix, market: Market): Record<string, unknown> {
  const shipBy = deadlineFields(life, now)['rts_sla_time'];
  if (!market.southEastAsia || shipBy === undefined) return {};
  return { fulfillment_priority_level: life.traits.domestic ? 600 : 700, recommended_shipping_time: shipBy - 86_400 };
}

function detailFields(market: Market): Record<string, unknown> {
  const registry = market.region === 'BR' ? { channel_entity_national_registry_id: '26.545.167/0001-21' } : {};
  return {
    payment_method_code: 'pm_pi_ccdc_visa_c_d',
    payment_card_type: 'Debit',
    payment_auth_code: 'AUTH123457',
    ...registry,
  };
}
