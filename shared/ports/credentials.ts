import type { Authorization } from '../domain/credential.ts';
import type { Seller } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export interface TokenGrant extends Tokens {
  readonly accessExpiresAt: Instant;
  readonly refreshExpiresAt: Instant;
  readonly openId: string;
}

export type SellerCredentials = Authorization;

export interface SellerVault {
  readTokens(seller: Seller): Promise<Tokens | undefined>;
  /** Stores the new pair before the old one is forgotten. */
  storeTokens(seller: Seller, tokens: Tokens): Promise<void>;
  readAppSecret(appKey: string): Promise<string | undefined>;
  /** What a channel of the shop needs to be reached: `place` is the channel's `secret`. */
  readChannelSecret(shop: string, place: string): Promise<string | undefined>;
}

/** A seller's token expiries and refresh lease; shared by all of the seller's shops. */
export interface Sellers {
  read(seller: Seller): Promise<SellerCredentials>;
  /** One refresh at a time per seller. `until` and `wall` are wall-clock time. */
  acquireRefresh(seller: Seller, holder: string, wall: Instant, until: Instant): Promise<boolean>;
  /** Records the outcome and gives the lease back. */
  recordRefresh(seller: Seller, holder: string, credentials: SellerCredentials): Promise<void>;
}

export interface ConsentingSellers extends Pick<Sellers, 'acquireRefresh' | 'recordRefresh'> {
  /** Of tokens that a seller's consent has brought, whoever refreshes at the same time; ends a refusal. */
  recordConsent(seller: Seller, credentials: SellerCredentials): Promise<void>;
}
