import { days, hours } from '../domain/time.ts';
import type { Clause, Pack } from './policy.ts';
import { seaLimits } from './sea-limits.ts';
import { seaLocal } from './sea-local.ts';
import { mayDay2023 } from './seasonal-relief.ts';

const crossBorder = {
  sellerTypes: ['CROSS_BORDER'],
  logistics: ['tiktok-shipping', 'third-party'],
  starts: 'order',
} as const;

const before2024 = {
  to: '2024-12-23',
  source: 'trade press on the South-East Asian rules before 23 Dec 2024 (tktoc.com, bigseller.com)',
  confidence: 'press',
} as const;
const december2024 = {
  from: '2024-12-23',
  to: '2026-06-18',
  source: 'TikTok Shop notice of 23 Dec 2024, as reported by bigseller.com on 19 Dec 2024',
  confidence: 'press',
} as const;
const june2026 = {
  from: '2026-06-18',
  source: 'TikTok Shop policy of 18 Jun 2026 on orders sent from China, as reported by kjbase.com',
  confidence: 'press',
} as const;

/** Orders sent from China: three sets of rules, one after the other. */
const fromChina: readonly Clause[] = [
  {
    id: 'confirm-by-cross-border-2023',
    clock: 'confirm-by',
    ...crossBorder,
    deadline: { form: 'hours', length: hours(48) },
    rule: 'Picked up in China: pack and arrange shipment within 48 hours of the order.',
    ...before2024,
  },
  {
    id: 'pickup-by-cross-border-2023',
    clock: 'pickup-by',
    ...crossBorder,
    deadline: { form: 'hours', length: days(5) },
    rule: 'Brought to the warehouse: scanned there within 120 hours of the order.',
    ...before2024,
  },
  {
    id: 'confirm-by-cross-border-2024',
    clock: 'confirm-by',
    ...crossBorder,
    deadline: { form: 'hours', length: hours(48) },
    rule: 'Picked up in China: packed, and a handover sheet made (else: awaiting collection), within 48 hours.',
    ...december2024,
  },
  {
    id: 'pickup-by-cross-border-2024',
    clock: 'pickup-by',
    ...crossBorder,
    deadline: { form: 'hours', length: days(4) },
    rule: 'Brought to the warehouse: scanned there within 96 hours of the order.',
    ...december2024,
  },
  {
    id: 'confirm-by-cross-border',
    clock: 'confirm-by',
    ...crossBorder,
    deadline: { form: 'hours', length: hours(48) },
    rule: 'However it is handed over: packed and awaiting collection, or on a handover sheet, within 48 hours.',
    ...june2026,
  },
  {
    id: 'pickup-by-cross-border',
    clock: 'pickup-by',
    ...crossBorder,
    deadline: { form: 'calendar-days', days: 3 },
    rule: 'However it is handed over: picked up or scanned within 3 calendar days, to 23:59:59.',
    ...june2026,
  },
];

/** TikTok Shop in South-East Asia: shops that send from China, and shops of each country. */
export const sea = {
  id: 'sea',
  markets: ['ID', 'MY', 'PH', 'SG', 'TH', 'VN'],
  clauses: [
    ...mayDay2023,
    ...fromChina,
    ...seaLocal,
    {
      id: 'number-edit-by',
      clock: 'number-edit-by',
      deadline: { form: 'hours', length: hours(72) },
      rule: 'Number and carrier can be corrected once, within 72 hours of shipment.',
      source: 'partner.tiktokshop.com: Update Shipping Info',
      confidence: 'developer-docs',
    },
  ],
  limits: seaLimits,
} as const satisfies Pack;
