import { InvalidArgumentError, type Command } from 'commander';
import type { Table } from '../../shared/adapters/dynamo/client.ts';
import { DynamoShops } from '../../shared/adapters/dynamo/shops.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import { plain } from '../../shared/messages/plain.ts';
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

/** Of commands about one order: TikTok gives no order id twice. */
export function withShopOfOrderOption(command: Command): Command {
  return command.option('--shop <id>', 'of this shop alone, by the id it is configured with');
}

/** `shop 1`, `any of the shops 1, 2`, for those who are told that something is in none of them. */
export function shopsText(shops: readonly Pick<Shop, 'id'>[]): string {
  const ids = shops.map(({ id }) => plain(id, 40)).join(', ');
  return shops.length === 1 ? `shop ${ids}` : `any of the shops ${ids}`;
}

/** Every shop of the running stack, or the one that is asked for. Throws as `watchedShop` does. */
export async function watchedShops(
  id: string | undefined,
): Promise<{ readonly table: Table; readonly shops: readonly Shop[] }> {
  if (id !== undefined) {
    const { table, shop } = await watchedShop(id);
    return { table, shops: [shop] };
  }
  const { table } = await runningStack();
  const known = new DynamoShops(table, knownToShops);
  const shops = await Promise.all((await known.list()).map((each) => known.read(each)));
  return { table, shops: shops.filter((shop) => shop !== undefined) };
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
