import * as z from 'zod';
import type { AddressFlags } from '../../domain/order.ts';
import { optionalText } from './field.ts';
import { postcodeFlag } from './postcode.ts';
import { present } from './present.ts';

/** What is judged of the buyer's address. It ends here: only flags leave. */
export const recipientAddress = z.object({
  full_address: optionalText,
  address_detail: optionalText,
  address_line1: optionalText,
  address_line2: optionalText,
  address_line3: optionalText,
  address_line4: optionalText,
  post_town: optionalText,
  postal_code: optionalText,
  region_code: optionalText,
});
type RecipientAddress = z.infer<typeof recipientAddress>;

const letterOfAnotherScript = /[\p{L}--\p{Script=Latin}]/v;

export function addressFlags(address: RecipientAddress | null | undefined): AddressFlags {
  if (!address) return { address: 'hidden' };
  const postcode = postcodeFlag(address.region_code, address.postal_code);
  return { address: scriptOf(address), ...present({ postcode }) };
}

/** Before payment there is no address, and parts are starred out later on (official page on orders, 2025-12). */
function scriptOf(address: RecipientAddress): NonNullable<AddressFlags['address']> {
  const street = [
    address.full_address,
    address.address_detail,
    address.address_line1,
    address.address_line2,
    address.address_line3,
    address.address_line4,
  ].filter((part) => part !== undefined);
  const text = [...street, address.post_town].join(' ');
  if (letterOfAnotherScript.test(text)) return 'not-latin';
  return street.length === 0 || text.includes('*') ? 'hidden' : 'latin';
}
