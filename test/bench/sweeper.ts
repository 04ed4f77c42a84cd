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
  | { readonly do: 'sweep'; readonly run: string };

export type Sweeper = Child<Question, Swept>;

/** The same heap at every size, small enough that what a sweep holds on to shows as a crash, not as slack. */
export const sweeperFlags = ['--max-old-space-size=96', '--max-semi-space-size=4'];

/** The product's sweep in a process of its own. */
export async function startSweeper(file: string, settings: SweeperSettings): Promise<Sweeper> {
  const child: Sweeper = startChild(file, sweeperFlags);
  await child.ask({ do: 'open', settings });
  return child;
}
