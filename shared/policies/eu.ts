import { hours } from '../domain/time.ts';
import type { Pack } from './policy.ts';

/** TikTok Shop in the European Union; for all else it refers to the fields of each order. */
export const eu = {
  id: 'eu',
  markets: ['DE', 'ES', 'FR', 'IE', 'IT'],
  clauses: [
    {
      id: 'deliver-by',
      clock: 'deliver-by',
      sellerTypes: ['LOCAL'],
      logistics: ['third-party', 'local-stock'],
      from: '2025-08-25',
      deadline: { form: 'business-days', days: 4 },
      stages: { 'delivery-late-counted': hours(0) },
      rule: 'Shipped by the seller: deliver in less than 5 business days, so by the end of the fourth.',
      penalty: { says: 'The parcel is missing from the on-time delivery rate.' },
      source: 'partner.tiktokshop.com: UK and EU, introducing On-Time Delivery Rate (changelog, 25 Aug 2025)',
      confidence: 'developer-docs',
    },
  ],
} as const satisfies Pack;
