import { fileURLToPath } from 'node:url';
import type { SimulatorOptions } from '../../infra/local/simulator/simulator.ts';
import type { Minimum } from '../../infra/local/simulator/truth.ts';
import type { Seller } from '../../shared/domain/shop.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { SellerCredentials, Tokens } from '../../shared/ports/credentials.ts';
import type { AuthorizedShop } from '../../shared/ports/marketplace.ts';
import { startChild } from './child.ts';

/** What a sweep needs to reach the simulated TikTok Shop. */
export interface TikTokFacts {
  readonly apiUrl: string;
  readonly authUrl: string;
  readonly appSecret: string;
  readonly seller: Seller;
  readonly tokens: Tokens;
  readonly credentials: SellerCredentials;
  readonly shop: AuthorizedShop;
}

/** Calls that reached the simulator, refused ones included. */
export interface CallsMade {
  readonly search: number;
  readonly detail: number;
  readonly tracking: number;
  readonly packages: number;
}

/** The fewest calls of one sweep, from the simulator's own truth. `changed`: orders that TikTok says were updated. */
export type Fewest = Pick<Minimum, 'changed' | 'search' | 'tracking'>;

export type TikTokQuestion =
  | { readonly do: 'start'; readonly options: SimulatorOptions }
  /** Moves the world on and asks for the fewest calls of the sweep that comes now. */
  | { readonly do: 'move'; readonly from: Instant; readonly now: Instant }
  | { readonly do: 'calls' };

/** TikTok Shop in a process of its own: one shop, its world's time frozen. */
export interface TikTok {
  readonly facts: TikTokFacts;
  /** Of the sweep from `from` (exclusive) to `now`, which is about to be made. */
  move(from: Instant, now: Instant): Promise<Fewest>;
  /** Those made since the last time this was asked. */
  takeCalls(): Promise<CallsMade>;
  stop(): Promise<void>;
}

export async function startTikTok(options: SimulatorOptions): Promise<TikTok> {
  const child = startChild<TikTokQuestion, TikTokFacts | Fewest | CallsMade>(
    fileURLToPath(import.meta.resolve('./simulator-process.ts')),
    ['--disable-warning=ExperimentalWarning'],
  );
  return {
    facts: (await child.ask({ do: 'start', options })) as TikTokFacts,
    move: async (from, now) => (await child.ask({ do: 'move', from, now })) as Fewest,
    takeCalls: async () => (await child.ask({ do: 'calls' })) as CallsMade,
    stop: () => child.stop(),
  };
}
