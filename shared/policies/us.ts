import { hours } from '../domain/time.ts';
import type { Clause, Pack } from './policy.ts';
import { blackFriday2023, springFestival2025 } from './seasonal-relief.ts';
import { usLimits } from './us-limits.ts';

const policyPage = {
  source: 'seller-us.tiktok.com: Fulfillment Policy (page of 23 Oct 2025)',
  confidence: 'seller-academy',
} as const;
const press = { source: 'trade press on the US dispatch rules (9 to 13 Jan 2026)', confidence: 'press' } as const;
const oldPress = { source: 'banmaerp.com on US shop types (23 Jan 2024)', confidence: 'press' } as const;

const regular = { orderTypes: ['normal', 'lottery'] } as const;
const ownHandling = { orderTypes: ['made-to-order', 'back-order', 'pre-order'], starts: 'dispatch-line' } as const;
const fromChina = { sellerTypes: ['CROSS_BORDER'], logistics: ['tiktok-shipping', 'third-party'] } as const;

/** TikTok names no grace: what comes after the deliver-by date is late. */
const noGrace = { 'delivery-late-counted': hours(0) };
const lateDispatch = { says: 'The order counts in the late dispatch rate.' };
const notOnTime = { says: 'The order is missing from the on-time delivery rate.' };
const cancelled = { says: 'TikTok Shop cancels the order.', ofValue: 1 };

const dispatch: readonly Clause[] = [
  {
    id: 'confirm-by',
    clock: 'confirm-by',
    ...regular,
    from: '2025-10-23',
    to: '2026-01-12',
    deadline: { form: 'business-days', days: 2 },
    rule: 'Dispatch regular orders (valid number, awaiting collection) within 2 business days of the order.',
    penalty: lateDispatch,
    ...policyPage,
  },
  {
    id: 'pickup-by-cross-border',
    clock: 'pickup-by',
    starts: 'order',
    ...fromChina,
    ...regular,
    from: '2024-01-23',
    to: '2026-01-12',
    deadline: { form: 'business-days', days: 3 },
    rule: 'Cross-border shops dispatch within 3 business days of the order.',
    ...oldPress,
  },
  {
    id: 'pickup-by-phase-in',
    clock: 'pickup-by',
    starts: 'order',
    ...regular,
    from: '2026-01-12',
    to: '2026-01-26',
    deadline: { form: 'business-days', days: 4 },
    rule: 'Phase-in: the carrier has scanned the parcel (in transit) within 4 business days of the order.',
    penalty: lateDispatch,
    ...press,
  },
  {
    id: 'pickup-by',
    clock: 'pickup-by',
    starts: 'order',
    ...regular,
    from: '2026-01-26',
    deadline: { form: 'business-days', days: 2 },
    rule: 'The carrier has scanned the parcel (in transit) within 2 business days of the order.',
    penalty: lateDispatch,
    source: 'seller-us.tiktok.com: Late Dispatch Rate guide (page of 2 Mar 2026)',
    confidence: 'seller-academy',
  },
];

const delivery: readonly Clause[] = [
  {
    id: 'deliver-by-cross-border',
    clock: 'deliver-by',
    ...fromChina,
    ...regular,
    from: '2024-01-23',
    to: '2025-10-23',
    deadline: { form: 'business-days', days: 10 },
    rule: 'Cross-border shops dispatch within 3 and deliver within 7 further business days.',
    ...oldPress,
  },
  {
    id: 'deliver-by-express',
    clock: 'deliver-by',
    ...regular,
    deliveryOptions: ['Express Shipping'],
    from: '2025-10-23',
    deadline: { form: 'business-days', days: 3 },
    stages: noGrace,
    rule: 'Deliver express orders within 3 business days of the order.',
    penalty: notOnTime,
    ...policyPage,
  },
  {
    id: 'deliver-by',
    clock: 'deliver-by',
    ...regular,
    from: '2025-10-23',
    deadline: { form: 'business-days', days: 6 },
    stages: noGrace,
    rule: 'Deliver regular orders within 6 business days of the order.',
    penalty: notOnTime,
    ...policyPage,
  },
  {
    id: 'deliver-by-own-handling-2025',
    clock: 'deliver-by',
    ...ownHandling,
    from: '2025-10-23',
    to: '2026-01-12',
    deadline: { form: 'business-days', days: 5 },
    stages: noGrace,
    rule: 'Orders with a handling time of their own: deliver within 5 business days of their dispatch deadline.',
    penalty: notOnTime,
    ...policyPage,
  },
  {
    id: 'deliver-by-own-handling',
    clock: 'deliver-by',
    ...ownHandling,
    from: '2026-01-12',
    deadline: { form: 'business-days', days: 4 },
    stages: noGrace,
    rule: 'Own handling time: dispatch was given one business day more, delivery was not; 4 remain.',
    penalty: notOnTime,
    ...press,
  },
];

const other: readonly Clause[] = [
  {
    id: 'ship-cancel-by',
    clock: 'ship-cancel-by',
    ...regular,
    from: '2025-10-23',
    deadline: { form: 'business-days', days: 7 },
    rule: 'A regular order not awaiting collection within 7 business days of the order is cancelled.',
    penalty: cancelled,
    ...policyPage,
  },
  {
    id: 'ship-cancel-by-own-handling',
    clock: 'ship-cancel-by',
    orderTypes: ['made-to-order', 'back-order'],
    starts: 'dispatch-line',
    from: '2025-10-23',
    deadline: { form: 'business-days', days: 4 },
    rule: 'Made to order or back-ordered: cancelled 4 business days after the dispatch deadline.',
    penalty: cancelled,
    ...policyPage,
  },
  {
    id: 'ship-cancel-by-pre-order',
    clock: 'ship-cancel-by',
    orderTypes: ['pre-order'],
    starts: 'dispatch-line',
    from: '2025-10-23',
    deadline: { form: 'business-days', days: 5 },
    rule: 'Pre-ordered: cancelled 5 business days after the dispatch deadline.',
    penalty: cancelled,
    ...policyPage,
  },
  {
    id: 'parcel-lost',
    clock: 'parcel-lost',
    from: '2025-10-23',
    deadline: { form: 'calendar-days', days: 10 },
    rule: 'A parcel without a carrier scan for 10 calendar days counts as lost.',
    penalty: { says: 'The order may be cancelled as lost and refunded.', ofValue: 1 },
    ...policyPage,
  },
  {
    id: 'cancel-answer-by',
    clock: 'cancel-answer-by',
    deadline: { form: 'hours', length: hours(24) },
    rule: "Answer a buyer's request to cancel within 24 hours.",
    penalty: { says: 'Unanswered it is approved automatically.', ofValue: 1 },
    source: 'seller-us.tiktok.com: Manage Orders, Pending Action board',
    confidence: 'seller-academy',
  },
  {
    id: 'number-edit-by',
    clock: 'number-edit-by',
    deadline: { form: 'hours', length: hours(72) },
    rule: 'Number and carrier can be corrected once, within 72 hours of shipment.',
    source: 'partner.tiktokshop.com: shipping information update window (changelog, US)',
    confidence: 'developer-docs',
  },
];

/** TikTok Shop United States: what its seller academy says, and the press where it is silent. */
export const us = {
  id: 'us',
  markets: ['US'],
  clauses: [...blackFriday2023, ...springFestival2025, ...dispatch, ...delivery, ...other],
  limits: usLimits,
} as const satisfies Pack;
