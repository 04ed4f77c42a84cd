import * as z from 'zod';
import { lineHaulCarriers, localCarriers } from '../carriers.ts';
import type { Carrier } from '../carriers.ts';
import { known } from '../life.ts';
import type { Market } from '../markets.ts';
import { codes, Refused } from '../refused.ts';
import type { ParcelInOrders } from '../wire/parcel-object.ts';
import type { ShopWorld } from '../world.ts';
import { badParameter, bodyOf } from './parameters.ts';
import type { Served, ShopCall } from './parameters.ts';

const NumberChangeBody = z.object({ tracking_number: z.string().min(1), shipping_provider_id: z.string().min(1) });

/** United States, United Kingdom and South-East Asia; elsewhere no limit in hours is documented. */
const changeWindow = 72 * 3600;

/** POST /fulfillment/202309/packages/{id}/shipping_info/update: once for an order, and only where the seller ships. */
export function changeNumber({ shop, now, id, body }: ShopCall): Served {
  const { tracking_number: number, shipping_provider_id: provider } = bodyOf(NumberChangeBody, body);
  const carrier = carrierWith(shop, provider);
  if (!/^[A-Za-z0-9]+$/.test(number)) throw new Refused(codes.numberCharacters, 'Special characters in the number.');
  const found = shop.parcels.withId(id, now);
  if (found === undefined) throw new Refused(codes.permissionDenied, 'Permission denied.');
  refuseUnlessOpen(found, shop, now);
  shop.numberChanges.set(id, { number, carrier });
  return { data: {} };
}

/** In which order the platform asks is not documented. */
function refuseUnlessOpen({ parcel, lives }: ParcelInOrders, { market, numberChanges }: ShopWorld, now: number): void {
  if (lives.some(({ traits }) => traits.shipping !== 'SELLER')) {
    throw new Refused(codes.notSellerShipped, 'The package is not shipped by the seller.');
  }
  const shippedAt = known(parcel.shippedAt, now);
  if (shippedAt === undefined) throw new Refused(codes.notShipped, 'The package is not shipped yet.');
  if (hasWindow(market) && now - shippedAt > changeWindow) {
    throw new Refused(market.region === 'US' ? codes.changeForbidden : codes.changeOver, 'The window is over.');
  }
  const parcels = lives.flatMap((life) => life.parcels);
  if (parcels.some((one) => numberChanges.has(one.id))) {
    throw new Refused(codes.changeUsedUp, 'Only one change is allowed.');
  }
}

function hasWindow({ region, southEastAsia }: Market): boolean {
  return southEastAsia || region === 'US' || region === 'GB';
}

function carrierWith({ region }: ShopWorld, id: string): Carrier {
  const found = [...lineHaulCarriers, ...(localCarriers[region] ?? [])].find((carrier) => carrier.id === id);
  if (found === undefined) throw badParameter('shipping_provider_id');
  return found;
}

/**
 * GET /fulfillment/202508/tts_tracking_validation. Walks every visible order's life, as nothing hourly does. What
 * counts as collected by TikTok is not documented, so nothing does.
 */
export function validateNumber({ shop, now, query }: ShopCall): Served {
  const number = query.get('tracking_number') ?? '';
  if (number === '') throw badParameter('tracking_number');
  return { data: { is_tiktok_shipping: isPlatformNumber(shop, number, now), is_tiktok_collection: false } };
}

function isPlatformNumber({ source }: ShopWorld, number: string, now: number): boolean {
  for (let position = source.visible(now) - 1; position >= 0; position -= 1) {
    const { parcels, traits } = source.life(position);
    if (parcels.some((parcel) => parcel.number === number && known(parcel.shippedAt, now) !== undefined)) {
      return traits.shipping === 'TIKTOK';
    }
  }
  return false;
}
