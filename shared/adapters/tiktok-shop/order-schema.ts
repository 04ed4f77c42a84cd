import * as z from 'zod';
import { orderStatuses } from '../../domain/order.ts';
import { recipientAddress } from './address-flags.ts';
import { flag, id, list, optionalId, optionalText, optionalTime, shortText, time } from './field.ts';

const lineItem = z.object({
  package_id: optionalId,
  tracking_number: shortText,
  shipping_provider_name: shortText,
  product_name: optionalText,
  is_dangerous_good: flag,
});

/** Unknown states become `unrecognised`; a missing one makes the order malformed. */
const status = z
  .string()
  .min(1)
  .transform((value) => orderStatuses.find((known) => known === value) ?? 'unrecognised');

/** An order as Get Order List and Get Order Detail 202309 send it: only the fields Tidewatch reads. */
export const wireOrder = z.object({
  id,
  status,
  create_time: time,
  update_time: time,
  paid_time: optionalTime,
  rts_time: optionalTime,
  collection_time: optionalTime,
  delivery_time: optionalTime,
  cancel_time: optionalTime,
  request_cancel_time: optionalTime,
  rts_sla_time: optionalTime,
  tts_sla_time: optionalTime,
  delivery_sla_time: optionalTime,
  shipping_due_time: optionalTime,
  collection_due_time: optionalTime,
  delivery_due_time: optionalTime,
  pick_up_cut_off_time: optionalTime,
  delivery_option_required_delivery_time: optionalTime,
  fast_dispatch_sla_time: optionalTime,
  cancel_order_sla_time: optionalTime,
  fulfillment_type: optionalText,
  shipping_type: optionalText,
  order_type: optionalText,
  is_sample_order: flag,
  is_buyer_request_cancel: flag,
  is_replacement_order: flag,
  split_or_combine_tag: optionalText,
  shipping_provider: shortText,
  shipping_provider_id: shortText,
  tracking_number: shortText,
  delivery_option_name: shortText,
  warehouse_id: shortText,
  packages: list(z.object({ id })),
  payment: z.object({ total_amount: shortText, currency: shortText }).nullish(),
  recipient_address: recipientAddress.nullish(),
  line_items: list(lineItem),
});
export type WireOrder = z.infer<typeof wireOrder>;
