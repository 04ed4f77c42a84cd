import type { Seller, Shop } from '../../domain/shop.ts';
import type { Instant } from '../../domain/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SellerVault, Sellers } from '../../ports/credentials.ts';
import type { Corrections } from '../../ports/corrections.ts';
import type { AuthorizedShop, Marketplaces, OpenedMarketplace } from '../../ports/marketplace.ts';
import type { Subscriptions } from '../../ports/subscriptions.ts';
import { Authorization } from './authorization.ts';
import { readAuthorizedShops } from './authorized-shops.ts';
import { Client } from './client.ts';
import { openCorrections } from './corrections.ts';
import { openLanes } from './lanes.ts';
import { openMarketplace } from './marketplace.ts';
import { type Patience, usualPatience } from './patience.ts';
import { openSubscriptions } from './subscriptions.ts';
import { Tally } from './tally.ts';
import { Wire } from '../wire.ts';

interface MarketplacesParts {
  readonly clock: Clock;
  readonly vault: SellerVault;
  readonly sellers: Sellers;
  /** `https://open-api.tiktokglobalshop.com`, or a simulator. */
  readonly apiUrl: string;
  /** `https://auth.tiktok-shops.com`, or a simulator. */
  readonly authUrl: string;
  readonly callsPerSecond?: number;
  /** Who holds refresh leases: unique per process. */
  readonly holder: string;
  readonly patience?: Patience;
}

export interface TikTokShop extends Marketplaces {
  /** For one shop; the token is the one that its sweeps keep fresh. */
  corrections(shop: Shop, now: Instant): Corrections;
  /** What TikTok announces of one shop, and where to. */
  subscriptions(shop: Shop, now: Instant): Subscriptions;
  /** All shops the seller's token covers. Throws Transient or Rejected. */
  authorizedShops(seller: Seller): Promise<readonly AuthorizedShop[]>;
  /** Lets go of the connections. */
  close(): Promise<void>;
}

/** Rate limits (official, 2025-12): 50 a second per app, shop and endpoint. */
const documentedLimit = 50;

/** Opens TikTok Shop for a process. Connections, tokens and rate limits are shared by all that is opened here. */
export function openMarketplaces(parts: MarketplacesParts): TikTokShop {
  const patience = parts.patience ?? usualPatience;
  const wire = new Wire(parts.apiUrl);
  const authWire = new Wire(parts.authUrl);
  const laneOf = openLanes(parts.callsPerSecond ?? documentedLimit);
  const authorizations = new Map<string, Authorization>();

  function authorizationOf(seller: Seller): Authorization {
    const key = `${seller.appKey}#${seller.openId}`;
    const known = authorizations.get(key) ?? new Authorization(seller, { ...parts, authWire, patience });
    authorizations.set(key, known);
    return known;
  }

  function clientOf(seller: Seller, now: Instant, tally: Tally, shop?: Shop): Client {
    const authorization = authorizationOf(seller);
    const lane = laneOf(seller.appKey, shop?.id ?? seller.openId);
    const cipher = shop && { cipher: shop.cipher };
    return new Client({
      clock: parts.clock,
      wire,
      authorization,
      lane,
      tally,
      patience,
      now,
      appKey: seller.appKey,
      ...cipher,
    });
  }

  return {
    async open(shop, now) {
      const tally = new Tally();
      const authorization = authorizationOf(shop.seller);
      const { usable, transient } = await authorization.prepare({ now, tally });
      return opened(authorization, {
        ...(usable && { marketplace: openMarketplace(clientOf(shop.seller, now, tally, shop), tally) }),
        ...(transient !== undefined && { transient }),
      });
    },
    corrections: (shop, now) => openCorrections(clientOf(shop.seller, now, new Tally(), shop)),
    subscriptions: (shop, now) => openSubscriptions(clientOf(shop.seller, now, new Tally(), shop)),
    async authorizedShops(seller) {
      const client = clientOf(seller, parts.clock.world(), new Tally());
      const path = '/authorization/202309/shops';
      return readAuthorizedShops(
        await client.call({ endpoint: 'authorized shops', counts: 'other', method: 'GET', path }),
      );
    },
    async close() {
      await Promise.all([wire.close(), authWire.close()]);
    },
  };
}

/** The credentials stay live, so a refusal in the middle of the pull is judged in the same sweep. */
function opened(authorization: Authorization, rest: Omit<OpenedMarketplace, 'credentials'>): OpenedMarketplace {
  return {
    ...rest,
    get credentials() {
      return authorization.credentials;
    },
  };
}
