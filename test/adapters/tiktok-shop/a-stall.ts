import { type TikTokShop, openMarketplaces } from '../../../shared/adapters/tiktok-shop/marketplaces.ts';
import { type Patience, usualPatience } from '../../../shared/adapters/tiktok-shop/patience.ts';
import { type Instant, instant, seconds } from '../../../shared/domain/time.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Marketplace } from '../../../shared/ports/marketplace.ts';
import { aSeller, aShop, someCredentials } from '../../support/a-shop.ts';
import { CrashPlan } from '../../support/crash-plan.ts';
import { FakeSellerVault } from '../../support/fake-seller-vault.ts';
import { FakeSellers } from '../../support/fake-sellers.ts';
import { now } from '../../support/moments.ts';
import { FakeTikTok } from './fake-tiktok.ts';

export const oldTokens = { accessToken: 'TTP_old_access', refreshToken: 'TTP_old_refresh' };
export const newTokens = { accessToken: 'TTP_new_access', refreshToken: 'TTP_new_refresh' };
export const appSecret = 'f4c770e4b45aa62e9b1d7c3a5e8820aa';

/** Quick, but of the usual shape, and with time enough for a busy machine. */
export const quick: Patience = {
  ...usualPatience,
  firstPause: seconds(0.01),
  longestPause: seconds(0.05),
  oneAttempt: seconds(1),
  leaseWait: seconds(0.1),
  leaseLook: seconds(0.02),
};

/** One seller with one shop, TikTok at the wire, and the stores behind them. */
export interface Stall {
  readonly tiktok: FakeTikTok;
  readonly plan: CrashPlan;
  readonly vault: FakeSellerVault;
  readonly sellers: FakeSellers;
  /** A new process of this name. */
  process(
    holder?: string,
    changes?: { patience?: Patience; callsPerSecond?: number; wall?: Instant; clock?: Clock },
  ): TikTokShop;
  close(): Promise<void>;
}

/** The wall moves on by a second with each look at it, so every attempt has a timestamp of its own. */
function tickingClock(start: Instant): Clock {
  let wall = start;
  return {
    world: () => now,
    wall: () => {
      wall = instant(wall + 1_000);
      return wall;
    },
  };
}

export async function aStall(credentials = someCredentials(), tokens = oldTokens): Promise<Stall> {
  const tiktok = await new FakeTikTok().listen();
  const plan = new CrashPlan();
  const vault = new FakeSellerVault(plan);
  const sellers = new FakeSellers(plan);
  sellers.seed(aSeller, credentials);
  await vault.storeTokens(aSeller, tokens);
  await vault.storeAppSecret(aSeller.appKey, appSecret);
  plan.revive();
  const processes: TikTokShop[] = [];
  return {
    tiktok,
    plan,
    vault,
    sellers,
    process(holder = 'me', changes = {}) {
      const urls = { apiUrl: tiktok.url, authUrl: tiktok.url };
      const shop = openMarketplaces({
        clock: tickingClock(changes.wall ?? now),
        vault,
        sellers,
        ...urls,
        callsPerSecond: 5_000,
        holder,
        patience: quick,
        ...changes,
      });
      processes.push(shop);
      return shop;
    },
    async close() {
      await tiktok.close();
      await Promise.all(processes.splice(0).map((shop) => shop.close()));
    },
  };
}

/** Opens the stall's shop, which must be possible. */
export async function opened(shop: TikTokShop, at: Instant = now): Promise<Marketplace> {
  const { marketplace } = await shop.open(aShop(), at);
  if (!marketplace) throw new Error('no marketplace');
  return marketplace;
}

/** What the work threw, if anything. */
export async function failure(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => undefined,
    (error: unknown) => error,
  );
}
