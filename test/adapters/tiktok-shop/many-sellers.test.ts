import { afterEach, expect, it } from 'vitest';
import { sign } from '../../../shared/adapters/tiktok-shop/signature.ts';
import type { Shop } from '../../../shared/domain/shop.ts';
import type { OrderWindow } from '../../../shared/ports/marketplace.ts';
import { aShop, someCredentials } from '../../support/a-shop.ts';
import { daysFromNow, hoursAgo, now } from '../../support/moments.ts';
import { refreshPath } from './a-grant.ts';
import { aRawPage } from './a-raw-order.ts';
import { type Stall, aStall } from './a-stall.ts';
import { ok } from './fake-tiktok.ts';

const window: OrderWindow = { by: 'update_time', from: hoursAgo(1), to: now };

/** Two apps, two sellers of the first, one of the second; one of them sells in two markets. */
const shops: readonly Shop[] = (
  [
    ['71', 'GB', 'app-one', 'seller-a'],
    ['72', 'TH', 'app-one', 'seller-a'],
    ['73', 'GB', 'app-one', 'seller-b'],
    ['74', 'US', 'app-two', 'seller-a'],
  ] as const
).map(([id, market, appKey, openId]) => aShop({ id, market, seller: { appKey, openId }, cipher: `cipher-${id}` }));

let stall: Stall;
afterEach(async () => {
  await stall.close();
});

function secretOf({ appKey }: Shop['seller']): string {
  return `secret-of-${appKey}`;
}

function tokenOf({ appKey, openId }: Shop['seller'], kind: string): string {
  return `${kind}-${appKey}-${openId}`;
}

it('calls of several apps, sellers and markets from one process bear their own keys, and renew their own', async () => {
  stall = await aStall();
  for (const { seller } of shops) {
    await stall.vault.storeAppSecret(seller.appKey, secretOf(seller));
    await stall.vault.storeTokens(seller, {
      accessToken: tokenOf(seller, 'old'),
      refreshToken: tokenOf(seller, 'again'),
    });
    stall.sellers.seed(seller, someCredentials({ accessExpiresAt: hoursAgo(1) }));
  }
  stall.tiktok.behave = ({ path, query }) => {
    if (path !== refreshPath) return ok(aRawPage([]));
    const token = query['refresh_token']?.replace('again', 'new') ?? '';
    const expiry = {
      access_token_expire_in: daysFromNow(7) / 1_000,
      refresh_token_expire_in: daysFromNow(300) / 1_000,
    };
    return ok({ access_token: token, refresh_token: query['refresh_token'], ...expiry });
  };

  const process = stall.process();
  await Promise.all(
    shops.map(async (shop) => {
      const { marketplace } = await process.open(shop, now);
      await marketplace?.searchOrders(window);
    }),
  );

  const refreshes = stall.tiktok.on(refreshPath).map(({ query }) => `${query['app_key']} ${query['refresh_token']}`);
  expect(refreshes.toSorted()).toEqual([
    'app-one again-app-one-seller-a',
    'app-one again-app-one-seller-b',
    'app-two again-app-two-seller-a',
  ]);
  const calls = stall.tiktok.seen.filter(({ path }) => path !== refreshPath);
  expect(calls).toHaveLength(4);
  for (const { query, headers, path, body } of calls) {
    const shop = shops.find(({ cipher }) => cipher === query['shop_cipher']);
    if (!shop) throw new Error(`nobody’s cipher: ${query['shop_cipher']}`);
    const { sign: signature = '', ...signed } = query;
    expect(query['app_key']).toBe(shop.seller.appKey);
    expect(headers['x-tts-access-token']).toBe(tokenOf(shop.seller, 'new'));
    expect(signature).toBe(sign({ path, query: signed, contentType: 'application/json', body }, secretOf(shop.seller)));
  }
  expect(new Set(calls.map(({ query }) => query['shop_cipher'])).size).toBe(4);
});
