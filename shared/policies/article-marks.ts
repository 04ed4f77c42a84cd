import { articleSource } from './article-source.ts';
import type { Mark } from './policy.ts';

const fakeShipment = { amount: '50', currency: 'USD' } as const;

/** What the founding article asks of a parcel, its label and its papers. */
export const articleMarks = [
  {
    id: 'platform-label',
    mark: 'platform-label',
    rule: "Labels come from TikTok's back office, or from an ERP through its API; any other is forbidden.",
    penalty: { says: 'Counts as a fake shipment, even once delivered: USD 50 an order.', fine: fakeShipment },
    ...articleSource,
  },
  {
    id: 'approved-carrier',
    mark: 'approved-carrier',
    rule: 'Ship only by TikTok Shipping, an approved carrier or from a local warehouse.',
    penalty: {
      says: 'Can count as a fake shipment, USD 50 an order, and the trace does not reach TikTok.',
      fine: fakeShipment,
    },
    ...articleSource,
  },
  {
    id: 'latin-address',
    mark: 'latin-address',
    // The article asks for English everywhere. Japanese and Thai carriers deliver by their own script, so it is
    // taken at its word only where the country itself writes Latin letters.
    markets: ['BR', 'DE', 'ES', 'FR', 'GB', 'ID', 'IE', 'IT', 'MX', 'MY', 'PH', 'SG', 'US', 'VN'],
    sellerTypes: ['CROSS_BORDER'],
    rule: 'The address on a cross-border label is in English, never in Chinese characters.',
    penalty: { says: 'The label is refused or the parcel is returned.' },
    ...articleSource,
  },
  {
    id: 'local-postcode',
    mark: 'local-postcode',
    sellerTypes: ['CROSS_BORDER'],
    rule: "City and postcode on a cross-border label have the destination's own format.",
    penalty: { says: 'The label is refused or the parcel is returned.' },
    ...articleSource,
  },
  {
    id: 'battery-declaration',
    mark: 'battery-declaration',
    rule: 'A shipment that holds a battery, as power banks do, is declared as one that does.',
    penalty: { says: 'Clearance fails: 31 % of the failures of 2024 were wrong battery declarations.' },
    ...articleSource,
  },
  {
    id: 'declared-name',
    mark: 'declared-name',
    rule: 'The name declared to customs is that of the goods inside.',
    penalty: { says: 'Customs return the parcel and the shop loses credit.' },
    ...articleSource,
  },
  {
    id: 'qr-label',
    mark: 'qr-label',
    markets: ['DE', 'FR', 'GB'],
    from: '2024-04-01',
    rule: "TikTok's official QR label stands on the front of the outer box, lower right, at least 5 × 5 cm.",
    penalty: {
      says: 'Refused at the sorting centre, GBP 12 demurrage a parcel, and counted as a logistics exception.',
      fine: { amount: '12', currency: 'GBP' },
    },
    ...articleSource,
  },
] as const satisfies readonly Mark[];
