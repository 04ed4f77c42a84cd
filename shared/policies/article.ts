import { days, hours } from '../domain/time.ts';
import type { Pack } from './policy.ts';

const source = 'founding article on TikTok Shop fulfilment (figures of 2024 Q1)';

/** The default pack: the clocks the founding article names. Secondary source; the platform's own field always wins. */
export const article = {
  id: 'article',
  clauses: [
    {
      id: 'confirm-by',
      clock: 'confirm-by',
      deadline: { form: 'hours', length: hours(24) },
      rule: 'Confirm the order within 24 hours, or it is cancelled and the shop loses credit.',
      source,
    },
    {
      id: 'pickup-by-gb',
      clock: 'pickup-by',
      markets: ['GB'],
      deadline: { form: 'hours', length: hours(48) },
      rule: 'To the United Kingdom the carrier must have picked the parcel up within 48 hours of confirmation.',
      source,
    },
    {
      id: 'pickup-by',
      clock: 'pickup-by',
      deadline: { form: 'hours', length: hours(72) },
      rule: 'The carrier must have picked the parcel up within 72 hours of confirmation.',
      source,
    },
    {
      id: 'trace-silent',
      clock: 'trace-silent',
      deadline: { form: 'hours', length: hours(72) },
      rule: 'The trace needs a scan every 48 hours; after 72 silent hours the platform assumes a logistics exception.',
      source,
    },
    {
      id: 'deliver-by-gb',
      clock: 'deliver-by',
      markets: ['GB'],
      deadline: { form: 'calendar-days', days: 5 },
      rule: 'Deliver to the United Kingdom within 5 calendar days of the order.',
      source,
    },
    {
      id: 'deliver-by-sea',
      clock: 'deliver-by',
      markets: ['TH', 'MY', 'VN', 'ID', 'PH', 'SG'],
      deadline: { form: 'calendar-days', days: 3 },
      rule: 'Deliver to Thailand and the other South-East Asian markets within 3 calendar days of the order.',
      source,
    },
    {
      id: 'deliver-by-us',
      clock: 'deliver-by',
      markets: ['US'],
      deadline: { form: 'calendar-days', days: 7 },
      rule: 'Deliver to the United States within 7 calendar days of the order.',
      source,
    },
    {
      id: 'credential-life',
      clock: 'credential-life',
      deadline: { form: 'hours', length: days(90) },
      rule: 'An API key is valid for 90 days from its issue.',
      source,
    },
  ],
} as const satisfies Pack;
