import CliTable from 'cli-table3';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../shared/adapters/clock.ts';
import { listApps } from '../../shared/adapters/dynamo/apps.ts';
import { DynamoConnections } from '../../shared/adapters/dynamo/connections.ts';
import { DynamoShops } from '../../shared/adapters/dynamo/shops.ts';
import { isZone } from '../../shared/adapters/shop-schema.ts';
import { SignedStates } from '../../shared/adapters/signed-states.ts';
import { connectLife, type ConnectedShop, type Connection } from '../../shared/domain/connection.ts';
import { locales, type Locale } from '../../shared/domain/shop.ts';
import { after, iso, isPast } from '../../shared/domain/time.ts';
import { knownToShops } from '../../shared/known-to-shops.ts';
import { en } from '../../shared/messages/en.ts';
import { plain } from '../../shared/messages/plain.ts';
import { isWatched, shopText } from '../../shared/pages/connect-page.ts';
import type { App } from '../../shared/ports/connections.ts';
import { runningStack, type RunningStack } from './running-stack.ts';
import { onStack } from './stack-option.ts';

interface ConnectOptions {
  readonly app?: string;
  readonly recipient: readonly string[];
  readonly locale: Locale;
  readonly zone?: string;
  readonly wait: boolean;
  readonly json: boolean;
}

/** `tidewatch shop connect`: a link by which a seller lets us see its shops. */
export function addConnect(shop: Command): void {
  onStack(shop.command('connect'))
    .description("Prints a link by which a seller lets us see its shops, and waits for the seller's answer.")
    .option('--recipient <address>', 'who hears of shops that are new (may be repeated)', addAddress, [])
    .addOption(new Option('--locale <locale>', 'in which language').choices([...locales]).default('en'))
    .option('--zone <zone>', "time zone of new shops' people (default: the market's)", parseZone)
    .option('--app <key>', 'by which app (default: the only one)')
    .option('--no-wait', 'print the link and end')
    .option('--json', 'print one JSON document; the link goes to the standard error', false)
    .action((options: ConnectOptions) => connectShop(options));
}

async function connectShop({ json, wait, ...options }: ConnectOptions): Promise<void> {
  const stack = await runningStack();
  const app = oneApp(await listApps(stack.table), options.app);
  if (options.recipient.length === 0 && (await new DynamoShops(stack.table, knownToShops).list()).length === 0)
    throw new InvalidArgumentError('say who is to hear of the shops, e.g. --recipient owner@example.com');
  const connections = new DynamoConnections(stack.table);
  const connection = newConnection(app, options);
  await connections.open(connection);
  const link = await linkTo(app, connection, stack);
  const expiresAt = iso(connection.expiresAt);
  if (!wait) {
    console.log(json ? JSON.stringify({ app: app.key, link, expiresAt }) : `${invitation(expiresAt)}\n\n  ${link}\n`);
    return;
  }
  console.error(`${invitation(expiresAt)}\n\n  ${link}\n\nWaiting for the answer. Ctrl-C ends the wait, not the link.`);
  process.once('SIGINT', () => process.exit(130));
  const shops = await answered(connection, connections);
  console.log(json ? JSON.stringify({ app: app.key, shops }) : outcomeText(shops));
  if (!shops.some(isWatched)) process.exitCode = 1;
}

function invitation(expiresAt: string): string {
  return `Open this link, sign in as the owner of the shops, and agree. It works once, until ${expiresAt.slice(11, 16)}Z:`;
}

function newConnection(app: App, { recipient, locale, zone }: Omit<ConnectOptions, 'json' | 'wait'>): Connection {
  return {
    app: app.key,
    nonce: randomBytes(16).toString('base64url'),
    expiresAt: after(systemClock.wall(), connectLife),
    settings: {
      recipients: recipient.map((address) => ({ address, locale })),
      locale,
      ...(zone !== undefined && { zone }),
    },
  };
}

async function linkTo({ link }: App, connection: Connection, { linkKeys }: RunningStack): Promise<string> {
  const url = new URL(link);
  url.searchParams.set('state', await new SignedStates(linkKeys, systemClock).sign(connection));
  return url.href;
}

/** What the seller's consent led to; says in between what stands in its way. Throws when the link came to nothing. */
async function answered(connection: Connection, connections: DynamoConnections): Promise<readonly ConnectedShop[]> {
  let said = '';
  for (;;) {
    const { trouble, end } = (await connections.read(connection)) ?? {};
    if (end?.is === 'connected') return end.shops;
    if (end) throw new Error('access was refused on TikTok’s page; a new link: tidewatch shop connect');
    if (isPast(connection.expiresAt, systemClock.wall()))
      throw new Error('nobody has agreed within an hour; a new link: tidewatch shop connect');
    const { title, text } = trouble ? en.connect.trouble(trouble) : { title: '', text: [] };
    const because = trouble && 'because' in trouble ? ` (${plain(trouble.because, 200)})` : '';
    const now = title === '' ? '' : `· ${title}${because}. ${text.join(' ')}`;
    if (now !== said) console.error(now);
    said = now;
    await sleep(1_000);
  }
}

function outcomeText(shops: readonly ConnectedShop[]): string {
  const table = new CliTable({ head: ['Shop', 'Name', 'Market', 'Is'], style: { head: [], border: [] } });
  for (const shop of shops) {
    table.push([plain(shop.id, 40), plain(shop.name, 40), plain(shop.market, 10), shopText(shop, en.connect)]);
  }
  return `${table.toString()}\nWho hears what, and when: tidewatch shop show ID, tidewatch shop set ID field=value`;
}

function oneApp(apps: readonly App[], asked: string | undefined): App {
  const [only, ...others] = apps;
  const meant = asked === undefined ? (others.length === 0 ? only : undefined) : apps.find(({ key }) => key === asked);
  if (meant) return meant;
  const listed = apps.map(({ key }) => key).join(', ');
  if (listed === '') throw new InvalidArgumentError('no app is registered yet: tidewatch app add');
  throw new InvalidArgumentError(
    asked === undefined ? `say which app with --app: ${listed}` : `no app ${asked} is registered; there are ${listed}`,
  );
}

function addAddress(text: string, before: readonly string[]): readonly string[] {
  if (!/^[^@\s<>,;"]+@[^@\s<>,;"]+\.[^@\s<>,;"]+$/.test(text))
    throw new InvalidArgumentError('Give one address, e.g. owner@example.com.');
  return [...before, text];
}

function parseZone(text: string): string {
  if (!isZone(text)) throw new InvalidArgumentError('Give an IANA time zone, e.g. Asia/Shanghai.');
  return text;
}
