import type { Shop } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';

/** Everything that is kept of a shop beside its settings. */
export interface ShopData {
  /**
   * Deletes what is stored of the shop and of its secrets, until the wall clock says `until`. True: nothing is left.
   * `isLastOfSeller`: the seller's tokens are of no use to another shop.
   */
  remove(shop: Shop, isLastOfSeller: boolean, until: Instant): Promise<boolean>;
  /** The settings go last, so that whatever dies before is begun again. */
  removeSettings(shop: string): Promise<void>;
}
