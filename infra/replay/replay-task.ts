import type { Shop } from '../../shared/domain/shop.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { RunFigures } from './figures/run-figures.ts';
import { csvHistory } from './history/csv-history.ts';
import type { ShopHistory } from './history/order-life.ts';
import { storedHistory, type StoredOrder } from './history/stored-history.ts';
import type { BesideOrders } from './open-ports.ts';
import type { ReplayedTime } from './replay-chain.ts';
import type { RuleChanges } from './rule-set.ts';

/** Where a replay's orders come from: plain values, which every thread makes its own history of. */
export type ReplaySource =
  | {
      readonly from: 'csv';
      readonly text: string;
      /** Of the file, in errors. */
      readonly name?: string;
      readonly market: string;
      readonly seed: number;
    }
  | {
      readonly from: 'stored';
      readonly shop: Shop;
      readonly orders: readonly StoredOrder[];
      readonly beside: BesideOrders;
    };

export interface ReplayTask {
  readonly source: ReplaySource;
  readonly changes: RuleChanges;
  readonly time: ReplayedTime;
}

/** What a thread says: how far it is, and in the end what came of it. */
export type ReplayWord =
  | { readonly is: 'reached'; readonly at: Instant }
  | { readonly is: 'done'; readonly figures: RunFigures };

/** Throws what `csvHistory` throws. */
export function openHistory(source: ReplaySource): ShopHistory & { readonly beside: BesideOrders } {
  if (source.from === 'stored') {
    return { shop: source.shop, history: storedHistory(source.orders), beside: source.beside };
  }
  const { market, seed, ...file } = source;
  return { ...csvHistory({ ...file, from: 'history' }, market, seed), beside: {} };
}
