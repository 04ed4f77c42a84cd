import { expect, it } from 'vitest';
import { orderLink } from '../../shared/channels/seller-center.ts';

it.each([
  [
    'a local British shop',
    'GB',
    'Europe/London',
    'https://seller-uk.tiktok.com/order/detail?order_no=7&shop_region=GB',
  ],
  ['a local Thai shop', 'TH', 'Asia/Bangkok', 'https://seller-th.tiktok.com/order/detail?order_no=7&shop_region=TH'],
  ['a local German shop', 'DE', 'Europe/Berlin', 'https://seller-eu.tiktok.com/order/detail?order_no=7&shop_region=DE'],
  [
    'a shop run from China',
    'GB',
    'Asia/Shanghai',
    'https://seller.tiktokglobalshop.com/order/detail?order_no=7&shop_region=GB',
  ],
  [
    'a market that is no region code',
    'evil.example/',
    'Europe/London',
    'https://seller.tiktokglobalshop.com/order/detail?order_no=7',
  ],
])('%s opens its order where its people sign in', (_, market, zone, link) => {
  expect(orderLink({ market, zone }, '7')).toBe(link);
});

it('an order id cannot leave its place in the address', () => {
  const link = new URL(orderLink({ market: 'US', zone: 'America/Los_Angeles' }, '7&shop_region=XX#"><'));
  expect(link.searchParams.get('order_no')).toBe('7&shop_region=XX#"><');
  expect(link.searchParams.getAll('shop_region')).toEqual(['US']);
});
