import { describe } from 'vitest';
import { expectDeadlines } from './expect-deadlines.ts';

describe('South-East Asia', () => {
  expectDeadlines('MY', [
    [
      'until December 2024: 120 hours to the warehouse',
      'CROSS_BORDER',
      'pickup-by',
      '2024-12-22T15:59:59Z',
      'sea/pickup-by-cross-border-2023 2024-12-27T15:59:59Z',
    ],
    [
      'then 96',
      'CROSS_BORDER',
      'pickup-by',
      '2024-12-22T16:00:00Z',
      'sea/pickup-by-cross-border-2024 2024-12-26T16:00:00Z',
    ],
    [
      'an order of the last day keeps its 96 hours beyond the change',
      'CROSS_BORDER',
      'pickup-by',
      '2026-06-17T09:00:00Z',
      'sea/pickup-by-cross-border-2024 2026-06-21T09:00:00Z',
    ],
    [
      'from 18 June 2026 three calendar days to their end',
      'CROSS_BORDER',
      'pickup-by',
      '2026-06-18T09:00:00Z',
      'sea/pickup-by-cross-border 2026-06-21T15:59:59Z',
    ],
    [
      'packed within 48 hours all along',
      'CROSS_BORDER',
      'confirm-by',
      '2026-06-18T09:00:00Z',
      'sea/confirm-by-cross-border 2026-06-20T09:00:00Z',
    ],
    [
      'local shops of Malaysia: nothing but the article',
      'LOCAL',
      'pickup-by',
      '2026-06-18T09:00:00Z',
      'article/pickup-by 2026-06-21T09:00:00Z',
    ],
  ]);
  expectDeadlines('TH', [
    [
      'Thailand, before noon: scanned the same day',
      'LOCAL',
      'fast-dispatch-by',
      '2026-07-04T04:30:00Z',
      'sea/fast-dispatch-by-th 2026-07-04T16:59:59Z',
    ],
    [
      'after noon on a Saturday: on Monday',
      'LOCAL',
      'fast-dispatch-by',
      '2026-07-04T05:00:00Z',
      'sea/fast-dispatch-by-th 2026-07-06T16:59:59Z',
    ],
    [
      'two working days, Saturday being one, across Songkran',
      'LOCAL',
      'pickup-by',
      '2026-04-11T03:00:00Z',
      'sea/pickup-by-th 2026-04-17T16:59:59Z',
    ],
    [
      'cancelled after three without a pick-up',
      'LOCAL',
      'collect-cancel-by',
      '2026-07-02T03:00:00Z',
      'sea/collect-cancel-by-th 2026-07-06T16:59:59Z',
    ],
    [
      'a cross-border shop sends from China',
      'CROSS_BORDER',
      'pickup-by',
      '2026-07-02T03:00:00Z',
      'sea/pickup-by-cross-border 2026-07-05T16:59:59Z',
    ],
  ]);
  expectDeadlines('VN', [
    [
      'Vietnam, before two: the same day',
      'LOCAL',
      'pickup-by',
      '2026-07-03T06:59:59Z',
      'sea/pickup-by-vn 2026-07-03T16:59:59Z',
      { logistics: 'tiktok-shipping' },
    ],
    [
      'after two on a Friday: on Monday',
      'LOCAL',
      'pickup-by',
      '2026-07-03T07:00:00Z',
      'sea/pickup-by-vn 2026-07-06T16:59:59Z',
      { logistics: 'tiktok-shipping' },
    ],
    [
      'across Tết',
      'LOCAL',
      'ship-cancel-by',
      '2026-02-13T03:00:00Z',
      'sea/ship-cancel-by-vn 2026-02-24T16:59:59Z',
      { logistics: 'tiktok-shipping' },
    ],
    [
      'shipped by the seller it is not meant',
      'LOCAL',
      'pickup-by',
      '2026-07-03T07:00:00Z',
      'article/pickup-by 2026-07-06T07:00:00Z',
      { logistics: 'local-stock' },
    ],
  ]);
  expectDeadlines('ID', [
    [
      'Idul Fitri 2026, before three: still the same day',
      'LOCAL',
      'pickup-by',
      '2026-03-17T07:59:59Z',
      'sea/pickup-by-id-before-idul-fitri-2026 2026-03-17T16:59:59Z',
    ],
    [
      'from three on one day for all',
      'LOCAL',
      'pickup-by',
      '2026-03-17T08:00:00Z',
      'sea/pickup-by-id-idul-fitri-2026 2026-03-25T16:59:59Z',
    ],
    [
      'and for the last of them',
      'LOCAL',
      'pickup-by',
      '2026-03-24T16:59:59Z',
      'sea/pickup-by-id-idul-fitri-2026 2026-03-25T16:59:59Z',
    ],
  ]);
});
