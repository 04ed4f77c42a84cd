import { hours } from '../domain/time.ts';
import { orderCap } from './cross-border-limits.ts';
import type { Clause, Limit, Pack } from './policy.ts';
import { blackFriday2023, mayDay2023, springFestival2025 } from './seasonal-relief.ts';

const november2024 = {
  source: 'TikTok Shop UK shipping and performance policies of 4 Nov 2024, as reported by trade press in Oct 2024',
  confidence: 'press',
} as const;

const clauses: readonly Clause[] = [
  {
    id: 'confirm-by',
    clock: 'confirm-by',
    from: '2024-11-04',
    deadline: { form: 'business-days', days: 2 },
    rule: 'Arrange shipment (ready to ship) within 2 business days of the order.',
    penalty: { says: 'The order counts in the late dispatch rate.' },
    ...november2024,
  },
  {
    id: 'deliver-by',
    clock: 'deliver-by',
    logistics: ['third-party', 'local-stock'],
    from: '2025-08-25',
    deadline: { form: 'business-days', days: 4 },
    stages: { 'delivery-late-counted': hours(0) },
    rule: 'Shipped by the seller: deliver in less than 5 business days, so by the end of the fourth.',
    penalty: { says: 'The parcel is missing from the on-time delivery rate.' },
    source: 'partner.tiktokshop.com: UK and EU, introducing On-Time Delivery Rate (changelog, 25 Aug 2025)',
    confidence: 'developer-docs',
  },
  {
    id: 'number-edit-by',
    clock: 'number-edit-by',
    deadline: { form: 'hours', length: hours(72) },
    rule: 'Number and carrier can be corrected once, within 72 hours of shipment.',
    source: 'partner.tiktokshop.com: Update Shipping Info',
    confidence: 'developer-docs',
  },
];

const limits: readonly Limit[] = [
  {
    id: 'valid-tracking-rate',
    metric: 'valid-tracking-rate',
    must: 'at least',
    value: 0.95,
    from: '2024-11-04',
    rule: 'At least 95 % of orders have a number that can be verified.',
    ...november2024,
  },
  orderCap,
];

/** TikTok Shop United Kingdom. */
export const gb = {
  id: 'gb',
  markets: ['GB'],
  clauses: [...mayDay2023, ...blackFriday2023, ...springFestival2025, ...clauses],
  limits,
} as const satisfies Pack;
