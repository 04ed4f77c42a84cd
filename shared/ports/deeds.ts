import type { Deed, Deeds } from '../domain/deed.ts';

/** What a shop's people wrote down about its orders. People write here; sweeps only read. */
export interface DeedBook {
  /** Everything known about the orders of one shard, by order. Orders without a word are left out. */
  ofShard(shop: string, shard: number): Promise<ReadonlyMap<string, Deeds>>;
  find(shop: string, orders: readonly string[]): Promise<ReadonlyMap<string, Deeds>>;
  /**
   * Writes each where nothing later is known of the same kind and order, and leaves every other kind alone. Answers
   * those that were not written because of a later word.
   */
  write(shop: string, deeds: readonly Deed[]): Promise<readonly Deed[]>;
}

/** The same word for word, for people who ask who said it. */
export interface DeedWords {
  /** The last word of each kind about an order, in no order. */
  said(shop: string, order: string): Promise<readonly Deed[]>;
}
