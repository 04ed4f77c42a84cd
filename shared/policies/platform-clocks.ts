import type { PlatformField } from '../domain/order.ts';
import type { Clock } from './policy.ts';

/** The clock of the packs that TikTok's own deadline on an order stands for; fields without one are left out. */
export const platformClocks: Readonly<Record<string, Clock>> = {
  rts_sla_time: 'confirm-by',
  tts_sla_time: 'pickup-by',
  pick_up_cut_off_time: 'pickup-by',
  delivery_sla_time: 'deliver-by',
  delivery_option_required_delivery_time: 'deliver-by',
  fast_dispatch_sla_time: 'fast-dispatch-by',
} satisfies { readonly [Field in PlatformField]?: Clock };

/** After these TikTok cancels the order by itself (documents of Get Order List 202309, 2026-11). */
export const cancellingFields: ReadonlySet<string> = new Set<PlatformField>([
  'shipping_due_time',
  'collection_due_time',
  'delivery_due_time',
  'cancel_order_sla_time',
]);
