import type { Clause } from './policy.ts';

// Dated relief that TikTok Shop gave cross-border sellers in several markets at once. It stands before a pack's
// usual clauses, so that it is found first while it lasts.

const fromChina = { sellerTypes: ['CROSS_BORDER'], logistics: ['tiktok-shipping', 'third-party'] } as const;
const localStock = { logistics: ['local-stock'] } as const;

const blackFriday = {
  source: 'TikTok Shop notice on Black Friday 2023, as reported by trade press on 7 Nov 2023',
  confidence: 'press',
} as const;

const pickedUp = { form: 'calendar-days', days: 2 } as const;
const droppedOff = { form: 'calendar-days', days: 5 } as const;
const fromStock = { form: 'business-days', days: 3 } as const;
const oneDay = { form: 'calendar-days', days: 1 } as const;
const twoDays = { form: 'calendar-days', days: 2 } as const;
const oneBusinessDay = { form: 'business-days', days: 1 } as const;

const early = { from: '2023-10-27', to: '2023-10-30' } as const;
const peak = { from: '2023-11-14', to: '2023-11-28' } as const;
const tail = { from: '2023-11-28', to: '2023-12-01' } as const;
const between = { from: '2023-10-30', to: '2023-11-14' } as const;

const windows = [
  { name: 'early', during: early, by: oneDay, rule: 'Black Friday 2023: one calendar day more.' },
  { name: 'peak', during: peak, by: twoDays, rule: 'Black Friday 2023: two calendar days more.' },
  { name: 'tail', during: tail, by: oneDay, rule: 'Black Friday 2023: one calendar day more.' },
] as const;

/** Orders of 27–29 Oct and 14–30 Nov 2023; the usual time is known from the same notice, for the weeks between only. */
export const blackFriday2023: readonly Clause[] = [
  ...windows.flatMap(({ name, during, by, rule }): readonly Clause[] => [
    {
      id: `confirm-by-black-friday-${name}`,
      clock: 'confirm-by',
      ...fromChina,
      ...during,
      deadline: { form: 'extended', base: pickedUp, by },
      rule,
      ...blackFriday,
    },
    {
      id: `pickup-by-black-friday-${name}`,
      clock: 'pickup-by',
      starts: 'order',
      ...fromChina,
      ...during,
      deadline: { form: 'extended', base: droppedOff, by },
      rule,
      ...blackFriday,
    },
  ]),
  ...[
    { name: 'early', during: early },
    { name: 'peak', during: { from: peak.from, to: tail.to } },
  ].map(({ name, during }): Clause => ({
    id: `pickup-by-black-friday-stock-${name}`,
    clock: 'pickup-by',
    starts: 'order',
    ...localStock,
    ...during,
    deadline: { form: 'extended', base: fromStock, by: oneBusinessDay },
    rule: 'Black Friday 2023: one business day more for orders sent from stock in the market.',
    ...blackFriday,
  })),
  {
    id: 'confirm-by-2023',
    clock: 'confirm-by',
    ...fromChina,
    ...between,
    deadline: pickedUp,
    rule: 'Parcels that are picked up in China: arrange shipment within 2 calendar days of the order.',
    ...blackFriday,
  },
  {
    id: 'pickup-by-2023',
    clock: 'pickup-by',
    starts: 'order',
    ...fromChina,
    ...between,
    deadline: droppedOff,
    rule: 'Parcels that are dropped off in China: scanned within 5 calendar days of the order.',
    ...blackFriday,
  },
  {
    id: 'pickup-by-2023-stock',
    clock: 'pickup-by',
    starts: 'order',
    ...localStock,
    ...between,
    deadline: fromStock,
    rule: 'Orders sent from stock in the market: handed over within 3 business days of the order.',
    ...blackFriday,
  },
];

/** Orders of 29 Apr to 3 May 2023: one day for all. */
export const mayDay2023: readonly Clause[] = [
  {
    id: 'confirm-by-may-day-2023',
    clock: 'confirm-by',
    sellerTypes: ['CROSS_BORDER'],
    from: '2023-04-29',
    to: '2023-05-04',
    deadline: { form: 'date', on: '2023-05-06' },
    rule: 'May Day 2023: for all orders of the holiday, shipment is arranged by 6 May.',
    source: 'TikTok Shop notice on May Day 2023, as reported by 10100.com on 21 Apr 2023',
    confidence: 'press',
  },
];

const springFestival = {
  ...fromChina,
  from: '2025-01-27',
  to: '2025-02-05',
  deadline: { form: 'unpublished' },
  rule: 'Spring Festival 2025: time to ship from China is relaxed; by how much only each order shows.',
  source: 'TikTok Shop notice on Spring Festival 2025, as reported by tktk.com',
  confidence: 'press',
} as const;

/** Orders of 27 Jan to 4 Feb 2025, United Kingdom and United States. */
export const springFestival2025: readonly Clause[] = [
  { id: 'confirm-by-spring-festival-2025', clock: 'confirm-by', ...springFestival },
  { id: 'pickup-by-spring-festival-2025', clock: 'pickup-by', starts: 'order', ...springFestival },
];
