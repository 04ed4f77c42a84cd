import type { Limit } from './policy.ts';

/** Holds for cross-border shops in every market they sell to. */
export const orderCap: Limit = {
  id: 'cross-border-order-cap',
  metric: 'late-dispatch-rate',
  must: 'below',
  value: 0.1,
  window: 7,
  sellerTypes: ['CROSS_BORDER'],
  from: '2024-06-24',
  rule: 'A cross-border shop that dispatches 10 % late is capped until it is at 4 % within seven days.',
  penalty: { says: 'New orders are capped, measured by the best day of the last 28.' },
  source: 'TikTok Shop notice to cross-border shops, as reported by yilantop.com on 24 Jun 2024',
  confidence: 'press',
};
