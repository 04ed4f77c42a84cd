import { describe, expect, it } from 'vitest';
import { carrierApproved } from '../../shared/checks/carrier-approved.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit, aParcel } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { hoursAgo, now } from '../support/moments.ts';
import type { Spoil } from '../support/spoil.ts';

const approvedCarriers = ['Yun Express', '4PX', '7117858858072016901'];

function judge(order: Order, shop = { approvedCarriers }): Verdict {
  return carrierApproved.judge(subject(order), aSetting('GB', now, shop));
}

/** The carrier that is not approved, or why there is none. */
function stranger(order: Order): string {
  const verdict = judge(order);
  if (verdict.is === 'firing') return String(verdict.facts?.['carrier']);
  return verdict.is === 'unknown' ? `unknown: ${verdict.because}` : 'ok';
}

function packed(changes: Spoil<Order> = {}): Order {
  return anOrderAwaitingCollection({ shipping: 'seller', carrier: undefined, parcels: [], ...changes });
}

const evri = '7117858858072016901';

describe('a carrier has to be on the list of the shop', () => {
  const rows: [string, Order, string][] = [
    ['on the list by its name', packed({ carrier: '4PX' }), 'ok'],
    ['capitals and spaces do not matter', packed({ carrier: ' YUNEXPRESS ' }), 'ok'],
    ['nor does a full-width letter', packed({ carrier: '４PX' }), 'ok'],
    ['on the list by its id', packed({ carrier: 'Evri', carrierId: evri }), 'ok'],
    [
      'its parcel bears the same name',
      packed({ carrier: 'Evri', carrierId: evri, parcels: [aParcel({ carrier: 'EVRI' })] }),
      'ok',
    ],
    ['known by the id alone', packed({ carrierId: evri }), 'ok'],
    ['not on the list', packed({ carrier: 'Royal Mail', carrierId: '1' }), 'Royal Mail'],
    ['a longer name is another name', packed({ carrier: '4PX Premium' }), '4PX Premium'],
    ['known from its parcel alone', packed({ parcels: [aParcel({ carrier: 'Royal Mail' })] }), 'Royal Mail'],
    [
      'one of two parcels goes with a stranger',
      packed({ carrier: '4PX', parcels: [aParcel({ carrier: '4PX' }), aParcel({ id: '2', carrier: 'Hermes' })] }),
      'Hermes',
    ],
    [
      'an approved id speaks for its own carrier only',
      packed({ carrier: 'Evri', carrierId: evri, parcels: [aParcel({ carrier: 'Hermes' })] }),
      'Hermes',
    ],
    ['an id that a list of names cannot know', packed({ carrierId: '99' }), 'unknown: needs-approved-carriers'],
    [
      'beside an approved parcel the id needs no name',
      packed({ carrierId: '99', parcels: [aParcel({ carrier: '4PX' })] }),
      'ok',
    ],
    ['no carrier is known yet', packed({ parcels: [aParcel({ carrier: undefined })] }), 'ok'],
    ['not confirmed yet', anOrder({ shipping: 'seller', carrier: 'Royal Mail' }), 'ok'],
    ['collected: too late to change it', anOrderInTransit({ shipping: 'seller' }), 'ok'],
    ['TikTok chose it', anOrderAwaitingCollection({ shipping: 'tiktok', carrier: 'Royal Mail' }), 'ok'],
    ['a free sample', packed({ carrier: 'Royal Mail', sample: true }), 'ok'],
    ['a state nobody knows', packed({ status: 'unrecognised' }), 'unknown: status-unrecognised'],
  ];
  it.each(rows)('%s', (_, order, expected) => expect(stranger(order)).toBe(expected));

  it('names the rule it may break, since the confirmation', () => {
    expect(judge(packed({ carrier: 'Royal Mail' }))).toEqual({
      is: 'firing',
      stage: 'carrier-not-approved',
      since: hoursAgo(4),
      facts: { carrier: 'Royal Mail', pack: 'article', clause: 'approved-carrier' },
    });
  });

  it('is not watched without a list, where the seller ships', () => {
    const without = (order: Order): Verdict => carrierApproved.judge(subject(order), aSetting());
    expect(without(packed({ carrier: '4PX' }))).toEqual({ is: 'unknown', because: 'needs-approved-carriers' });
    expect(without(anOrderAwaitingCollection())).toEqual({ is: 'ok', because: 'not-seller-shipped' });
    expect(without(anOrder({ shipping: 'seller' }))).toEqual({ is: 'ok', because: 'not-confirmed' });
  });
});
