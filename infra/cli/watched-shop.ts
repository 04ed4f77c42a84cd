import { InvalidArgumentError, type Command } from 'commander';
import type { Table } from '../../shared/adapters/dynamo/client.ts';
import { DynamoShops } from '../../shared/adapters/dynamo/shops.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import { knownToShops } from '../../shared/known-to-shops.ts';
import { runningStack } from './running-stack.ts';

/** A shop of the running stack, and the table that knows it. */
export interface WatchedShop {
  readonly table: Table;
  readonly shop: Shop;
}

export function withShopOption(command: Command): Command {
  return command.option('--shop <id>', 'the shop, by the id it is configured with (default: the only one)');
}

/** Throws one clear line when nothing runs here, when the shop is unknown, or when it is left open which one is meant. */
export async function watchedShop(id: string | undefined): Promise<WatchedShop> {
  const { table } = await runningStack();
  const shops = new DynamoShops(table, knownToShops);
  const listed = await shops.list();
  const [only, ...others] = listed;
  const meant = id ?? (others.length === 0 ? only : undefined);
  if (meant === undefined)
    throw new InvalidArgumentError(`say which shop with --shop: ${listed.join(', ') || 'none is watched here'}`);
  const shop = await shops.read(meant);
  if (!shop) throw new InvalidArgumentError(`no shop ${meant} is watched here; watched are ${listed.join(', ')}`);
  return { table, shop };
}
