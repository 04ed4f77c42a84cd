import { orderCap } from './cross-border-limits.ts';
import type { Limit } from './policy.ts';

const policyPage = {
  source: 'seller-us.tiktok.com: Fulfillment Policy (page of 23 Oct 2025)',
  confidence: 'seller-academy',
} as const;
const dispatchGuide = {
  source: 'seller-us.tiktok.com: Late Dispatch Rate guide (page of 2 Mar 2026)',
  confidence: 'seller-academy',
} as const;

/** What a shop in the United States is measured by. */
export const usLimits: readonly Limit[] = [
  {
    id: 'late-dispatch-rate-2025',
    metric: 'late-dispatch-rate',
    must: 'at most',
    value: 0.04,
    window: 7,
    from: '2025-10-23',
    to: '2026-03-02',
    rule: 'The late dispatch rate must stay at or below 4 %.',
    ...policyPage,
  },
  {
    id: 'late-dispatch-rate',
    metric: 'late-dispatch-rate',
    must: 'at most',
    value: 0.04,
    window: 7,
    from: '2026-03-02',
    rule: 'A late dispatch rate at or below 4 % is recommended.',
    ...dispatchGuide,
  },
  {
    id: 'late-dispatch-action',
    metric: 'late-dispatch-rate',
    must: 'at most',
    value: 0.1,
    window: 7,
    from: '2026-03-02',
    rule: 'Above a late dispatch rate of 10 % TikTok Shop acts.',
    penalty: {
      says: 'Orders are capped, money is paid out 31 days after delivery, and each late order costs USD 5.',
      fine: { amount: '5.00', currency: 'USD' },
      confidence: 'press',
    },
    ...dispatchGuide,
  },
  {
    id: 'valid-tracking-rate',
    metric: 'valid-tracking-rate',
    must: 'at least',
    value: 0.95,
    from: '2025-10-23',
    rule: 'At least 95 % of shipped parcels have a valid number that was scanned.',
    ...policyPage,
  },
  {
    id: 'on-time-delivery-rate',
    metric: 'on-time-delivery-rate',
    must: 'at least',
    value: 0.8,
    window: 7,
    from: '2025-05-05',
    rule: 'At least 80 % of the orders due in a week are delivered by their deliver-by date.',
    penalty: { says: 'A violation stays on record for 90 days; repeated, it costs health points and caps orders.' },
    source: 'seller-us.tiktok.com: On-Time Delivery Rate requirements (page of 3 Sep 2025)',
    confidence: 'seller-academy',
  },
  {
    id: 'seller-fault-cancellation-rate',
    metric: 'seller-fault-cancellation-rate',
    must: 'at most',
    value: 0.025,
    from: '2025-10-23',
    rule: 'At most 2.5 % of orders are cancelled through the fault of the seller.',
    ...policyPage,
  },
  orderCap,
];
