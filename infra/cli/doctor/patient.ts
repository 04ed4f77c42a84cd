import type { Shop } from '../../../shared/domain/shop.ts';
import type { Registration } from '../../../shared/domain/subscription.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { Sellers, SellerVault } from '../../../shared/ports/credentials.ts';
import type { ChannelStates, Quarantine, RunLog } from '../../../shared/ports/records.ts';
import type { Watches } from '../../../shared/ports/watch.ts';
import type { DeadLetter } from '../dead-letters.ts';
import type { MailAccount } from '../mail-account.ts';
import type { QueueGauge } from '../queue-gauges.ts';

/** A stack as far as it is examined. Everything is only read. */
export interface Patient {
  /** By this machine's clock. */
  readonly now: Instant;
  /** Those that are asked about: all, or one. */
  readonly shops: readonly Shop[];
  /** Shops whose configuration cannot be read, and why. */
  readonly unreadable: readonly { readonly shop: string; readonly because: string }[];
  readonly sellers: Pick<Sellers, 'read'>;
  readonly vault: Pick<SellerVault, 'readTokens' | 'readAppSecret'>;
  readonly watches: Pick<Watches, 'read'>;
  readonly runs: Pick<RunLog, 'find'>;
  readonly quarantine: Pick<Quarantine, 'list'>;
  readonly channelStates: Pick<ChannelStates, 'list'>;
  /** What TikTok announces of a shop, and where to. */
  readonly webhooks: {
    /** Where this stack hears of it; left out where TikTok cannot post to. */
    readonly address: (shop: Shop) => string | undefined;
    /** As TikTok says. Renews no token; throws Transient or Rejected. */
    readonly registered: (shop: Shop) => Promise<readonly Registration[]>;
    /** When it last announced something; unknown where that is longer ago than it is kept. */
    readonly lastHeard: (shop: Shop) => Promise<Instant | undefined>;
  };
  readonly mail: MailAccount;
  /** Sender of every mail; unknown where the stack does not say. */
  readonly mailFrom?: string;
  readonly gauges: () => Promise<readonly QueueGauge[]>;
  /** Looked at and left where they are. */
  readonly deadLetters: () => Promise<readonly Pick<DeadLetter, 'queue' | 'shop' | 'since'>[]>;
  /** Others' clocks; `ahead`: milliseconds by which this machine's is ahead of it, negative where it is behind. */
  readonly clocks: readonly { readonly name: string; readonly ahead: () => Promise<number> }[];
}
