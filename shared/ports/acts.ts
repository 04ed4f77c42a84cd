import type { Act } from '../domain/act.ts';

/** What people and other systems did about findings. Written at the front door and by commands; sweeps only read. */
export interface ActBook {
  /** Those of the last 61 days, in no order. */
  list(shop: string): Promise<readonly Act[]>;
  find(shop: string, id: string): Promise<Act | undefined>;
  /** Writes it down unless its id has acted before; answers the earlier act then. */
  record(shop: string, act: Act): Promise<Act | undefined>;
}
