import type { Instant } from '../domain/time.ts';

/** What a notification is about; `other` is nothing that Tidewatch watches. */
export type NewsKind =
  | 'order-status'
  | 'address'
  | 'package'
  | 'cancellation'
  | 'deauthorization'
  | 'authorization-expiring'
  | 'other';

/** A notification that TikTok signed. All it is good for is to look sooner. */
export interface News {
  /** The same when it is sent again. */
  readonly id: string;
  readonly kind: NewsKind;
  /** Left out where it is about a seller. */
  readonly shop?: string;
  readonly seller?: string;
  /** When TikTok made it, by TikTok's clock. */
  readonly at: Instant;
}

export type ReadWebhook =
  /** Nothing of it is believed; whether the app is known is nobody's business. */
  | { readonly is: 'refused' }
  /** Signed, and at these paths not what is documented. */
  | { readonly is: 'malformed'; readonly paths: readonly string[] }
  | { readonly is: 'news'; readonly news: News };

export interface Webhooks {
  /** Believes nothing before its signature. */
  read(
    app: string,
    request: { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array },
  ): Promise<ReadWebhook>;
}
