import type { Setting } from '../checks/check.ts';
import type { Order } from '../domain/order.ts';
import { laneTemplateOf } from '../lanes/lane-of.ts';

/** By what parcels are compared: the lane's template and the carrier. */
export interface LaneName {
  /** `unclear`: no template fits. */
  readonly lane: string;
  /** As TikTok names it; `–`: nobody does. */
  readonly carrier: string;
}

export function laneNameOf(order: Order, shop: Pick<Setting['shop'], 'market' | 'sellerType'>): LaneName {
  const lane = laneTemplateOf(order, shop)?.id ?? 'unclear';
  return { lane, carrier: order.parcels[0]?.carrier ?? order.carrier ?? '–' };
}

/** One text for both; ids of lanes have no `|`. */
export function laneKey({ lane, carrier }: LaneName): string {
  return `${lane}|${carrier}`;
}

export function laneInKey(key: string): LaneName {
  const place = key.indexOf('|');
  return { lane: key.slice(0, place), carrier: key.slice(place + 1) };
}
