import type { SSMClient } from '@aws-sdk/client-ssm';
import { channelsOf, type Shop } from '../../domain/shop.ts';
import type { Instant } from '../../domain/time.ts';
import type { ShopData } from '../../ports/shop-data.ts';
import { removeSecrets } from '../secrets.ts';
import { deleteAll } from './batch.ts';
import type { Table } from './client.ts';
import { keyOf } from './item.ts';
import { hintKey, partitionsOf, sellerKey } from './keys.ts';
import { olderDaysOf } from './older-days.ts';
import { readPage } from './query.ts';
import { removeShop } from './shops.ts';

const page = 500;

export class StoredShopData implements ShopData {
  readonly #table: Table;
  readonly #client: SSMClient;
  readonly #prefix: string;

  constructor(table: Table, client: SSMClient, prefix: string) {
    this.#table = table;
    this.#client = client;
    this.#prefix = prefix;
  }

  async remove(shop: Shop, isLastOfSeller: boolean, until: Instant): Promise<boolean> {
    const { clock } = this.#table;
    const olderDays = await olderDaysOf(this.#table, shop.id);
    for (const partition of partitionsOf(shop.id, clock.wall(), olderDays)) {
      if (clock.wall() >= until) return false;
      if (!(await this.#empty(partition, until))) return false;
    }
    await deleteAll(this.#table, [hintKey(shop.id), ...(isLastOfSeller ? [sellerKey(shop.seller)] : [])]);
    const places = channelsOf(shop).flatMap(({ secret }) => secret ?? []);
    await removeSecrets(this.#client, this.#prefix, {
      shop: shop.id,
      places,
      ...(isLastOfSeller && { seller: shop.seller }),
    });
    return true;
  }

  async removeSettings(shop: string): Promise<void> {
    await removeShop(this.#table, shop);
  }

  /** False when time was up first. */
  async #empty(partition: string, until: Instant): Promise<boolean> {
    for (;;) {
      const { items, next } = await readPage(this.#table, partition, page);
      await deleteAll(this.#table, items.map(keyOf));
      if (next === undefined) return true;
      if (this.#table.clock.wall() >= until) return false;
    }
  }
}
