import { inShape, type Order } from '../../domain/order.ts';
import { addressFlags } from './address-flags.ts';
import { suspectsBattery } from './battery.ts';
import type { WireOrder } from './order-schema.ts';
import { parcelsOf } from './parcels.ts';
import { present } from './present.ts';

/** The slim snapshot of a parsed order. Buyer data was read for the flags and stays behind. */
export function readOrder(wire: WireOrder): Order {
  return inShape({
    id: wire.id,
    status: wire.status,
    createdAt: wire.create_time,
    updatedAt: wire.update_time,
    platform: platformTimes(wire),
    fulfilledBy: fulfilledBy(wire.fulfillment_type),
    shipping: shipping(wire.shipping_type),
    type: orderType(wire.order_type),
    sample: wire.is_sample_order,
    buyerAskedToCancel: wire.is_buyer_request_cancel,
    replacement: wire.is_replacement_order,
    parcels: parcelsOf(wire),
    flags: { ...addressFlags(wire.recipient_address), ...(suspectsBattery(wire.line_items) && suspected) },
    ...present({
      paidAt: wire.paid_time,
      confirmedAt: wire.rts_time,
      collectedAt: wire.collection_time,
      deliveredAt: wire.delivery_time,
      cancelledAt: wire.cancel_time,
      cancelRequestedAt: wire.request_cancel_time,
      tag: tag(wire.split_or_combine_tag),
      carrier: wire.shipping_provider,
      carrierId: wire.shipping_provider_id,
      deliveryOption: wire.delivery_option_name,
      warehouse: wire.warehouse_id,
      amount: wire.payment?.total_amount,
      currency: wire.payment?.currency,
    }),
  });
}

const suspected = { battery: 'suspected' } as const;

function platformTimes(wire: WireOrder): Order['platform'] {
  return present({
    rts_sla_time: wire.rts_sla_time,
    tts_sla_time: wire.tts_sla_time,
    delivery_sla_time: wire.delivery_sla_time,
    shipping_due_time: wire.shipping_due_time,
    collection_due_time: wire.collection_due_time,
    delivery_due_time: wire.delivery_due_time,
    pick_up_cut_off_time: wire.pick_up_cut_off_time,
    delivery_option_required_delivery_time: wire.delivery_option_required_delivery_time,
    fast_dispatch_sla_time: wire.fast_dispatch_sla_time,
    cancel_order_sla_time: wire.cancel_order_sla_time,
  });
}

function fulfilledBy(value: string | undefined): Order['fulfilledBy'] {
  switch (value) {
    case 'FULFILLMENT_BY_SELLER':
      return 'seller';
    // Tokopedia's own warehouse in Indonesia: the platform ships, the seller has no clock to keep.
    case 'FULFILLMENT_BY_DILAYANI_TOKOPEDIA':
    case 'FULFILLMENT_BY_TIKTOK':
      return 'tiktok';
    default:
      return 'unrecognised';
  }
}

function shipping(value: string | undefined): Order['shipping'] {
  switch (value) {
    case 'TIKTOK':
      return 'tiktok';
    case 'SELLER':
      return 'seller';
    default:
      return 'unrecognised';
  }
}

/** Get Order List (2025-12): the field is empty for standard orders. */
function orderType(value: string | undefined): Order['type'] {
  switch (value) {
    case undefined:
    case 'NORMAL':
      return 'normal';
    case 'PRE_ORDER':
      return 'pre-order';
    case 'MADE_TO_ORDER':
      return 'made-to-order';
    case 'BACK_ORDER':
      return 'back-order';
    case 'ZERO_LOTTERY':
      return 'lottery';
    default:
      return 'unrecognised';
  }
}

function tag(value: string | undefined): Order['tag'] {
  return value === 'SPLIT' || value === 'COMBINED' ? value : undefined;
}
