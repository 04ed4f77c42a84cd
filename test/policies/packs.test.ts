import { describe, expect, it } from 'vitest';
import type { SellerType } from '../../shared/domain/shop.ts';
import { lineOf } from '../../shared/policies/line.ts';
import { startings, type Circumstances, type Clock } from '../../shared/policies/policy.ts';
import { packs, policy } from '../../shared/policies/registry.ts';
import { at } from '../support/moments.ts';

const order = ['us', 'gb', 'eu', 'sea', 'article'];

/** The clause in force and its line: `us/pickup-by 2026-07-08T06:59:59Z`; `none` where nothing is known. */
function deadline(
  market: string,
  seller: SellerType,
  clock: Clock,
  start: string,
  more: Partial<Circumstances>,
): string {
  const of = { market, sellerType: seller, packs: order, orderType: 'normal', ...more } as const;
  const found = policy.clause(clock, of, Object.fromEntries(startings.map((starting) => [starting, at(start)])));
  const line = found && lineOf(found.clause.deadline, found.startedAt, market);
  if (!found) return 'none';
  return `${found.pack}/${found.clause.id} ${line === undefined ? 'unknown' : new Date(line).toISOString().replace('.000', '')}`;
}

type Row = readonly [
  says: string,
  seller: SellerType,
  clock: Clock,
  start: string,
  line: string,
  more?: Partial<Circumstances>,
];

function about(market: string, rows: readonly Row[]): void {
  it.each(rows.map((row) => [row[0], row] as const))('%s', (_, [, seller, clock, start, line, more = {}]) => {
    expect(deadline(market, seller, clock, start, more)).toBe(line);
  });
}

describe('United States', () => {
  about('US', [
    [
      'until January 2026 a number in time was dispatch: two business days',
      'LOCAL',
      'confirm-by',
      '2025-12-24T20:00:00Z',
      'us/confirm-by 2025-12-30T07:59:59Z',
    ],
    [
      'the last order under that rule',
      'LOCAL',
      'confirm-by',
      '2026-01-12T07:59:59Z',
      'us/confirm-by 2026-01-14T07:59:59Z',
    ],
    [
      'from 12 January a scan counts, four business days at first',
      'LOCAL',
      'pickup-by',
      '2026-01-12T08:00:00Z',
      'us/pickup-by-phase-in 2026-01-17T07:59:59Z',
    ],
    [
      'with the third Monday of January left out',
      'LOCAL',
      'pickup-by',
      '2026-01-16T20:00:00Z',
      'us/pickup-by-phase-in 2026-01-24T07:59:59Z',
    ],
    [
      'an order of the phase-in keeps its four days though the line lies beyond it',
      'LOCAL',
      'pickup-by',
      '2026-01-23T20:00:00Z',
      'us/pickup-by-phase-in 2026-01-30T07:59:59Z',
    ],
    ['from 26 January two', 'LOCAL', 'pickup-by', '2026-01-26T08:00:00Z', 'us/pickup-by 2026-01-29T07:59:59Z'],
    [
      'a week with Independence Day',
      'CROSS_BORDER',
      'pickup-by',
      '2026-07-02T20:00:00Z',
      'us/pickup-by 2026-07-08T06:59:59Z',
    ],
    [
      'cross-border shops had three',
      'CROSS_BORDER',
      'pickup-by',
      '2025-03-07T20:00:00Z',
      'us/pickup-by-cross-border 2025-03-13T06:59:59Z',
    ],
    [
      'six business days to deliver',
      'LOCAL',
      'deliver-by',
      '2026-05-20T18:00:00Z',
      'us/deliver-by 2026-05-30T06:59:59Z',
    ],
    [
      'three for express',
      'LOCAL',
      'deliver-by',
      '2026-05-20T18:00:00Z',
      'us/deliver-by-express 2026-05-27T06:59:59Z',
      { deliveryOption: 'Express Shipping' },
    ],
    [
      'orders with a handling time: from their dispatch deadline',
      'LOCAL',
      'deliver-by',
      '2026-06-01T18:00:00Z',
      'us/deliver-by-own-handling 2026-06-06T06:59:59Z',
      { orderType: 'made-to-order' },
    ],
    [
      'cancelled after seven business days without a number',
      'LOCAL',
      'ship-cancel-by',
      '2026-06-01T18:00:00Z',
      'us/ship-cancel-by 2026-06-11T06:59:59Z',
    ],
    [
      'a pre-order five after its dispatch deadline',
      'LOCAL',
      'ship-cancel-by',
      '2026-06-01T18:00:00Z',
      'us/ship-cancel-by-pre-order 2026-06-09T06:59:59Z',
      { orderType: 'pre-order' },
    ],
    [
      'lost after ten silent days',
      'LOCAL',
      'parcel-lost',
      '2026-06-01T18:00:00Z',
      'us/parcel-lost 2026-06-12T06:59:59Z',
    ],
    [
      'a day to answer who wants to cancel',
      'LOCAL',
      'cancel-answer-by',
      '2026-06-01T18:00:00Z',
      'us/cancel-answer-by 2026-06-02T18:00:00Z',
    ],
    [
      'three days to correct a number',
      'LOCAL',
      'number-edit-by',
      '2026-06-01T18:00:00Z',
      'us/number-edit-by 2026-06-04T18:00:00Z',
    ],
    [
      'before all pages that are known, the article',
      'LOCAL',
      'deliver-by',
      '2024-06-01T18:00:00Z',
      'article/deliver-by-us 2024-06-09T06:59:59Z',
    ],
    [
      'Spring Festival 2025 relaxed it by nobody knows what',
      'CROSS_BORDER',
      'pickup-by',
      '2025-01-28T12:00:00Z',
      'us/pickup-by-spring-festival-2025 unknown',
    ],
    [
      'but not for stock in the country',
      'LOCAL',
      'pickup-by',
      '2025-01-28T12:00:00Z',
      'article/pickup-by 2025-01-31T12:00:00Z',
      { logistics: 'local-stock' },
    ],
  ]);
});

describe('United Kingdom', () => {
  about('GB', [
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
  about('DE', [
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

describe('South-East Asia', () => {
  about('MY', [
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
  about('TH', [
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
  about('VN', [
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
  about('ID', [
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

describe('what the packs say beside their lines', () => {
  const clauses = packs.flatMap((pack) => pack.clauses.map((clause) => ({ pack: pack.id, ...clause })));

  it('the official ones know no grace after a delivery promise', () => {
    const counted = clauses.filter(({ clock, pack }) => clock === 'deliver-by' && pack !== 'article');
    expect(
      counted.filter(({ confidence, stages }) => confidence !== 'press' && stages?.['delivery-late-counted'] !== 0),
    ).toEqual([]);
  });

  it('five weeks at 60 % follow the change of June 2026', () => {
    const transitions = clauses.filter(({ from }) => from === '2026-06-18').map((clause) => clause.transitions?.[0]);
    expect(transitions).toHaveLength(2);
    for (const window of transitions)
      expect(window).toMatchObject({ from: '2026-06-22', to: '2026-07-20', passMark: 0.6 });
  });

  it('every limit is between what its figure can be', () => {
    for (const { limits = [] } of packs)
      for (const { metric, value } of limits) {
        expect(value, metric).toBeGreaterThan(0);
        expect(value, metric).toBeLessThanOrEqual(metric.endsWith('-rate') ? 1 : 100);
      }
  });
});
