import type { Duration, Instant } from './time.ts';

/** Keys that people renew; the 90 days of the founding article hold for each of them (rules of 2024). */
export const keyKinds = ['api-key', 'erp-link', 'forwarder-key'] as const;
export type CredentialKind =
  | (typeof keyKinds)[number]
  | 'access-token'
  | 'authorization'
  | 'second-source-key'
  | 'channel';

/** A key that only people can renew; Tidewatch knows its issue date because someone wrote it down. */
export interface WatchedKey {
  readonly id: string;
  readonly name: string;
  readonly kind: (typeof keyKinds)[number];
  readonly issuedAt?: Instant;
  /** How long it is valid; left out = as long as the policy pack says. */
  readonly life?: Duration;
  readonly owner?: string;
  /** Names or ids of the carriers whose parcels hang on it; left out: all parcels. */
  readonly carriers?: readonly string[];
}

/** Something that expires and without which the shop's data goes dark. Never the secret itself. */
export interface Credential {
  /** Stable within the shop: `api-key:erp`, `access-token`, `authorization`. */
  readonly id: string;
  readonly kind: CredentialKind;
  readonly name: string;
  readonly owner?: string;
  /** Known from TikTok; for keys it follows from issue date and life. */
  readonly expiresAt?: Instant;
  readonly issuedAt?: Instant;
  readonly life?: Duration;
  /** Renewed by Tidewatch itself, so a near expiry alone is no news. */
  readonly renewsItself: boolean;
  /** Since when it has been refused: by TikTok to be renewed, by others to open what it opens. */
  readonly refusedSince?: Instant;
  /** What the refusing side said, and what to do. */
  readonly because?: string;
  /** The shop leaves, for the seller has taken this away. */
  readonly departure?: Departure;
  /** Orders whose traces have been silent since it expired. */
  readonly silencedParcels?: number;
}

/** TikTok says that the seller took the authorization away, and refuses the shop's own calls. */
export interface Departure {
  /** When TikTok says that it was taken away. */
  readonly since: Instant;
  /** Until then all that is kept of the shop stays. */
  readonly until: Instant;
}

/** What is known of a seller's authorization; never the tokens themselves. */
export interface Authorization {
  readonly accessExpiresAt?: Instant;
  readonly refreshExpiresAt?: Instant;
  readonly refusedSince?: Instant;
  /** When tokens were last stored by a person or a consent; wall clock. A renewal changes nothing of it. */
  readonly consentedAt?: Instant;
}

/**
 * Everything of a shop that can expire: TikTok's two tokens and the keys its people wrote down; and the key of its
 * second source of traces, where it has one.
 */
export function credentialsOf(
  keys: readonly WatchedKey[],
  authorization: Authorization,
  second?: { readonly refusedSince?: Instant },
): readonly Credential[] {
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
  const watched = keys.map(({ id, ...key }): Credential => ({ ...key, id: `${key.kind}:${id}`, renewsItself: false }));
  const ofSecond: readonly Credential[] = second
    ? [
        {
          id: 'second-source-key',
          kind: 'second-source-key',
          name: 'second source of traces',
          renewsItself: false,
          ...(second.refusedSince !== undefined && { refusedSince: second.refusedSince }),
        },
      ]
    : [];
  return [token, consent, ...ofSecond, ...watched];
}
