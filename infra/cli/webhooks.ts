import CliTable from 'cli-table3';
import { InvalidArgumentError, type Command } from 'commander';
import { randomUUID } from 'node:crypto';
import { systemClock } from '../../shared/adapters/clock.ts';
import { DynamoSellers } from '../../shared/adapters/dynamo/sellers.ts';
import { DynamoShops } from '../../shared/adapters/dynamo/shops.ts';
import { openMarketplaces, type TikTokShop } from '../../shared/adapters/tiktok-shop/marketplaces.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import { isGap, isReachable, standingsOf, type EventStanding } from '../../shared/domain/subscription.ts';
import { repairSubscription } from '../../shared/jobs/repair-subscription.ts';
import { knownToShops } from '../../shared/known-to-shops.ts';
import { plain } from '../../shared/messages/plain.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import { addressOf } from '../local/local-file.ts';
import { runningStack, type RunningStack } from './running-stack.ts';
import { watchedShop } from './watched-shop.ts';
import { onStack } from './stack-option.ts';
import { whileWaiting } from './while-waiting.ts';

interface WebhooksOptions {
  readonly shop?: string;
  readonly address?: string;
  readonly repair: boolean;
  readonly json: boolean;
}

/** How TikTok's announcements of one shop stand, or why that cannot be told. */
interface Subscription {
  readonly shop: string;
  readonly address: string;
  readonly events: readonly EventStanding[];
  readonly failed?: string;
}

/** `tidewatch webhooks`: what TikTok announces of the shops, and where to. */
export function addWebhooks(program: Command): void {
  onStack(program.command('webhooks'))
    .description('Whether TikTok announces changes to this stack; status 1 where it does not.')
    .option('--shop <id>', 'one shop alone')
    .option('--repair', 'register what is missing, take away what nobody reads', false)
    .option('--address <url>', 'where TikTok reaches this stack (default: its own address of webhooks)')
    .option('--json', 'print one JSON document', false)
    .action((options: WebhooksOptions) => webhooks(options));
}

async function webhooks({ shop: id, address, repair, json }: WebhooksOptions): Promise<void> {
  const stack = await runningStack();
  const base = address ?? addressOf(stack, 'Webhooks');
  assertReachable(base, stack);
  const shops = id === undefined ? await allShops(stack) : [(await watchedShop(id)).shop];
  const tiktok = openMarketplaces({
    ...stack.tiktok,
    vault: stack.vault,
    sellers: new DynamoSellers(stack.table),
    clock: systemClock,
    holder: randomUUID(),
  });
  const found: Subscription[] = [];
  for (const shop of shops)
    found.push(await whileWaiting(`asking TikTok of shop ${shop.id}`, look(shop, base, repair, tiktok)));
  await tiktok.close();
  console.log(json ? JSON.stringify({ shops: found }) : tableOf(found));
  if (found.some(({ events, failed }) => failed !== undefined || events.some(isGap))) process.exitCode = 1;
}

function assertReachable(base: string, { tiktok }: RunningStack): void {
  if (canPostTo(base, tiktok)) return;
  throw new InvalidArgumentError(
    `TikTok cannot post to ${base}: give an https address of a domain, without a port, with --address`,
  );
}

/** A simulated TikTok runs on this machine and reaches it; the real one does not. */
export function canPostTo(base: string, { apiUrl }: RunningStack['tiktok']): boolean {
  const isHere = new URL(apiUrl).hostname === '127.0.0.1';
  return isHere ? URL.canParse(base) : isReachable(base);
}

/** Where what TikTok announces of a shop is heard, behind the address of `webhooks`. */
export function heardAt(base: string, { seller }: Shop): string {
  return `${base.replace(/\/$/, '')}/webhooks/${seller.appKey}`;
}

async function allShops({ table }: RunningStack): Promise<readonly Shop[]> {
  const shops = new DynamoShops(table, knownToShops);
  const read = await Promise.all((await shops.list()).map((id) => shops.read(id)));
  return read.filter((shop) => shop !== undefined);
}

async function look(shop: Shop, base: string, repair: boolean, tiktok: TikTokShop): Promise<Subscription> {
  const address = heardAt(base, shop);
  const subscriptions = tiktok.subscriptions(shop, systemClock.world());
  try {
    const events = repair
      ? await repairSubscription(address, subscriptions)
      : standingsOf(address, await subscriptions.list());
    return { shop: shop.id, address, events };
  } catch (error) {
    // Recovery: what TikTok refuses of one shop is told beside the others.
    if (!(error instanceof Rejected || error instanceof Transient)) throw error;
    return { shop: shop.id, address, events: [], failed: error.message };
  }
}

const todo = {
  fine: '',
  missing: '--repair registers it; not needed where Partner Center has our address for the whole app',
  elsewhere: '--repair puts our address in the place of this one',
  needless: '--repair removes it: nobody here reads it',
  foreign: "another system's: it is left alone",
} as const satisfies Record<EventStanding['is'], string>;

function tableOf(found: readonly Subscription[]): string {
  const head = ['Shop', 'Event', 'Posted to', 'Is', 'What to do'];
  const table = new CliTable({ head, wordWrap: true, style: { head: [], border: [] } });
  for (const { shop, events, failed } of found) {
    if (failed !== undefined) table.push([shop, '', '', 'unknown', plain(failed, 200)]);
    for (const { event, address = '–', is } of events) {
      table.push([shop, plain(event, 60), plain(address, 255), is, todo[is]]);
    }
  }
  return found.length === 0 ? 'No shop is watched.' : table.toString();
}
