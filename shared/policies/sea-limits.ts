import { orderCap } from './cross-border-limits.ts';
import type { Limit } from './policy.ts';

const thailand = { markets: ['TH'], sellerTypes: ['LOCAL'], from: '2025-06-18', confidence: 'seller-academy' } as const;
const indonesia = {
  markets: ['ID'],
  sellerTypes: ['LOCAL'],
  from: '2025-11-10',
  confidence: 'seller-academy',
} as const;
const indonesianDispatch = {
  ...indonesia,
  metric: 'late-dispatch-rate',
  window: 7,
  source: 'seller-id.tokopedia.com: Late Dispatch Rate (page of 10 Nov 2025)',
} as const;
const indonesianService = {
  ...indonesia,
  source: 'seller-id.tokopedia.com: service metrics (page of 10 Nov 2025)',
} as const;
const thaiOrderLimit = { ...thailand, source: 'seller-th.tiktok.com: order limit (page of Jun 2025)' } as const;

function capOf(share: string): { readonly says: string } {
  return { says: `Orders are capped at ${share} of the daily average, and the shop gets two violation points.` };
}

/** What a shop in South-East Asia is measured by. */
export const seaLimits: readonly Limit[] = [
  {
    id: 'fast-dispatch-rate-th',
    metric: 'fast-dispatch-rate',
    must: 'above',
    value: 0.9,
    window: 30,
    rule: 'More than 90 % of orders should be dispatched fast.',
    source: 'seller-th.tiktok.com: Fast Dispatch Rate (page of 18 Jun 2025)',
    ...thailand,
  },
  {
    id: 'late-dispatch-rate-th',
    metric: 'late-dispatch-rate',
    must: 'below',
    value: 0.1,
    rule: 'From a late dispatch rate of 10 % on orders are limited.',
    ...thaiOrderLimit,
  },
  {
    id: 'seller-fault-cancellation-rate-th',
    metric: 'seller-fault-cancellation-rate',
    must: 'below',
    value: 0.1,
    rule: 'From 10 % of cancellations through the fault of the seller on orders are limited.',
    ...thaiOrderLimit,
  },
  {
    id: 'late-dispatch-rate-id',
    must: 'below',
    value: 0.04,
    rule: 'The late dispatch rate should stay below 4 %.',
    ...indonesianDispatch,
  },
  {
    id: 'late-dispatch-cap-10-id',
    must: 'below',
    value: 0.1,
    rule: 'From a late dispatch rate of 10 % on orders are capped.',
    penalty: capOf('90 %'),
    ...indonesianDispatch,
  },
  {
    id: 'late-dispatch-cap-30-id',
    must: 'below',
    value: 0.3,
    rule: 'From a late dispatch rate of 30 % on orders are capped further.',
    penalty: capOf('70 %'),
    ...indonesianDispatch,
  },
  {
    id: 'late-dispatch-cap-50-id',
    must: 'below',
    value: 0.5,
    rule: 'From a late dispatch rate of 50 % on orders are capped further still.',
    penalty: capOf('50 %'),
    ...indonesianDispatch,
  },
  {
    id: 'fast-dispatch-rate-id',
    metric: 'fast-dispatch-rate',
    must: 'above',
    value: 0.95,
    window: 30,
    rule: 'More than 95 % of orders should be dispatched fast.',
    ...indonesianService,
  },
  {
    id: 'seller-fault-cancellation-rate-id',
    metric: 'seller-fault-cancellation-rate',
    must: 'below',
    value: 0.025,
    window: 7,
    rule: 'Less than 2.5 % of orders may be cancelled through the fault of the seller.',
    ...indonesianService,
  },
  {
    ...orderCap,
    transitions: [
      // After the rules of 18 Jun 2026 for orders sent from China (kjbase.com).
      {
        from: '2026-06-22',
        to: '2026-07-20',
        says: 'In the weeks of 22 June to 19 July 2026, 60 % of the usual target suffices.',
        passMark: 0.6,
      },
    ],
  },
];
