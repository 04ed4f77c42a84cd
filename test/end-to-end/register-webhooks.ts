import { systemClock } from '../../shared/adapters/clock.ts';
import { openMarketplaces } from '../../shared/adapters/tiktok-shop/marketplaces.ts';
import { repairSubscription } from '../../shared/jobs/repair-subscription.ts';
import { FakeSellers } from '../support/fake-sellers.ts';
import { FakeSellerVault } from '../support/fake-seller-vault.ts';
import type { StormStack } from './storm-stack.ts';

/** As `tidewatch webhooks --repair` does it, for one shop. */
export async function registerWebhooks({ tidewatch, url }: StormStack, id: string): Promise<void> {
  const { file, apiUrl, authUrl } = tidewatch.world;
  const shop = file.shops.find((one) => one.id === id);
  const vault = new FakeSellerVault();
  for (const { appKey, appSecret } of file.apps) await vault.storeAppSecret(appKey, appSecret);
  for (const { seller, tokens } of file.sellers) await vault.storeTokens(seller, tokens);
  const sellers = new FakeSellers();
  const tiktok = openMarketplaces({ apiUrl, authUrl, vault, sellers, clock: systemClock, holder: 'test' });
  if (shop) await repairSubscription(url, tiktok.subscriptions(shop, systemClock.world()));
  await tiktok.close();
}
