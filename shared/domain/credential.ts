import type { Instant } from './time.ts';

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
