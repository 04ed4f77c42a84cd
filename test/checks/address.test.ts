import { describe, expect, it } from 'vitest';
import { address } from '../../shared/checks/address.ts';
import type { Setting } from '../../shared/checks/check.ts';
import type { AddressFlags, Order } from '../../shared/domain/order.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { hoursAgo, now } from '../support/moments.ts';

/** What is wrong with it, and whose rule says so. */
function wrong(order: Order, market = 'GB', shop: Partial<Setting['shop']> = {}): string {
  const verdict = address.judge(subject(order), aSetting(market, now, shop));
  if (verdict.is === 'firing') return `${verdict.facts?.['what']} by ${verdict.facts?.['clause']}`;
  return verdict.is === 'unknown' ? `unknown: ${verdict.because}` : 'ok';
}

function flagged(flags: AddressFlags): Order {
  return anOrder({ flags });
}

const chinese = flagged({ address: 'not-latin' });
const odd = flagged({ address: 'latin', postcode: 'odd' });
const masked = 'unknown: address-masked';
const both = flagged({ address: 'not-latin', postcode: 'odd' });

describe('the address on a cross-border label', () => {
  const rows: [string, Order, string, string][] = [
    ['in English', flagged({ address: 'latin', postcode: 'ok' }), 'GB', 'ok'],
    ['hidden: nothing is known', flagged({ address: 'hidden' }), 'GB', masked],
    ['only its postcode is masked', flagged({ address: 'latin', postcode: 'masked' }), 'GB', masked],
    ['its postcode is masked, no more is known', flagged({ postcode: 'masked' }), 'GB', masked],
    [
      'hidden, but its postcode is odd',
      flagged({ address: 'hidden', postcode: 'odd' }),
      'GB',
      'postcode by local-postcode',
    ],
    ['hidden to Thailand: any script will do', flagged({ address: 'hidden', postcode: 'ok' }), 'TH', 'ok'],
    ['hidden and collected', anOrderInTransit({ flags: { address: 'hidden' } }), 'GB', 'ok'],
    ['in Chinese', chinese, 'GB', 'address by latin-address'],
    ['with a postcode of no known format', odd, 'GB', 'postcode by local-postcode'],
    ['both', both, 'GB', 'both by latin-address'],
    ['in Chinese to Vietnam, which writes Latin letters', chinese, 'VN', 'address by latin-address'],
    ['in the script of Thailand to Thailand', chinese, 'TH', 'ok'],
    ['in the script of Japan to Japan', chinese, 'JP', 'ok'],
    ['there the postcode counts alone', both, 'JP', 'postcode by local-postcode'],
    ['to a market of which nothing is known', chinese, 'KR', 'ok'],
    [
      'before the label is printed there is time',
      anOrderAwaitingCollection({ flags: chinese.flags }),
      'US',
      'address by latin-address',
    ],
    ['collected: too late to correct it', anOrderInTransit({ flags: both.flags }), 'GB', 'ok'],
    ['on hold', anOrder({ flags: both.flags, status: 'ON_HOLD' }), 'GB', 'ok'],
    [
      'a state nobody knows',
      anOrder({ flags: both.flags, status: 'unrecognised' }),
      'GB',
      'unknown: status-unrecognised',
    ],
  ];
  it.each(rows)('%s', (_, order, market, expected) => expect(wrong(order, market)).toBe(expected));

  it('is no rule for a shop in the market itself, nor for one whose packs do not have it', () => {
    expect(wrong(both, 'GB', { sellerType: 'LOCAL' })).toBe('ok');
    expect(wrong(both, 'GB', { packs: ['gb'] })).toBe('ok');
    const hidden = flagged({ address: 'hidden', postcode: 'masked' });
    expect(wrong(hidden, 'GB', { sellerType: 'LOCAL' })).toBe('ok');
    expect(wrong(hidden, 'GB', { packs: ['gb'] })).toBe('ok');
    expect(wrong(both, 'GB', { packs: ['gb', 'article'] })).toBe('both by latin-address');
  });

  it('has been wrong since the order', () => {
    expect(address.judge(subject(chinese), aSetting())).toMatchObject({
      stage: 'address-not-latin',
      since: hoursAgo(2),
    });
  });
});
