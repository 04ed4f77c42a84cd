import type { Order } from '../domain/order.ts';
import type { Shop } from '../domain/shop.ts';
import type { LaneTemplate } from './lane-template.ts';
import { laneTemplates } from './lane-templates.ts';

/** The lane an order travels, as far as its shop and TikTok tell; undefined = no template fits. */
export function laneTemplateOf(
  { shipping }: Pick<Order, 'shipping'>,
  { market, sellerType }: Pick<Shop, 'market' | 'sellerType'>,
): LaneTemplate | undefined {
  if (shipping === 'unrecognised') return undefined;
  return laneTemplates.find(
    (template) =>
      template.sellerTypes.includes(sellerType) &&
      (template.markets?.includes(market) ?? true) &&
      (template.shipping?.includes(shipping) ?? true),
  );
}
