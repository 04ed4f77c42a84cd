import CliTable from 'cli-table3';
import { InvalidArgumentError, type Command } from 'commander';
import { changeShop, type FieldChange } from '../../shared/adapters/change-shop.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { DynamoSellers } from '../../shared/adapters/dynamo/sellers.ts';
import { DynamoShops, putShop } from '../../shared/adapters/dynamo/shops.ts';
import { DynamoWatches } from '../../shared/adapters/dynamo/watches.ts';
import { entryOf } from '../../shared/adapters/shop-entry.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import { after, age, days, iso, type Instant } from '../../shared/domain/time.ts';
import { knownToShops } from '../../shared/known-to-shops.ts';
import { en } from '../../shared/messages/en.ts';
import { plain } from '../../shared/messages/plain.ts';
import { parseFieldChange } from './field-change.ts';
import { addConnect } from './shop-connect.ts';
import { runningStack } from './running-stack.ts';
import { watchedShop } from './watched-shop.ts';
import { onStack } from './stack-option.ts';

/** `tidewatch shop …`: which shops are watched, and how. */
export function addShop(program: Command): void {
  const shop = program.command('shop').description('Which shops are watched, and how.');
  onStack(shop.command('list'))
    .description('All shops, how current what is known of each is, and until when TikTok lets us in.')
    .option('--json', 'print one JSON document', false)
    .action(({ json }: { json: boolean }) => list(json));
  onStack(shop.command('show'))
    .description('The settings of a shop as JSON, without what is secret.')
    .argument('<id>', 'the shop')
    .option('--json', 'on one line', false)
    .action(show);
  changing(shop.command('set'))
    .description('Changes settings, e.g. digest=08:00 quietHours.from=22:00 packs=["us"]; field= takes one away.')
    .argument('<change...>', 'field=value')
    .action((id: string, changes: readonly string[], options: Changing) =>
      change(id, changes.map(parseFieldChange), options),
    );
  addConnect(shop);
  changing(shop.command('pause'))
    .description('Nobody looks at the shop, and nothing is said of it, until it is resumed.')
    .action((id: string, options: Changing) => change(id, [{ path: ['paused'], value: true }], options));
  changing(shop.command('resume'))
    .description('Of a shop that was paused or removed: the next sweep goes on where the last one ended.')
    .action((id: string, options: Changing) =>
      change(
        id,
        ['paused', 'leaving'].map((field) => ({ path: [field], value: undefined })),
        options,
      ),
    );
  changing(shop.command('remove'))
    .description('Nobody looks at the shop any more; all that is kept of it is deleted, with its secrets.')
    .option('--after <days>', 'until then it can be resumed', parseDays, 7)
    .action((id: string, { after: wait, json }: Changing & { readonly after: number }) => remove(id, wait, json));
}

interface Changing {
  readonly json: boolean;
}

function changing(command: Command): Command {
  return onStack(command)
    .argument('<id>', 'the shop')
    .option('--json', 'print its settings, as they are then, as one JSON document', false);
}

interface Listed {
  readonly shop: Shop;
  readonly watermark?: Instant | undefined;
  readonly open?: Instant | undefined;
}

async function list(json: boolean): Promise<void> {
  const { table } = await runningStack();
  const shops = new DynamoShops(table, knownToShops);
  const watches = new DynamoWatches(table);
  const sellers = new DynamoSellers(table);
  const listed = await Promise.all(
    (await shops.list()).map(async (id): Promise<Listed | undefined> => {
      const shop = await shops.read(id);
      if (!shop) return undefined;
      const { watermark } = (await watches.read(id)) ?? {};
      return { shop, watermark, open: (await sellers.read(shop.seller)).refreshExpiresAt };
    }),
  );
  const found = listed.filter((one) => one !== undefined);
  console.log(json ? JSON.stringify({ shops: found.map(documentOf) }) : tableOf(found));
}

function documentOf({ shop, watermark, open }: Listed) {
  const { id, name, market, zone, paused = false, leaving } = shop;
  return {
    shop: id,
    name,
    market,
    zone,
    paused,
    leavesAt: leaving === undefined ? null : iso(leaving.until),
    knownUntil: watermark === undefined ? null : iso(watermark),
    authorizedUntil: open === undefined ? null : iso(open),
  };
}

function tableOf(shops: readonly Listed[]): string {
  const head = ['Shop', 'Name', 'Market', 'Watched', 'Authorized until'];
  const table = new CliTable({ head, style: { head: [], border: [] } });
  for (const { shop, watermark, open } of shops) {
    const { id, name, market } = shop;
    const until = open === undefined ? 'unknown' : iso(open).slice(0, 10);
    table.push([id, plain(name, 40), market, restOf(shop) ?? currency(watermark), until]);
  }
  return shops.length === 0 ? 'No shop is watched.' : table.toString();
}

function restOf({ paused, leaving }: Pick<Shop, 'paused' | 'leaving'>): string | undefined {
  if (leaving) return `removed, deleted after ${iso(leaving.until).slice(0, 16)}Z`;
  return paused ? 'paused' : undefined;
}

function currency(watermark: Instant | undefined): string {
  return watermark === undefined
    ? 'not swept yet'
    : `known until ${en.duration(age(watermark, systemClock.world()))} ago`;
}

async function show(id: string, { json }: { readonly json: boolean }): Promise<void> {
  const { shop } = await watchedShop(id);
  console.log(JSON.stringify(entryOf(shop), null, json ? 0 : 2));
}

async function change(id: string, changes: readonly FieldChange[], { json }: Changing): Promise<void> {
  const { shop } = await watchedShop(id);
  const { table, vault } = await runningStack();
  const changed = changeOf(shop, changes);
  // A channel that is there before its secret would fail; a secret before its channel does nothing.
  for (const { place, secret } of changed.channelSecrets) await vault.storeChannelSecret(id, place, secret);
  for (const { key } of changed.secondKeys) await vault.storeSecondKey(id, key);
  await putShop(table, changed.shop);
  console.log(json ? JSON.stringify(entryOf(changed.shop)) : `Shop ${id} is changed; the next sweep goes by it.`);
}

async function remove(id: string, wait: number, json: boolean): Promise<void> {
  const since = systemClock.wall();
  const until = after(since, days(wait));
  await change(id, [{ path: ['leaving'], value: { since: iso(since), until: iso(until) } }], { json });
  if (json) return;
  console.log(
    `All that is kept of it is deleted within an hour after ${iso(until)}; until then: tidewatch shop resume ${id}`,
  );
}

function parseDays(text: string): number {
  if (!/^\d{1,2}$/.test(text)) throw new InvalidArgumentError('Give a whole number of days from 0 to 99, e.g. 7.');
  return Number(text);
}

function changeOf(shop: Shop, changes: readonly FieldChange[]): ReturnType<typeof changeShop> {
  try {
    return changeShop(shop, changes, knownToShops);
  } catch (error) {
    // Recovery: what is wrong was typed, and the error says in which field and what fits.
    throw new InvalidArgumentError(
      error instanceof Error ? error.message.replaceAll(/:\n\s*|\n\s*/g, ': ') : 'it does not fit',
    );
  }
}
