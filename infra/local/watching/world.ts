import type { Instant } from '../../../shared/domain/time.ts';
import type { ShopFile } from '../../../shared/adapters/shop-file.ts';

/** The TikTok that a local stack watches: simulated, or the real one. */
export interface World {
  readonly file: ShopFile;
  readonly apiUrl: string;
  readonly authUrl: string;
  readonly callsPerSecond: number;
  /** Simulated: tokens and expiries are new with every start. Real: what was refreshed since is kept. */
  readonly simulated: boolean;
  /** Sets the world's time; undefined = it follows the clock on the wall. A real world cannot be set. */
  setNow(now: Instant | undefined): void;
  close(): Promise<void>;
}
