import { describe, expect, it } from 'vitest';
import { call } from './client.ts';
import type { Call } from './client.ts';
import { aShop, aSimulator, noon } from './world.ts';
import { days, instant } from '../../shared/domain/time.ts';

const search = '/order/202309/orders/search';
const shops = '/authorization/202309/shops';
const page = { body: {}, query: { page_size: '10' } };

function timestamp(ahead: number): Call {
  return { body: {}, query: { page_size: '10', timestamp: String(Math.floor(Date.now() / 1000) + ahead) } };
}

type Row = readonly [why: string, path: string, wanted: Call, code: number, strictStatus: number];

const rows: readonly Row[] = [
  ['a right call', search, page, 0, 200],
  ['a right seller-level call', shops, { without: ['shop_cipher'] }, 0, 200],
  ['a path nobody knows', '/order/202309/nothing', page, 36009009, 404],
  ['a path with a trailing slash', `${search}/`, page, 36009009, 404],
  ['the wrong method', search, { method: 'GET', query: { page_size: '10' } }, 36009010, 405],
  ['a POST to the detail', '/order/202309/orders', page, 36009010, 405],
  ['a version that never was', '/order/209901/orders/search', page, 36009014, 404],
  ['the detail version of the search', '/order/202507/orders/search', page, 36009014, 404],
  ['no app_key', search, { ...page, without: ['app_key'] }, 36009004, 400],
  ['the app_key of another app', search, { body: {}, query: { page_size: '10', app_key: 'nobody' } }, 36009004, 400],
  ['no timestamp', search, { ...page, without: ['timestamp'] }, 36009004, 400],
  ['a timestamp 295 s old', search, timestamp(-295), 0, 200],
  ['a timestamp 305 s old', search, timestamp(-305), 36009004, 400],
  ['a timestamp 25 s ahead', search, timestamp(25), 0, 200],
  ['a timestamp 35 s ahead', search, timestamp(35), 36009004, 400],
  [
    'a timestamp in milliseconds',
    search,
    { body: {}, query: { page_size: '1', timestamp: String(Date.now()) } },
    36009004,
    400,
  ],
  ['a negative timestamp', search, { body: {}, query: { page_size: '1', timestamp: '-100000000' } }, 36009004, 400],
  ['no sign', search, { ...page, sign: () => undefined }, 36009004, 400],
  [
    'a wrong sign',
    search,
    { ...page, sign: (right) => (right.startsWith('0') ? '1' : '0') + right.slice(1) },
    106001,
    401,
  ],
  ['no token', search, { ...page, headers: { 'x-tts-access-token': '' } }, 36009004, 400],
  ['a made-up token', search, { ...page, headers: { 'x-tts-access-token': 'ROW_nobody' } }, 105001, 401],
  ['no cipher', search, { ...page, without: ['shop_cipher'] }, 106013, 400],
  ['a cipher of nobody', search, { body: {}, query: { page_size: '10', shop_cipher: 'ROW_other' } }, 101000, 403],
  ['a cipher on a seller-level endpoint', shops, {}, 36009004, 400],
  ['a body that is no JSON by its type', search, { ...page, headers: { 'content-type': 'text/plain' } }, 36009022, 415],
  ['no page_size', search, { body: {} }, 36009004, 400],
  ['a page_size of 0', search, { body: {}, query: { page_size: '0' } }, 36009004, 400],
  ['a page_size of 101', search, { body: {}, query: { page_size: '101' } }, 36009004, 400],
  ['a sort_field nobody knows', search, { body: {}, query: { page_size: '1', sort_field: 'id' } }, 36009004, 400],
  ['a sort_order nobody knows', search, { body: {}, query: { page_size: '1', sort_order: 'UP' } }, 36009004, 400],
  ['a filter of the wrong type', search, { body: { update_time_ge: 'x' }, query: { page_size: '1' } }, 36009004, 400],
  ['a status nobody knows', search, { body: { order_status: 'SHIPPED' }, query: { page_size: '1' } }, 36009004, 400],
  ['no ids', '/order/202507/orders', {}, 36009004, 400],
  [
    '51 ids',
    '/order/202507/orders',
    { query: { ids: Array.from({ length: 51 }, (_, n) => n).join(',') } },
    36009004,
    400,
  ],
  ['the trace of an unknown order', '/fulfillment/202309/orders/1/tracking', {}, 21008111, 403],
  ['an unknown package', '/fulfillment/202309/packages/1', {}, 10006402, 403],
  [
    'a package page of 51',
    '/fulfillment/202309/packages/search',
    { body: {}, query: { page_size: '51' } },
    36009004,
    400,
  ],
];

describe.each(['200', '4xx'] as const)('errors in the style %s', async (errorStyle) => {
  const simulator = await aSimulator({ errorStyle });

  it.each(rows)('%s', async (_, path, wanted, code, strictStatus) => {
    const answer = await call(simulator, path, wanted);
    expect([answer.code, answer.status]).toEqual([code, errorStyle === '200' ? 200 : strictStatus]);
  });
});

describe('what is not about one request', () => {
  it('answers a missing scope with 401 in either style', async () => {
    const simulator = await aSimulator({ scopes: ['seller.authorization.info', 'seller.order.info'] });
    const order = await call(simulator, search, page);
    const trace = await call(simulator, '/fulfillment/202309/orders/1/tracking');
    expect([order.code, trace.code, trace.status]).toEqual([0, 105005, 401]);
  });

  it('refuses an access token whose seven days of world time are over', async () => {
    const simulator = await aSimulator();
    simulator.setNow(instant(noon + days(7) - 1000));
    expect((await call(simulator, search, page)).code).toBe(0);
    simulator.setNow(instant(noon + days(7)));
    expect((await call(simulator, search, page)).code).toBe(105002);
  });

  it('refuses the order of another shop of the seller, and leaves out an unknown id', async () => {
    const simulator = await aSimulator({ shops: [aShop(), aShop({ region: 'US' })] });
    const other = await call(simulator, search, { ...page, shop: 1 });
    const [order] = other.data['orders'] as readonly { readonly id: string }[];
    const foreign = await call(simulator, '/order/202309/orders', { query: { ids: order?.id ?? '' } });
    const unknown = await call(simulator, '/order/202309/orders', { query: { ids: '576461413038785752' } });
    expect([foreign.code, unknown.code, unknown.data]).toEqual([21008111, 0, { orders: [] }]);
    const own = await call(simulator, search, page);
    const prefixes = [own, other].map(({ data }) =>
      (data['orders'] as readonly { readonly id: string }[])[0]?.id.slice(0, 6),
    );
    expect(prefixes[0]).not.toBe(prefixes[1]);
  });

  it('lists the shops with their ciphers', async () => {
    const simulator = await aSimulator({
      shops: [aShop(), aShop({ region: 'TH', sellerType: 'LOCAL', name: 'Bangkok' })],
    });
    const { data } = await call(simulator, shops, { without: ['shop_cipher'] });
    const [first, second] = simulator.shops;
    expect(data['shops']).toEqual([
      expect.objectContaining({ id: first?.id, cipher: first?.cipher, region: 'GB', seller_type: 'CROSS_BORDER' }),
      expect.objectContaining({ id: second?.id, cipher: second?.cipher, name: 'Bangkok', seller_type: 'LOCAL' }),
    ]);
    expect(new Set(simulator.shops.flatMap(({ id, cipher }) => [id, cipher])).size).toBe(4);
  });

  it('gives every answer a request_id of 34 characters', async () => {
    const simulator = await aSimulator();
    for (const wanted of [page, { body: {} }]) {
      const { text } = await call(simulator, search, wanted);
      expect((JSON.parse(text) as { readonly request_id: string }).request_id).toMatch(/^\d{14}[0-9A-F]{20}$/);
    }
  });
});
