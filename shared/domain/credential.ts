import type { Shop } from './shop.ts';
import { after, type Instant } from './time.ts';

export type CredentialKind = 'api-key' | 'access-token' | 'authorization';

/** Something that expires and without which the shop's data goes dark. Never the secret itself. */
export interface Credential {
  /** Stable within the shop: `api-key:erp`, `access-token`, `authorization`. */
  readonly id: string;
  readonly kind: CredentialKind;
  readonly name: string;
  readonly owner?: string;
  readonly expiresAt?: Instant;
  /** Renewed by Tidewatch itself, so a near expiry alone is no news. */
  readonly renewsItself: boolean;
  /** Since when TikTok has refused to renew it. */
  readonly refusedSince?: Instant;
}

/** What is known of a seller's authorization; never the tokens themselves. */
export interface Authorization {
  readonly accessExpiresAt?: Instant;
  readonly refreshExpiresAt?: Instant;
  readonly refusedSince?: Instant;
}

/** Everything of this shop that can expire: TikTok's two tokens and the keys its people wrote down. */
export function credentialsOf(shop: Pick<Shop, 'credentials'>, authorization: Authorization): readonly Credential[] {
  const { accessExpiresAt, refreshExpiresAt, refusedSince } = authorization;
  const token: Credential = {
    id: 'access-token',
    kind: 'access-token',
    name: 'TikTok Shop access token',
    renewsItself: true,
    ...(accessExpiresAt !== undefined && { expiresAt: accessExpiresAt }),
    ...(refusedSince !== undefined && { refusedSince }),
  };
  const consent: Credential = {
    id: 'authorization',
    kind: 'authorization',
    name: 'TikTok Shop authorization',
    renewsItself: false,
    ...(refreshExpiresAt !== undefined && { expiresAt: refreshExpiresAt }),
  };
  const keys = shop.credentials.map((key): Credential => ({
    id: `${key.kind}:${key.id}`,
    kind: key.kind,
    name: key.name,
    renewsItself: false,
    ...(key.owner !== undefined && { owner: key.owner }),
    ...(key.issuedAt !== undefined && { expiresAt: after(key.issuedAt, key.life) }),
  }));
  return [token, consent, ...keys];
}
