import type { Seller } from '../../domain/shop.ts';
import type { SellerVault, Tokens } from '../../ports/credentials.ts';
import { Secret } from './secret.ts';

export interface Keys {
  readonly access: Secret;
  readonly refresh: Secret;
}

/** One seller's secrets, read from the vault once per warm process and again when somebody else changed them. */
export class Keyring {
  readonly #vault: SellerVault;
  readonly #seller: Seller;
  #keys: Keys | undefined;
  #appSecret: Secret | undefined;

  constructor(vault: SellerVault, seller: Seller) {
    this.#vault = vault;
    this.#seller = seller;
  }

  async keys(): Promise<Keys | undefined> {
    return this.#keys ?? (await this.readAgain());
  }

  async readAgain(): Promise<Keys | undefined> {
    const tokens = await this.#vault.readTokens(this.#seller);
    this.#keys = tokens && asKeys(tokens);
    return this.#keys;
  }

  async store(tokens: Tokens): Promise<Keys> {
    const { accessToken, refreshToken } = tokens;
    await this.#vault.storeTokens(this.#seller, { accessToken, refreshToken });
    this.#keys = asKeys(tokens);
    return this.#keys;
  }

  async appSecret(): Promise<Secret | undefined> {
    if (this.#appSecret) return this.#appSecret;
    const value = await this.#vault.readAppSecret(this.#seller.appKey);
    this.#appSecret = value === undefined ? undefined : new Secret(value);
    return this.#appSecret;
  }
}

function asKeys(tokens: Tokens): Keys {
  return { access: new Secret(tokens.accessToken), refresh: new Secret(tokens.refreshToken) };
}
