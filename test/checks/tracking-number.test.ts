import { describe, expect, it } from 'vitest';
import { trackingNumber } from '../../shared/checks/tracking-number.ts';
import type { Order, Parcel } from '../../shared/domain/order.ts';
import { before, hours, seconds, type Instant } from '../../shared/domain/time.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit, aParcel } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { hoursAgo, hoursFromNow, now } from '../support/moments.ts';

function judge(order: Order, ...scans: readonly Instant[]): ReturnType<typeof trackingNumber.judge> {
  return trackingNumber.judge(subject(order, { scans }, false), aSetting());
}

function told(order: Order, ...scans: readonly Instant[]): string {
  const verdict = judge(order, ...scans);
  if (verdict.is !== 'firing') return verdict.is === 'unknown' ? `unknown: ${verdict.because}` : 'ok';
  return [verdict.facts?.['reason'], verdict.facts?.['number']].filter((fact) => fact !== undefined).join(' ');
}

describe("a number has to be the parcel's own", () => {
  const created = hoursAgo(30);
  const order = anOrderInTransit({ createdAt: created });
  const dayBefore = before(created, hours(24));
  const early = before(dayBefore, seconds(1));
  const rows: [string, Order, Instant, string][] = [
    ['scanned after the order', order, hoursAgo(20), 'ok'],
    ['scanned exactly a day before: a clock may be that wrong', order, dayBefore, 'ok'],
    ['scanned a second earlier', order, early, 'scan-before-order JD0002274300018'],
    ['also where TikTok ships', { ...order, shipping: 'tiktok' }, early, 'scan-before-order JD0002274300018'],
    [
      'on an order without a number',
      { ...order, parcels: [aParcel({ number: undefined })] },
      early,
      'scan-before-order',
    ],
    ['delivered: nothing left to correct', { ...order, status: 'DELIVERED' }, early, 'ok'],
    ['TikTok ships it', { ...order, fulfilledBy: 'tiktok' }, early, 'ok'],
    ['a status nobody knows', { ...order, status: 'unrecognised' }, early, 'unknown: status-unrecognised'],
  ];
  it.each(rows)('%s', (_, each, first, answer) => expect(told(each, first, hoursAgo(2))).toBe(answer));

  it('tells of the scan first: a number that looks odd as well may be right', () => {
    const odd = anOrderAwaitingCollection({ shipping: 'seller', parcels: [aParcel({ number: 'later' })] });
    expect(told(odd, before(odd.createdAt, hours(25)))).toBe('scan-before-order later');
  });

  it('knows nothing of a trace nobody has read', () => expect(told(order)).toBe('ok'));
});

describe('what the seller entered has to be a number', () => {
  function shipped(...parcels: readonly Partial<Parcel>[]): Order {
    return anOrderAwaitingCollection({ shipping: 'seller', parcels: parcels.map((each) => aParcel(each)) });
  }
  const { number: _, ...bare } = aParcel();
  const unnumbered = { ...shipped(), parcels: [bare] };
  const rows: [string, Order, string][] = [
    ['a number of Royal Mail', shipped({ number: 'RM123456785GB' }), 'ok'],
    ['hyphens and blanks around it do no harm', shipped({ number: ' 1234-5678-90 ' }), 'ok'],
    ['six characters: none is that short, but who knows', shipped({ number: 'AB1234' }), 'ok'],
    ['five characters', shipped({ number: 'AB123' }), 'odd-number AB123'],
    ['what only looks long', shipped({ number: 'n/a-------' }), 'odd-number n/a-------'],
    ['a blank inside', shipped({ number: 'RM12 3456785GB' }), 'odd-number RM12 3456785GB'],
    ['the letter O that no check digit proves wrong', shipped({ number: 'RB12345O786GB' }), 'ok'],
    [
      'the letter I for a 1, as the check digit proves',
      shipped({ number: 'RBI23456785GB' }),
      'odd-number RBI23456785GB',
    ],
    ['a postal number as it should be', shipped({ number: 'RB123456785GB' }), 'ok'],
    ['one of two is odd', shipped({}, { number: 'later' }), 'odd-number later'],
    ['no number, though a carrier is named', unnumbered, 'no-number'],
    ['the second parcel of a split order has none yet', { ...shipped(), parcels: [aParcel(), bare] }, 'ok'],
    ["neither carrier nor number: the seller's own fleet", { ...shipped(), parcels: [{ id: '1' }] }, 'ok'],
    ['no parcel known yet', shipped(), 'ok'],
    ['TikTok Shipping gives its own', { ...unnumbered, shipping: 'tiktok' }, 'ok'],
    ['TikTok Shipping, with a number that looks odd', { ...shipped({ number: 'later' }), shipping: 'tiktok' }, 'ok'],
    ['not shipped yet', anOrder({ shipping: 'seller', parcels: [bare] }), 'ok'],
    ['scanned by the carrier: it is one', { ...unnumbered, status: 'IN_TRANSIT' }, 'ok'],
    ['on hold', { ...unnumbered, status: 'ON_HOLD' }, 'ok'],
  ];
  it.each(rows)('%s', (_name, order, answer) => expect(told(order)).toBe(answer));

  it('has been so since the number was entered, at the earliest known time', () => {
    expect(judge(unnumbered)).toEqual({
      is: 'firing',
      stage: 'tracking-id-abnormal',
      since: hoursAgo(4),
      facts: { reason: 'no-number' },
    });
    const { confirmedAt: _confirmed, ...unknownTime } = unnumbered;
    expect(judge(unknownTime)).toMatchObject({ since: hoursAgo(10) });
    expect(judge({ ...unnumbered, confirmedAt: hoursFromNow(1) })).toMatchObject({ since: now });
  });
});
