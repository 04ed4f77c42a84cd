import type { Shop } from '../../shared/domain/shop.ts';
import type { RunRecord } from '../../shared/ports/records.ts';
import { startChild, type Child } from './child.ts';
import type { TikTokFacts } from './tiktok.ts';

export interface SweeperSettings {
  readonly tiktok: TikTokFacts;
  readonly shop: Shop;
  /** Where DynamoDB is spoken, and the table there. */
  readonly endpoint: string;
  readonly table: string;
}

export interface Swept {
  readonly record: RunRecord;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The most memory the process has held since it began, in millions of bytes. */
  readonly peakRssMb: number;
}

export type Question =
  | { readonly do: 'open'; readonly settings: SweeperSettings }
  /** `run`: ISO 8601; the world's time as well. */
  | { readonly do: 'sweep'; readonly run: string }
  /** Epoch milliseconds; the world's time is that of the end. */
  | { readonly do: 'backfill'; readonly from: number; readonly to: number };

export type Sweeper = Child<Question, Swept>;

/** The same heap at every size, small enough that what a sweep holds on to shows as a crash, not as slack. */
const flags = ['--max-old-space-size=96', '--max-semi-space-size=4'];

/**
 * One arena for all threads. With one each, what the collector's threads have freed stays with the process, and the
 * longer it runs the more: 25 % at ten times the orders although no more was in use (glibc 2.36, measured 2026-11).
 */
const environment = { MALLOC_ARENA_MAX: '1' };

/** How the process is started, for those who read its memory. */
export const sweeperCommand = [
  ...Object.entries(environment).map(([name, value]) => `${name}=${value}`),
  'node',
  ...flags,
];

/** The product's sweep in a process of its own. */
export async function startSweeper(file: string, settings: SweeperSettings): Promise<Sweeper> {
  const child: Sweeper = startChild(file, flags, environment);
  await child.ask({ do: 'open', settings });
  return child;
}
