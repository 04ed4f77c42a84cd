import type { Seller } from '../../shared/domain/shop.ts';
import type { SellerVault, Tokens } from '../../shared/ports/credentials.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

export class FakeSellerVault implements SellerVault {
  readonly #tokens = new Map<string, Tokens>();
  readonly #appSecrets = new Map<string, string>();
  readonly #slackUrls = new Map<string, string>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  readTokens({ appKey, openId }: Seller): Promise<Tokens | undefined> {
    return underPlan(this.#plan, 'vault.readTokens', () => this.#tokens.get(`${appKey}/${openId}`));
  }

  storeTokens({ appKey, openId }: Seller, { accessToken, refreshToken }: Tokens): Promise<void> {
    return underPlan(this.#plan, 'vault.storeTokens', () => {
      this.#tokens.set(`${appKey}/${openId}`, { accessToken, refreshToken });
    });
  }

  readAppSecret(appKey: string): Promise<string | undefined> {
    return underPlan(this.#plan, 'vault.readAppSecret', () => this.#appSecrets.get(appKey));
  }

  readSlackUrl(shop: string): Promise<string | undefined> {
    return underPlan(this.#plan, 'vault.readSlackUrl', () => this.#slackUrls.get(shop));
  }

  async storeAppSecret(appKey: string, secret: string): Promise<void> {
    this.#appSecrets.set(appKey, secret);
    await Promise.resolve();
  }

  async storeSlackUrl(shop: string, url: string): Promise<void> {
    this.#slackUrls.set(shop, url);
    await Promise.resolve();
  }
}
