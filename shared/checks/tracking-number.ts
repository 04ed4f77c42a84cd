import { isCollected, isConfirmed, type Order, type Trace } from '../domain/order.ts';
import { proposeNumber } from '../domain/number-proposal.ts';
import { age, hours, instant } from '../domain/time.ts';
import { okBecause, unknown, type Facts } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { atRest, underWay } from './clocks-apply.ts';

/** Carriers' clocks and zones are wrong by less; beyond it TikTok tags the number itself (its help page on tracking ids). */
const mostAhead = hours(24);

/** No carrier's numbers are shorter; the shortest known has eight (carriers' formats, 2026-11). */
const fewestCharacters = 6;

/** "A tracking number has to be the parcel's own: one that is missing, no number at all or another parcel's is tagged." */
export const trackingNumber = {
  id: 'tracking-number',
  on: 'order',
  stages: [{ id: 'tracking-id-abnormal', severity: 'breach', remedy: 'correct-number' }],
  inhibitedBy: ['feed-lagging'],
  during: underWay,
  judge({ order, trace }, { now }) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    const rest = atRest(order);
    if (rest) return rest;
    const facts = scannedBeforeOrder(order, trace) ?? unusableNumber(order);
    if (!facts) return okBecause('nothing-wrong');
    const since = instant(Math.min(order.confirmedAt ?? order.createdAt, now));
    return { is: 'firing', stage: 'tracking-id-abnormal', since, facts };
  },
} as const satisfies Check<'order'>;

function scannedBeforeOrder({ createdAt, parcels }: Order, { scans }: Trace): Facts | undefined {
  const first = scans[0];
  if (first === undefined || age(first, createdAt) <= mostAhead) return undefined;
  const number = parcels.find((parcel) => parcel.number !== undefined)?.number;
  return { reason: 'scan-before-order', ...(number !== undefined && { number }) };
}

/** Only where the seller entered it; what a carrier has scanned is a number, however it looks. */
function unusableNumber(order: Order): Facts | undefined {
  if (order.shipping !== 'seller' || !isConfirmed(order) || isCollected(order)) return undefined;
  const odd = order.parcels.find(
    ({ number, carrier = order.carrier }) => number !== undefined && (isOdd(number) || isMistyped(number, carrier)),
  )?.number;
  if (odd !== undefined) return { reason: 'odd-number', number: odd };
  // Split orders get their numbers one by one, and a fleet of the seller's own has neither carrier nor number.
  const [one] = order.parcels;
  const isBare = order.parcels.every(({ number, carrier }) => number === undefined && carrier !== undefined);
  return one && isBare ? { reason: 'no-number' } : undefined;
}

/** The letter O where the carrier's format has a digit, and the check digit proves it. */
function isMistyped(number: string, carrier: string | undefined): boolean {
  return mayBeMistyped.test(number) && (proposeNumber(number, carrier)?.slips.includes('letter-for-digit') ?? false);
}

/** Without an O, I or L, full-width ones among them, there is no letter that could stand for a digit. */
const mayBeMistyped = /[^A-HJKMNP-Z\d]/i;

/** What nearly all numbers look like, so that the rest alone is looked at more closely. */
const usual = new RegExp(`^[A-Za-z0-9]{${fewestCharacters},}$`);

function isOdd(number: string): boolean {
  if (usual.test(number)) return false;
  const given = number.trim();
  return /\s/.test(given) || given.replaceAll(/[^\p{L}\p{N}]/gu, '').length < fewestCharacters;
}
