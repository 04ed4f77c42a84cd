import type { Locale, Market, Recipient } from './shop.ts';
import { minutes, type Instant } from './time.ts';

/** So long a consent link works: time to hand it to whoever may agree (house rule, 2026-11). */
export const connectLife = minutes(60);

/** What shops that are connected for the first time begin with; afterwards each has settings of its own. */
export interface FirstSettings {
  /** Empty: shops that are watched already are authorized anew, and no others taken. */
  readonly recipients: readonly Recipient[];
  readonly locale: Locale;
  /** IANA; left out: the market's. */
  readonly zone?: string;
}

/** Why a consent came to nothing so far. All but `declined` can be mended under the same link. */
export type ConsentTrouble =
  | { readonly is: 'code-expired' | 'code-used' | 'no-shops' | 'not-a-seller' | 'unreachable' }
  /** `because`: TikTok's code and the request's id, where there was an answer. */
  | { readonly is: 'app-refused'; readonly because?: string }
  | { readonly is: 'scopes-missing'; readonly scopes: readonly string[] };

/** What became of one of the shops that a seller's consent covers. */
export interface ConnectedShop {
  readonly id: string;
  readonly name: string;
  readonly market: Market;
  /** `unfit`: TikTok says something of it that cannot be used; `because` names the fields. */
  readonly is: 'new' | 'renewed' | 'no-recipient' | 'unfit';
  readonly because?: string;
}

export type ConnectionEnd =
  | { readonly is: 'declined' }
  | { readonly is: 'connected'; readonly shops: readonly ConnectedShop[] };

/** One consent link, from its making to what it led to. */
export interface Connection {
  readonly app: string;
  readonly nonce: string;
  /** Wall clock. */
  readonly expiresAt: Instant;
  readonly settings: FirstSettings;
  /** Who consented, once the tokens are stored. */
  readonly openId?: string;
  readonly trouble?: ConsentTrouble;
  /** With it the link is used up. */
  readonly end?: ConnectionEnd;
}

/** What the watch needs (TikTok's access scopes, 2025-12), by the name that Partner Center gives each. */
const neededScopes: Readonly<Record<string, string>> = {
  'seller.authorization.info': 'Shop Authorized Information',
  'seller.order.info': 'Order Information',
  'seller.fulfillment.basic': 'Fulfillment Basic',
  'seller.logistics': 'Logistics Basic',
};

/** Those that were not granted, as Partner Center names them; what TikTok does not say counts as granted. */
export function missingScopes(granted: readonly string[] | undefined): readonly string[] {
  if (granted === undefined) return [];
  return Object.entries(neededScopes).flatMap(([key, name]) => (granted.includes(key) ? [] : [name]));
}
