import type { ShopFile } from '../../../shared/adapters/shop-file.ts';
import type { SecondTrace } from '../../../shared/domain/second-trace.ts';
import type { Simulator } from '../simulator/handle.ts';

/** The TikTok that a local stack watches: simulated, or the real one. */
export interface World {
  readonly file: ShopFile;
  readonly apiUrl: string;
  readonly authUrl: string;
  readonly callsPerSecond: number;
  readonly seventeenTrackUrl: string;
  /** What its shops' second sources were found to say before the watch began. */
  readonly secondTraces?: readonly { readonly shop: string; readonly traces: readonly SecondTrace[] }[];
  /** The simulated TikTok, whose tokens are new with every start; absent = the real one. */
  readonly simulator?: Simulator;
  close(): Promise<void>;
}
