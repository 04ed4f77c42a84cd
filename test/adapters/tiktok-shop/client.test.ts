import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sign } from '../../../shared/adapters/tiktok-shop/signature.ts';
import { instant } from '../../../shared/domain/time.ts';
import { Rejected, Transient } from '../../../shared/ports/errors.ts';
import type { OrderWindow } from '../../../shared/ports/marketplace.ts';
import { aSeller, aShop } from '../../support/a-shop.ts';
import { hoursAgo, now } from '../../support/moments.ts';
import authorizedShops from '../../fixtures/tiktok-shop/authorized-shops.json' with { type: 'json' };
import tracking from '../../fixtures/tiktok-shop/tracking.json' with { type: 'json' };
import { aRawOrder, aRawPage } from './a-raw-order.ts';
import { type Stall, aStall, appSecret, failure, oldTokens, opened } from './a-stall.ts';
import { type Answer, type Seen, ok, refused } from './fake-tiktok.ts';

const searchPath = '/order/202309/orders/search';
const window: OrderWindow = { by: 'update_time', from: instant(hoursAgo(1) + 999), to: now };

let stall: Stall;
beforeEach(async () => {
  stall = await aStall();
  stall.tiktok.behave = () => ok(aRawPage([aRawOrder()]));
});
afterEach(async () => {
  await stall.close();
});

function verify(request: Seen): void {
  const contentType = request.headers['content-type'] ?? '';
  const signable = { path: request.path, query: request.query, contentType, body: request.body };
  expect(request.query['sign']).toBe(sign(signable, appSecret));
}

describe('the order search on the wire', () => {
  test('asks for a full page, oldest change first, in whole seconds', async () => {
    const page = await (await opened(stall.process())).searchOrders(window);
    expect(page.orders.map(({ id }) => id)).toEqual(['578229876110094402']);
    const [request] = stall.tiktok.seen;
    expect(request).toMatchObject({ method: 'POST', path: searchPath });
    expect(request?.query).toMatchObject({
      app_key: aSeller.appKey,
      shop_cipher: aShop().cipher,
      page_size: '100',
      sort_field: 'update_time',
      sort_order: 'ASC',
    });
    expect(request?.query).not.toHaveProperty('page_token');
    expect(request?.query).not.toHaveProperty('access_token');
    expect(request?.headers['x-tts-access-token']).toBe(oldTokens.accessToken);
    expect(request?.headers['content-type']).toBe('application/json');
    expect(request?.body).toBe(`{"update_time_ge":${hoursAgo(1) / 1000},"update_time_lt":${now / 1000}}`);
  });

  test('a backfill asks by create time', async () => {
    await (await opened(stall.process())).searchOrders({ ...window, by: 'create_time' });
    expect(stall.tiktok.seen[0]?.query['sort_field']).toBe('create_time');
    expect(Object.keys(JSON.parse(stall.tiktok.seen[0]?.body ?? ''))).toEqual(['create_time_ge', 'create_time_lt']);
  });

  test('a page token is signed as it is and percent-encoded on the wire only', async () => {
    await (await opened(stall.process())).searchOrders(window, 'a+b/c==&d e');
    const [request] = stall.tiktok.seen;
    expect(request?.rawQuery).toContain('page_token=a%2Bb%2Fc%3D%3D%26d%20e');
    expect(request?.query['page_token']).toBe('a+b/c==&d e');
    if (request) verify(request);
  });

  test('the signature holds for the bytes that arrive, on every endpoint', async () => {
    const shop = stall.process();
    const marketplace = await opened(shop);
    await marketplace.searchOrders(window);
    stall.tiktok.behave = () => ok(tracking.data);
    await marketplace.readTrace('578229876110094402');
    stall.tiktok.behave = () => ok(authorizedShops.data);
    await shop.authorizedShops(aSeller);
    expect(stall.tiktok.seen).toHaveLength(3);
    for (const request of stall.tiktok.seen) verify(request);
  });
});

test('a trace is asked for by order, and an order id cannot lead elsewhere', async () => {
  stall.tiktok.behave = () => ok(tracking.data);
  const marketplace = await opened(stall.process());
  await expect(marketplace.readTrace('57')).resolves.toMatchObject({ scans: { length: 3 } });
  await marketplace.readTrace('57/../../x?y=1');
  expect(stall.tiktok.seen.map(({ path }) => path)).toEqual([
    '/fulfillment/202309/orders/57/tracking',
    '/fulfillment/202309/orders/57%2F..%2F..%2Fx%3Fy%3D1/tracking',
  ]);
});

test('authorized shops are asked for without a cipher', async () => {
  stall.tiktok.behave = () => ok(authorizedShops.data);
  const shops = await stall.process().authorizedShops(aSeller);
  expect(shops).toHaveLength(2);
  expect(shops[0]).toEqual({
    id: '7494049642642441621',
    name: 'Sample Gadgets UK',
    region: 'GB',
    sellerType: 'CROSS_BORDER',
    cipher: 'GCP_SAMPLEgAAAABh00qsWgtvOiGFNqyubMt3',
  });
  expect(stall.tiktok.seen[0]?.query).not.toHaveProperty('shop_cipher');
});

describe('what passes by itself is tried again', () => {
  test.each<[string, Answer]>([
    ['429 with its code', refused(36009002, 'slow down', 429)],
    ['503 without a body', { text: '', status: 503 }],
    ['500 in HTML', { text: '<h1>oops</h1>', status: 500 }],
    ['an internal error under HTTP 200', refused(36009003)],
    ['orders that could not be read just now', refused(10037002)],
    ['a connection reset', 'reset'],
    ['a body that breaks off', 'break-off'],
    ['JSON cut short', { text: '{"code":0,"data":{"orders":[' }],
    ['no answer at all', 'hang'],
  ])('%s', async (_, fault) => {
    stall.tiktok.behave = (_, count) => (count <= 2 ? fault : ok(aRawPage([aRawOrder()])));
    const marketplace = await opened(stall.process());
    await expect(marketplace.searchOrders(window)).resolves.toMatchObject({ orders: { length: 1 } });
    expect(marketplace.calls).toEqual({ search: 1, detail: 0, tracking: 0, other: 0, retries: 2 });
    const stamps = stall.tiktok.seen.map(({ query }) => `${query['timestamp']} ${query['sign']}`);
    expect(new Set(stamps).size).toBe(3);
    for (const request of stall.tiktok.seen) verify(request);
  });

  test.each<[string, Answer]>([
    ['429', refused(36009002, 'slow down', 429)],
    ['resets', 'reset'],
    ['JSON cut short', { text: '{"code":0,' }],
  ])('but not for ever: %s four times over is Transient', async (_, fault) => {
    stall.tiktok.behave = () => fault;
    const marketplace = await opened(stall.process());
    expect(await failure(marketplace.searchOrders(window))).toBeInstanceOf(Transient);
    expect(stall.tiktok.seen).toHaveLength(4);
    expect(marketplace.calls).toMatchObject({ search: 1, retries: 3 });
  });

  test('a refusal is not', async () => {
    stall.tiktok.behave = () => refused(106001);
    const marketplace = await opened(stall.process());
    expect(await failure(marketplace.searchOrders(window))).toMatchObject({ name: 'Rejected', about: 'request' });
    expect(stall.tiktok.seen).toHaveLength(1);
  });
});

test('no error of a call shows a token, a secret, a cipher or a payload', async () => {
  const secrets = [oldTokens.accessToken, oldTokens.refreshToken, appSecret, aShop().cipher, 'Example Road'];
  const echo = JSON.stringify(aRawOrder()) + secrets.join(' ');
  const faults: Answer[] = [
    refused(36009004, echo),
    refused(105005, echo, 401),
    { text: echo },
    { json: { error: echo } },
    ok({ orders: echo }),
    'reset',
  ];
  for (const fault of faults) {
    stall.tiktok.behave = () => fault;
    const error = await failure((await opened(stall.process())).searchOrders(window));
    expect(error instanceof Transient || error instanceof Rejected).toBe(true);
    for (const secret of secrets) expect(inspect(error, { depth: 9 })).not.toContain(secret);
  }
});
