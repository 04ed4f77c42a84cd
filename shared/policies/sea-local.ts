import { hours } from '../domain/time.ts';
import type { Clause } from './policy.ts';

const local = { sellerTypes: ['LOCAL'], orderTypes: ['normal', 'lottery'], starts: 'order' } as const;
const cancelled = {
  penalty: { says: 'TikTok Shop cancels the order; it counts as cancelled by the seller.', ofValue: 1 },
} as const;
const lateDispatch = { penalty: { says: 'The order counts in the late dispatch rate.' } } as const;

const thaiCancellation = {
  ...local,
  markets: ['TH'],
  from: '2025-08-01',
  ...cancelled,
  source: 'seller-th.tiktok.com: Auto-cancellation (page of 1 Aug 2025)',
  confidence: 'seller-academy',
} as const;
const thaiDispatch = {
  ...local,
  markets: ['TH'],
  from: '2025-06-18',
  source: 'seller-th.tiktok.com: Fast Dispatch Rate (page of 18 Jun 2025)',
  confidence: 'seller-academy',
} as const;
/** In Thailand Saturday is a working day. */
const sunday = [7] as const;

const thailand: readonly Clause[] = [
  {
    id: 'fast-dispatch-by-th',
    clock: 'fast-dispatch-by',
    deadline: { form: 'business-days', days: 0, cutOff: '12:00', weekend: sunday },
    rule: 'Fast dispatch: ordered before noon, scanned the same working day (Monday to Saturday), else the next.',
    ...thaiDispatch,
  },
  {
    id: 'pickup-by-th',
    clock: 'pickup-by',
    deadline: { form: 'business-days', days: 2, weekend: sunday },
    rule: 'Handed over to the carrier within 2 working days of the order.',
    ...lateDispatch,
    ...thaiDispatch,
  },
  {
    id: 'ship-cancel-by-th',
    clock: 'ship-cancel-by',
    deadline: { form: 'business-days', days: 2, weekend: sunday },
    rule: 'An order not awaiting collection within 2 working days is cancelled.',
    ...thaiCancellation,
  },
  {
    id: 'collect-cancel-by-th',
    clock: 'collect-cancel-by',
    deadline: { form: 'business-days', days: 3, weekend: sunday },
    rule: 'An order not collected by the carrier within 3 working days is cancelled.',
    ...thaiCancellation,
  },
  {
    id: 'cancel-answer-by-th',
    clock: 'cancel-answer-by',
    markets: ['TH'],
    sellerTypes: ['LOCAL'],
    from: '2025-08-01',
    deadline: { form: 'hours', length: hours(24) },
    rule: "Answer a buyer's request to cancel within 24 hours.",
    penalty: { says: 'Unanswered the order is cancelled.', ofValue: 1 },
    source: 'seller-th.tiktok.com: Auto-cancellation (page of 1 Aug 2025)',
    confidence: 'seller-academy',
  },
];

const vietnamese = {
  ...local,
  markets: ['VN'],
  logistics: ['tiktok-shipping'],
  from: '2024-08-26',
  source: 'seller-vn.tiktok.com: Order Fulfillment Timelines, Standard Orders (in force from 26 Aug 2024)',
  confidence: 'seller-academy',
} as const;

const vietnam: readonly Clause[] = [
  {
    id: 'pickup-by-vn',
    clock: 'pickup-by',
    deadline: { form: 'business-days', days: 0, cutOff: '14:00' },
    rule: 'Ordered before 14:00 on a working day: handed over by its end; else by the end of the next.',
    ...lateDispatch,
    ...vietnamese,
  },
  {
    id: 'ship-cancel-by-vn',
    clock: 'ship-cancel-by',
    deadline: { form: 'business-days', days: 2 },
    rule: 'An order not awaiting collection by the end of the second working day is cancelled.',
    ...cancelled,
    ...vietnamese,
  },
  {
    id: 'collect-cancel-by-vn',
    clock: 'collect-cancel-by',
    deadline: { form: 'business-days', days: 3 },
    rule: 'An order not collected by the end of the third working day is cancelled.',
    ...cancelled,
    ...vietnamese,
  },
];

const idulFitri2026 = {
  ...local,
  markets: ['ID'],
  clock: 'pickup-by',
  source: 'TikTok Shop Indonesia notice on Ramadan 2026, as reported by tkfff.com on 17 Mar 2026',
  confidence: 'press',
} as const;

/** All that is known of Indonesia's dispatch times: the days around Idul Fitri 2026. */
const indonesia: readonly Clause[] = [
  {
    id: 'pickup-by-id-before-idul-fitri-2026',
    from: '2026-03-17',
    to: '2026-03-17T15:00',
    deadline: { form: 'date', on: '2026-03-17' },
    rule: 'Idul Fitri 2026: what was ordered on 17 March before 15:00 is handed over the same day.',
    ...idulFitri2026,
  },
  {
    id: 'pickup-by-id-idul-fitri-2026',
    from: '2026-03-17T15:00',
    to: '2026-03-25',
    deadline: { form: 'date', on: '2026-03-25' },
    rule: 'Idul Fitri 2026: what was ordered from 17 March, 15:00, to 24 March is handed over by 25 March.',
    ...idulFitri2026,
  },
];

/** Shops of the countries themselves, as far as TikTok says anything. */
export const seaLocal: readonly Clause[] = [...thailand, ...vietnam, ...indonesia];
