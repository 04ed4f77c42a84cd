import * as z from 'zod';
import { Rejected } from '../../ports/errors.ts';
import type { AuthorizedShop } from '../../ports/marketplace.ts';
import { fieldPaths } from './field-paths.ts';
import { list } from './field.ts';

/** What every list of shops says of a shop (Get Active Shops says no more). */
export const shopIdentity = z.object({ id: z.string().min(1), region: z.string().min(1) });

const authorizedShops = z.object({
  shops: list(shopIdentity.extend({ name: z.string(), seller_type: z.string(), cipher: z.string().min(1) })),
});

/** Reads Get Authorized Shops 202309: one token covers all shops of its seller. Throws Rejected with failing paths. */
export function readAuthorizedShops(data: unknown): readonly AuthorizedShop[] {
  const parsed = authorizedShops.safeParse(data);
  if (!parsed.success) {
    throw new Rejected(`authorized shops: unreadable at ${fieldPaths(parsed.error, ['data']).join(', ')}`);
  }
  return parsed.data.shops.map(({ id, name, region, seller_type: sellerType, cipher }) => ({
    id,
    name,
    region,
    sellerType,
    cipher,
  }));
}
