import type { Life, Reached, Unix } from './life.ts';

/** Where a shop's orders come from. Positions count from 0 in the order of creation. */
export interface OrderSource {
  /** How many orders had been created at `now`: they are the positions below it. */
  visible(now: Unix): number;
  /** The status times alone, for indexes over all orders. */
  reached(position: number): Reached;
  createdAt(position: number): Unix;
  life(position: number): Life;
  /** Also for an id not yet visible; compare with `visible`. */
  positionOf(order: string): number | undefined;
  /** The position of one of the orders in the parcel. */
  positionOfParcel(parcel: string): number | undefined;
}
