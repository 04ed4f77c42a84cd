import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TikTokAPIError, TikTokShopSDK } from 'tiktok-shop-sdk';
import { aSimulator } from './world.ts';
import type { Wire } from './client.ts';

const simulator = await aSimulator();
const hosts: Readonly<Record<string, string>> = {
  'https://open-api.tiktokglobalshop.com': simulator.url,
  'https://auth.tiktok-shops.com': simulator.authUrl,
};

/** What a test does to a request on its way: the SDK's own hosts are fixed, so they are rewritten here. */
let onTheWay = (url: string): string => url;
const realFetch = globalThis.fetch;

beforeAll(() => {
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const host = hosts[url.origin];
    if (host === undefined) throw new Error(`a request to ${url.origin} would have left this machine`);
    return realFetch(onTheWay(`${host}${url.pathname}${url.search}`), init);
  };
});

afterAll(() => {
  globalThis.fetch = realFetch;
});

function anSdk(): TikTokShopSDK {
  const sdk = new TikTokShopSDK({ appKey: simulator.appKey, appSecret: simulator.appSecret });
  sdk.setAccessToken(simulator.accessToken);
  sdk.setShopCipher(simulator.shops[0]?.cipher ?? '');
  return sdk;
}

/** The tracking endpoint has no method of its own in this SDK. */
type Signed = (parameters: { readonly method: string; readonly path: string }) => Promise<{ readonly data: Wire }>;
function signedRequest(sdk: TikTokShopSDK): Signed {
  return (sdk as unknown as { readonly requestCipher: Signed }).requestCipher;
}

/** All pages, so that page tokens travel through the SDK's own encoding and signing. */
async function listOrders(sdk: TikTokShopSDK): Promise<readonly Wire[]> {
  const found: Wire[] = [];
  for (let token = ''; ;) {
    const answer: unknown = await sdk.order.getOrderList({
      query: { page_size: 20, sort_field: 'update_time', ...(token === '' ? {} : { page_token: token }) },
      body: { order_status: 'IN_TRANSIT' },
    });
    const { data } = answer as { readonly data: Wire };
    found.push(...(data['orders'] as readonly Wire[]));
    token = data['next_page_token'] as string;
    if (token === '') return found;
  }
}

describe('tiktok-shop-sdk against the simulator', () => {
  it('lists orders, reads one in detail and its trace', async () => {
    const sdk = anSdk();
    const orders = await listOrders(sdk);
    expect(orders.length).toBeGreaterThan(20);
    expect(new Set(orders.map(({ id }) => id)).size).toBe(orders.length);
    const id = String(orders[0]?.['id']);
    const detail = await sdk.order.getOrderDetail({ ids: [id] });
    expect(JSON.stringify(detail)).toContain(`"id":"${id}"`);
    const trace = await signedRequest(sdk)({ method: 'GET', path: `/fulfillment/202309/orders/${id}/tracking` });
    expect((trace.data['tracking'] as readonly Wire[])[0]).toEqual({
      description: expect.any(String) as unknown,
      update_time_millis: expect.any(Number) as unknown,
    });
  });

  it('is refused with 106001 when one character of its signature is flipped on the way', async () => {
    const sdk = anSdk();
    const id = String((await listOrders(sdk))[0]?.['id']);
    const tracking = { method: 'GET', path: `/fulfillment/202309/orders/${id}/tracking` };
    onTheWay = (url) => url.replace(/(?<=[?&]sign=)./, (first) => (first === '0' ? '1' : '0'));
    try {
      await expect(signedRequest(sdk)(tracking)).rejects.toThrow(TikTokAPIError);
      await expect(signedRequest(sdk)(tracking)).rejects.toMatchObject({ code: 106001 });
    } finally {
      onTheWay = (url) => url;
    }
    expect((await signedRequest(sdk)(tracking)).data).toHaveProperty('tracking');
  });

  it('lists the authorized shops and refreshes its token on the auth host', async () => {
    const sdk = anSdk();
    const shops = await sdk.shop.getAuthorizedShops();
    expect(JSON.stringify(shops)).toContain(simulator.shops[0]?.cipher ?? 'no shop');
    const answer = await sdk.auth.refreshAccessToken({
      refresh_token: simulator.refreshToken,
      grant_type: 'refresh_token',
    });
    expect(answer).toMatchObject({ code: 0, data: { open_id: simulator.openId } });
  });
});
