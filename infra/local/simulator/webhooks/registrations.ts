import type { Unix } from '../life.ts';

export interface Registration {
  readonly address: string;
  readonly createdAt: Unix;
  readonly updatedAt: Unix;
}

/** What one shop has posted where, by the name of the event. */
export type Registrations = Map<string, Registration>;

/** Every documented name that somebody may register (guide "Webhooks", 2025-12). */
export const eventNames = [
  'ORDER_STATUS_CHANGE',
  'REVERSE_STATUS_UPDATE',
  'RECIPIENT_ADDRESS_UPDATE',
  'PACKAGE_UPDATE',
  'PRODUCT_STATUS_CHANGE',
  'SELLER_DEAUTHORIZATION',
  'UPCOMING_AUTHORIZATION_EXPIRATION',
  'CANCELLATION_STATUS_CHANGE',
  'RETURN_STATUS_CHANGE',
  'NEW_CONVERSATION',
  'NEW_MESSAGE',
  'PRODUCT_INFORMATION_CHANGE',
  'PRODUCT_CREATION',
  'PRODUCT_CATEGORY_CHANGE',
  'NEW_MESSAGE_LISTENER',
  'INVOICE_STATUS_CHANGE',
  'PRODUCT_AUDIT_STATUS_CHANGE',
] as const;

const longestAddress = 255;

/** TikTok takes https of a domain, without a port. This machine's own addresses are taken too, for it has no others. */
export function isTaken(address: string): boolean {
  const url = address.length <= longestAddress && URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'http:') return url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  return url?.protocol === 'https:' && url.port === '' && /[a-z]$/.test(url.hostname) && url.hostname.includes('.');
}
