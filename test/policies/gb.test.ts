import { describe } from 'vitest';
import { expectDeadlines } from './expect-deadlines.ts';

describe('United Kingdom', () => {
  expectDeadlines('GB', [
    [
      'arranged within two business days',
      'CROSS_BORDER',
      'confirm-by',
      '2026-07-03T09:00:00Z',
      'gb/confirm-by 2026-07-07T22:59:59Z',
    ],
    [
      'across the summer bank holiday',
      'LOCAL',
      'confirm-by',
      '2026-08-28T09:00:00Z',
      'gb/confirm-by 2026-09-02T22:59:59Z',
    ],
    [
      'before November 2024 the article',
      'LOCAL',
      'confirm-by',
      '2024-11-03T23:59:59Z',
      'article/confirm-by 2024-11-04T23:59:59Z',
    ],
    [
      'shipped by the seller: less than five business days',
      'LOCAL',
      'deliver-by',
      '2026-07-03T09:00:00Z',
      'gb/deliver-by 2026-07-09T22:59:59Z',
      { logistics: 'local-stock' },
    ],
    [
      'shipped by TikTok: the article',
      'LOCAL',
      'deliver-by',
      '2026-07-03T09:00:00Z',
      'article/deliver-by-gb 2026-07-08T22:59:59Z',
      { logistics: 'tiktok-shipping' },
    ],
    [
      'pick-up is not in any page: the article',
      'LOCAL',
      'pickup-by',
      '2026-07-03T09:00:00Z',
      'article/pickup-by-gb 2026-07-05T09:00:00Z',
    ],
    [
      'May Day 2023: one day for all',
      'CROSS_BORDER',
      'confirm-by',
      '2023-05-01T09:00:00Z',
      'gb/confirm-by-may-day-2023 2023-05-06T22:59:59Z',
    ],
    [
      'Black Friday 2023: two days more',
      'CROSS_BORDER',
      'confirm-by',
      '2023-11-24T09:00:00Z',
      'gb/confirm-by-black-friday-peak 2023-11-28T23:59:59Z',
      { logistics: 'third-party' },
    ],
    [
      'seven in all for what is dropped off',
      'CROSS_BORDER',
      'pickup-by',
      '2023-11-24T09:00:00Z',
      'gb/pickup-by-black-friday-peak 2023-12-01T23:59:59Z',
      { logistics: 'third-party' },
    ],
    [
      'one day more at its end',
      'CROSS_BORDER',
      'confirm-by',
      '2023-11-28T09:00:00Z',
      'gb/confirm-by-black-friday-tail 2023-12-01T23:59:59Z',
      { logistics: 'tiktok-shipping' },
    ],
    [
      'the usual two days in between',
      'CROSS_BORDER',
      'confirm-by',
      '2023-11-06T09:00:00Z',
      'gb/confirm-by-2023 2023-11-08T23:59:59Z',
      { logistics: 'tiktok-shipping' },
    ],
    [
      'four business days from stock in the country',
      'LOCAL',
      'pickup-by',
      '2023-11-28T09:00:00Z',
      'gb/pickup-by-black-friday-stock-peak 2023-12-04T23:59:59Z',
      { logistics: 'local-stock' },
    ],
  ]);
});

describe('European Union', () => {
  expectDeadlines('DE', [
    [
      'local shops that ship: less than five business days',
      'LOCAL',
      'deliver-by',
      '2026-05-12T09:00:00Z',
      'eu/deliver-by 2026-05-19T21:59:59Z',
      { logistics: 'local-stock' },
    ],
    [
      'cross-border shops: nothing is known',
      'CROSS_BORDER',
      'deliver-by',
      '2026-05-12T09:00:00Z',
      'none',
      { logistics: 'third-party' },
    ],
  ]);
});
