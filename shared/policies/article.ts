import { days, hours } from '../domain/time.ts';
import { articleMarks } from './article-marks.ts';
import { articleSource } from './article-source.ts';
import { deliveryGrace } from './delivery-grace.ts';
import type { Pack } from './policy.ts';

const countedLate = {
  stages: { 'delivery-late-counted': deliveryGrace },
  penalty: { says: 'More than 24 hours late and not extended by the buyer, it counts in the late-fulfilment rate.' },
} as const;

/** The default pack: the clocks the founding article names. Secondary source; the platform's own field always wins. */
export const article = {
  id: 'article',
  clauses: [
    {
      id: 'confirm-by',
      clock: 'confirm-by',
      deadline: { form: 'hours', length: hours(24) },
      rule: 'Confirm the order within 24 hours, or it is cancelled and the shop loses credit.',
      penalty: { says: 'The order is cancelled and the shop loses credit.', ofValue: 1 },
      ...articleSource,
    },
    {
      id: 'pick-start-by',
      clock: 'pick-start-by',
      deadline: { form: 'hours', length: hours(2) },
      rule: 'Begin to pick within 2 hours of confirmation, as 92.6 % of orders did.',
      ...articleSource,
    },
    {
      id: 'pickup-by-gb',
      clock: 'pickup-by',
      markets: ['GB'],
      deadline: { form: 'hours', length: hours(48) },
      rule: 'To the United Kingdom the carrier must have picked the parcel up within 48 hours of confirmation.',
      ...articleSource,
    },
    {
      id: 'pickup-by',
      clock: 'pickup-by',
      deadline: { form: 'hours', length: hours(72) },
      rule: 'The carrier must have picked the parcel up within 72 hours of confirmation.',
      ...articleSource,
    },
    {
      id: 'first-feedback-by',
      clock: 'first-feedback-by',
      deadline: { form: 'hours', length: hours(24) },
      rule: 'Within 24 hours of hand-over the carrier sends TikTok the first number and the pick-up event.',
      ...articleSource,
    },
    {
      id: 'trace-silent',
      clock: 'trace-silent',
      deadline: { form: 'hours', length: hours(72) },
      stages: { 'trace-gap-48': hours(-24) },
      rule: 'The trace needs a scan every 48 hours; after 72 silent hours the platform assumes a logistics exception.',
      penalty: {
        says: '83 % of such parcels were judged an exception, which opens the refund channel.',
        ofValue: 0.83,
      },
      ...articleSource,
    },
    {
      id: 'deliver-by-gb',
      clock: 'deliver-by',
      markets: ['GB'],
      deadline: { form: 'calendar-days', days: 5 },
      rule: 'Deliver to the United Kingdom within 5 calendar days of the order.',
      ...countedLate,
      ...articleSource,
    },
    {
      id: 'deliver-by-sea',
      clock: 'deliver-by',
      markets: ['TH', 'MY', 'VN', 'ID', 'PH', 'SG'],
      deadline: { form: 'calendar-days', days: 3 },
      rule: 'Deliver to Thailand and the other South-East Asian markets within 3 calendar days of the order.',
      ...countedLate,
      ...articleSource,
    },
    {
      id: 'deliver-by-us',
      clock: 'deliver-by',
      markets: ['US'],
      deadline: { form: 'calendar-days', days: 7 },
      rule: 'Deliver to the United States within 7 calendar days of the order.',
      ...countedLate,
      ...articleSource,
    },
    {
      id: 'credential-life',
      clock: 'credential-life',
      deadline: { form: 'hours', length: days(90) },
      rule: 'An API key is valid for 90 days from its issue.',
      ...articleSource,
    },
  ],
  limits: [
    {
      id: 'confirm-late-rate',
      metric: 'confirm-late-rate',
      must: 'at most',
      value: 0.05,
      rule: 'At most 5 % of orders may be confirmed late.',
      penalty: { says: 'The platform warns the shop.' },
      ...articleSource,
    },
    {
      id: 'trace-completeness',
      metric: 'trace-completeness',
      must: 'at least',
      value: 85,
      rule: 'The trace-completeness score of the Logistics Monitor must not fall below 85.',
      penalty: { says: 'The logistics score falls, and with it the traffic the shop is given.' },
      ...articleSource,
    },
    {
      id: 'logistics-score',
      metric: 'logistics-score',
      must: 'at least',
      value: 75,
      rule: 'The logistics score (LTS) must not fall below 75.',
      penalty: { says: 'Products are shown 35 % less in search.', ofExposure: 0.35 },
      ...articleSource,
    },
    {
      id: 'late-rate-weight',
      metric: 'late-rate-weight',
      must: 'at most',
      value: 0.4,
      rule: 'The late-fulfilment rate makes up 40 % of the logistics score: so much of it can be lost by lateness.',
      ...articleSource,
    },
    {
      id: 'trace-gap-hours',
      metric: 'trace-gap-hours',
      must: 'at most',
      value: 48,
      rule: 'The trace is updated at least once every 48 hours, for the whole journey.',
      ...articleSource,
    },
    {
      id: 'pickup-mean-days',
      metric: 'pickup-mean-days',
      must: 'at most',
      value: 1.8,
      rule: 'From confirmation to pick-up it takes 1.8 days on average.',
      ...articleSource,
    },
  ],
  marks: articleMarks,
} as const satisfies Pack;
