/** What the made-up world needs to know of a market. Facts: codes and currencies as of 2025-12. */
export interface Market {
  readonly region: string;
  readonly country: string;
  readonly currency: string;
  /** Decimals of the currency, and what one pound or dollar's worth costs in it. */
  readonly decimals: 0 | 2;
  readonly rate: number;
  readonly dial: string;
  /** Standard-time offset from UTC in hours: days of deadlines end there. */
  readonly offset: number;
  readonly cities: readonly { readonly name: string; readonly postcode: string }[];
  /** Buyers may cancel freely in the first hour after payment (documented for US and UK). */
  readonly holdsFirstHour: boolean;
  readonly southEastAsia: boolean;
  /** The platform promises a delivery date for parcels the seller ships (US; UK and EU since 2025-08-25). */
  readonly promisesDelivery: boolean;
}

type Row = readonly [
  country: string,
  currency: string,
  rate: number,
  dial: string,
  offset: number,
  cities: Readonly<Record<string, string>>,
];

const rows: Readonly<Record<string, Row>> = {
  GB: ['United Kingdom', 'GBP', 1, '+44', 0, { Leeds: 'LS# #@@', Bristol: 'BS# #@@', Manchester: 'M# #@@' }],
  US: ['United States', 'USD', 1.2, '+1', -8, { 'San Jose': '951##', Austin: '787##', Columbus: '432##' }],
  DE: ['Germany', 'EUR', 1.1, '+49', 1, { Berlin: '10###', Hamburg: '20###', Leipzig: '04###' }],
  FR: ['France', 'EUR', 1.1, '+33', 1, { Lyon: '690##', Nantes: '440##' }],
  ES: ['Spain', 'EUR', 1.1, '+34', 1, { Madrid: '280##', Sevilla: '410##' }],
  IT: ['Italy', 'EUR', 1.1, '+39', 1, { Torino: '101##', Bologna: '401##' }],
  IE: ['Ireland', 'EUR', 1.1, '+353', 0, { Cork: 'T12 #@##', Galway: 'H91 #@##' }],
  TH: ['Thailand', 'THB', 42, '+66', 7, { Bangkok: '101##', 'Chiang Mai': '502##', Phuket: '831##' }],
  MY: ['Malaysia', 'MYR', 5.5, '+60', 8, { 'Kuala Lumpur': '50###', Penang: '10###' }],
  SG: ['Singapore', 'SGD', 1.6, '+65', 8, { Singapore: '5#####' }],
  PH: ['Philippines', 'PHP', 68, '+63', 8, { Manila: '10##', Cebu: '60##' }],
  VN: ['Vietnam', 'VND', 31_000, '+84', 7, { Hanoi: '10###', 'Da Nang': '55###' }],
  ID: ['Indonesia', 'IDR', 19_000, '+62', 7, { Jakarta: '10###', Bandung: '401##' }],
  MX: ['Mexico', 'MXN', 21, '+52', -6, { Guadalajara: '441##', Puebla: '720##' }],
  BR: ['Brazil', 'BRL', 6.5, '+55', -3, { 'São Paulo': '01###-###', Curitiba: '80###-###' }],
  JP: ['Japan', 'JPY', 180, '+81', 9, { Osaka: '53#-####', Sapporo: '06#-####' }],
};

const promising = new Set(['US', 'GB', 'DE', 'FR', 'ES', 'IT', 'IE']);
const southEastAsia = new Set(['TH', 'MY', 'SG', 'PH', 'VN', 'ID']);
const withoutDecimals = new Set(['VND', 'IDR', 'JPY']);

/** Throws RangeError for a market the simulator knows nothing of. */
export function marketOf(region: string): Market {
  const row = rows[region];
  if (row === undefined) {
    throw new RangeError(`market ${region} is unknown to the simulator; known: ${Object.keys(rows).join(', ')}`);
  }
  const [country, currency, rate, dial, offset, cities] = row;
  return {
    region,
    country,
    currency,
    decimals: withoutDecimals.has(currency) ? 0 : 2,
    rate,
    dial,
    offset,
    cities: Object.entries(cities).map(([name, postcode]) => ({ name, postcode })),
    holdsFirstHour: region === 'GB' || region === 'US',
    southEastAsia: southEastAsia.has(region),
    promisesDelivery: promising.has(region),
  };
}
