import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../shared/adapters/clock.ts';
import { openMarketplaces } from '../../../shared/adapters/tiktok-shop/marketplaces.ts';
import type { Subscriptions } from '../../../shared/ports/subscriptions.ts';
import { aSimulator } from '../../simulator/world.ts';
import { aShop } from '../../support/a-shop.ts';
import { FakeSubscriptions } from '../../support/fake-subscriptions.ts';
import { FakeSellers } from '../../support/fake-sellers.ts';
import { FakeSellerVault } from '../../support/fake-seller-vault.ts';

async function overTheWire(): Promise<Subscriptions> {
  const simulator = await aSimulator();
  const { appKey, appSecret, openId, accessToken, refreshToken, accessExpiresAt, refreshExpiresAt } = simulator;
  const shop = aShop({ cipher: simulator.shops[0]?.cipher, seller: { appKey, openId } });
  const vault = new FakeSellerVault();
  await vault.storeTokens(shop.seller, { accessToken, refreshToken });
  await vault.storeAppSecret(appKey, appSecret);
  const sellers = new FakeSellers();
  sellers.seed(shop.seller, { accessExpiresAt, refreshExpiresAt });
  const { url: apiUrl, authUrl } = simulator;
  const tiktok = openMarketplaces({ clock: systemClock, vault, sellers, apiUrl, authUrl, holder: 'contract' });
  return tiktok.subscriptions(shop, simulator.now());
}

const one = { event: 'ORDER_STATUS_CHANGE', address: 'https://one.example.com/webhooks/app' };
const other = { event: 'PACKAGE_UPDATE', address: 'https://other.example.com/' };

describe.each([
  ['in memory', () => Promise.resolve(new FakeSubscriptions())],
  ['over the wire of a simulated TikTok', overTheWire],
])('subscriptions %s', async (_, make) => {
  const subscriptions = await make();

  it('are none, then what was set', async () => {
    expect(await subscriptions.list()).toEqual([]);
    await subscriptions.set(one);
    await subscriptions.set(other);
    expect(await subscriptions.list()).toEqual([one, other]);
  });

  it('have one address for each event', async () => {
    await subscriptions.set({ ...other, address: one.address });
    expect(await subscriptions.list()).toEqual([one, { ...other, address: one.address }]);
  });

  it('are removed once and again', async () => {
    await subscriptions.remove(one.event);
    await subscriptions.remove(one.event);
    expect(await subscriptions.list()).toEqual([{ ...other, address: one.address }]);
  });
});
