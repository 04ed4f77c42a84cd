import type { Seller } from '../../shared/domain/shop.ts';
import type { SellerVault, Tokens } from '../../shared/ports/credentials.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

export class FakeSellerVault implements SellerVault {
  readonly #tokens = new Map<string, Tokens>();
  readonly #appSecrets = new Map<string, string>();
  readonly #channels = new Map<string, string>();
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

  readChannelSecret(shop: string, place: string): Promise<string | undefined> {
    return underPlan(this.#plan, 'vault.readChannelSecret', () => this.#channels.get(`${shop}/${place}`));
  }

  async storeAppSecret(appKey: string, secret: string): Promise<void> {
    this.#appSecrets.set(appKey, secret);
    await Promise.resolve();
  }

  async storeChannelSecret(shop: string, place: string, secret: string): Promise<void> {
    this.#channels.set(`${shop}/${place}`, secret);
    await Promise.resolve();
  }
}
