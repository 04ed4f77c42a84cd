import type { Instant } from '../../../shared/domain/time.ts';
import type { CallReport } from './calls.ts';
import type { Faults } from './faults.ts';
import type { SeventeenTrackSimulator } from './seventeen-track/seventeen-track.ts';
import type { WebhookSender } from './webhooks/webhook-sender.ts';
import type { Minimum, OrderTruth, ShopTruth, SweepWindow } from './truth.ts';
import type { ConsentPage, ShopWorld } from './world.ts';

/** What a client needs to know of a shop; the wire gives it by Get Authorized Shops. */
type ListedShop = Pick<ShopWorld, 'id' | 'cipher' | 'region' | 'name' | 'sellerType'>;

export interface Simulator {
  /** API host; its `/control/…` paths offer this handle to other processes. */
  readonly url: string;
  readonly authUrl: string;
  /** 17TRACK over the same parcels. */
  readonly seventeenTrackUrl: string;
  readonly seventeenTrack: SeventeenTrackSimulator;
  /** What is told to registered addresses. */
  readonly webhooks: Pick<WebhookSender, 'faults' | 'counts' | 'look'>;
  readonly appKey: string;
  readonly appSecret: string;
  /** Of the newest token pair. */
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly accessExpiresAt: Instant;
  readonly refreshExpiresAt: Instant;
  readonly openId: string;
  /** The page on which the seller consents, and the app's settings of it. */
  readonly consentUrl: string;
  readonly consent: ConsentPage;
  readonly shops: readonly ListedShop[];
  now(): Instant;
  /** Freezes world time, or with undefined follows the wall clock again. */
  setNow(now: Instant | undefined): void;
  readonly faults: Faults;
  calls(): CallReport;
  resetCalls(): void;
  /** Call it before the sweep. Throws RangeError for an unknown shop. */
  minimum(window: SweepWindow): Minimum;
  /** Of a shop, or of one of its orders with its whole life. Throws RangeError for an unknown shop. */
  truth(shop: string, order?: string): ShopTruth | OrderTruth | undefined;
  issueAuthCode(): string;
  /** The seller takes the authorization away, and whoever is registered hears of it. Resolves when all were tried. */
  deauthorize(): Promise<void>;
  /** Both hosts refuse connections, as when TikTok cannot be reached, until `resume`. */
  stop(): Promise<void>;
  resume(): Promise<void>;
  close(): Promise<void>;
}
