import { newShop, renewedShop } from '../../shared/adapters/connected-shop.ts';
import { connectLife, type Connection } from '../../shared/domain/connection.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import { after, days } from '../../shared/domain/time.ts';
import { connect, type ConnectOutcome, type ConnectPorts } from '../../shared/jobs/connect.ts';
import { knownToShops } from '../../shared/known-to-shops.ts';
import { marketZone } from '../../shared/policies/market-zone.ts';
import type { Consent } from '../../shared/ports/connections.ts';
import type { AuthorizedShop } from '../../shared/ports/marketplace.ts';
import { CrashPlan, underPlan } from '../support/crash-plan.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeConnections, FakeConsents } from '../support/fake-connections.ts';
import { FakeOutbox } from '../support/fake-outbox.ts';
import { FakeShops } from '../support/fake-shops.ts';
import { now } from '../support/moments.ts';

export const app = '6a7b8c9d0e';
export const nonce = 'a-nonce';
export const scopes = [
  'seller.authorization.info',
  'seller.order.info',
  'seller.fulfillment.basic',
  'seller.logistics',
];
export const harbour: AuthorizedShop = {
  id: '71',
  name: 'Harbour Lane UK',
  region: 'GB',
  sellerType: 'CROSS_BORDER',
  cipher: 'GCP_1',
};
export const orchid: AuthorizedShop = { ...harbour, id: '72', name: 'Orchid House', region: 'US', cipher: 'GCP_2' };

export function aConsent(changes: Partial<Consent> = {}): Consent {
  return {
    openId: '701',
    accessToken: 'access',
    refreshToken: 'refresh',
    accessExpiresAt: after(now, days(7)),
    refreshExpiresAt: after(now, days(365)),
    scopes,
    isSeller: true,
    ...changes,
  };
}

/** Consent links of one app, and what becomes of them. */
export class Story {
  readonly plan = new CrashPlan();
  readonly clock = new FakeClock(now);
  readonly connections = new FakeConnections(this.plan);
  readonly consents = new FakeConsents(this.plan);
  readonly shops = new FakeShops([], this.plan);
  readonly outbox = new FakeOutbox(this.plan);
  /** What TikTok lists. */
  authorized: readonly AuthorizedShop[] = [harbour, orchid];
  #answers = 0;

  constructor() {
    this.open();
    this.consents.give('code', { is: 'granted', consent: aConsent() });
  }

  open(settings: Partial<Connection['settings']> = {}): void {
    this.connections.open({
      app,
      nonce,
      expiresAt: after(now, connectLife),
      settings: { recipients: [{ address: 'owner@example.com', locale: 'zh-CN' }], locale: 'zh-CN', ...settings },
    });
  }

  /** Opens the page that TikTok's consent page leads to. */
  answer(query = 'code=code&state=good', path = `/connect/${app}`, method = 'GET'): Promise<ConnectOutcome> {
    return connect({ method, path, query, headers: {}, body: new Uint8Array() }, this.#ports());
  }

  async found(): Promise<readonly (Shop | undefined)[]> {
    return [await this.shops.read('71'), await this.shops.read('72')];
  }

  #ports(): ConnectPorts {
    const { plan, clock, connections, consents, shops, outbox } = this;
    return {
      clock,
      connections,
      consents,
      outbox,
      // Signatures have a test of their own.
      states: {
        read: (of, state) =>
          underPlan(plan, 'states.read', () => {
            const is = state === 'old' ? 'expired' : 'valid';
            return of === app && state !== 'forged' ? { is, nonce: state === 'lost' ? 'nobody’s' : nonce } : undefined;
          }),
      },
      authorizedShops: () => underPlan(plan, 'authorizedShops', () => this.authorized),
      shops: {
        read: (id) => shops.read(id),
        write: (shop) => underPlan(plan, 'shops.write', () => shops.put(shop)),
      },
      settle: {
        first: (consented, settings) =>
          newShop(consented, { zone: marketZone(consented.listed.region), ...settings }, knownToShops),
        anew: (consented, shop) => renewedShop(consented, shop, knownToShops),
      },
      holder: () => `answer ${(this.#answers += 1)}`,
    };
  }
}
