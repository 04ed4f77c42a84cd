import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../shared/adapters/clock.ts';
import { DynamoHints } from '../../shared/adapters/dynamo/hints.ts';
import { repairSubscription } from '../../shared/jobs/repair-subscription.ts';
import { openMarketplaces } from '../../shared/adapters/tiktok-shop/marketplaces.ts';
import { before, hours } from '../../shared/domain/time.ts';
import { FakeSellers } from '../support/fake-sellers.ts';
import { FakeSellerVault } from '../support/fake-seller-vault.ts';
import { sharedAssembly } from './shared-assembly.ts';
import { stormStack, type StormStack } from './storm-stack.ts';

let stack: StormStack;
beforeAll(async () => {
  stack = await stormStack(await sharedAssembly());
}, 240_000);
afterAll(() => stack.stop());

/** As `tidewatch webhooks --repair` does it, for one shop. */
async function register(): Promise<void> {
  const { file, apiUrl, authUrl } = stack.tidewatch.world;
  const shop = file.shops.find(({ id }) => id === stack.shop);
  const vault = new FakeSellerVault();
  for (const { appKey, appSecret } of file.apps) await vault.storeAppSecret(appKey, appSecret);
  for (const { seller, tokens } of file.sellers) await vault.storeTokens(seller, tokens);
  const sellers = new FakeSellers();
  const tiktok = openMarketplaces({ apiUrl, authUrl, vault, sellers, clock: systemClock, holder: 'test' });
  if (shop) await repairSubscription(stack.url, tiktok.subscriptions(shop, systemClock.world()));
  await tiktok.close();
}

it('of a shop that is registered is known after the next minute, of another after the next round', async () => {
  const { tidewatch, shop, other } = stack;
  const { simulator } = tidewatch.world;
  if (!simulator) throw new Error('no simulator');
  const now = simulator.now();
  simulator.setNow(before(now, hours(3)));
  await simulator.webhooks.look();
  await register();
  Object.assign(simulator.webhooks.faults, { copies: 3, shuffled: true });
  simulator.setNow(now);
  await simulator.webhooks.look();
  expect(simulator.webhooks.counts.unanswered).toBe(0);
  expect(simulator.webhooks.counts.answered).toBeGreaterThan(10);
  expect((await new DynamoHints(tidewatch.table).list()).map((hint) => hint.shop)).toEqual([shop]);

  const unheard = await stack.behind(other);
  expect([(await stack.behind(shop)).length > 3, unheard.length > 3]).toEqual([true, true]);
  expect((await tidewatch.stack.fire('tidewatch-hints', { scheduledTime: new Date() })).ok).toBe(true);
  await tidewatch.stack.idle();
  expect(await stack.behind(shop)).toEqual([]);
  expect(await stack.behind(other)).toEqual(unheard);
}, 60_000);
