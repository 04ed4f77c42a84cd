import type { FirstSettings } from '../domain/connection.ts';
import type { Seller, Shop } from '../domain/shop.ts';
import { iso, type Instant } from '../domain/time.ts';
import type { AuthorizedShop } from '../ports/marketplace.ts';
import { entryOf, toShop } from './shop-entry.ts';
import { shopSchema, type Known } from './shop-schema.ts';

interface Consented {
  readonly listed: AuthorizedShop;
  readonly seller: Seller;
  readonly wall: Instant;
}

/** A shop as TikTok lists it, with its first settings; or the fields of which TikTok says what cannot be used. */
export function newShop({ listed, seller, wall }: Consented, settings: FirstSettings, known: Known): Shop | string {
  return parse({ ...factsOf(listed), ...settings, seller, connectedAt: iso(wall) }, seller, known);
}

/** The shop with its own settings and what TikTok says of it now; it no longer leaves. */
export function renewedShop({ listed, seller, wall }: Consented, shop: Shop, known: Known): Shop | string {
  const { name: _, ...facts } = factsOf(listed);
  const { leaving: __, deauthorized: ___, ...kept } = entryOf(shop);
  return parse({ ...kept, ...facts, seller, connectedAt: iso(wall) }, seller, known);
}

function factsOf({ id, name, region, sellerType, cipher }: AuthorizedShop) {
  return { id, name: name.trim() === '' ? id : name, market: region, sellerType, cipher };
}

function parse(entry: object, seller: Seller, known: Known): Shop | string {
  const checked = shopSchema(known).safeParse(entry);
  if (checked.success) return toShop(checked.data, seller);
  return [...new Set(checked.error.issues.map(({ path }) => String(path[0] ?? 'the whole')))].join(', ');
}
