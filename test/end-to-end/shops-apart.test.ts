import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweepRound } from '../../infra/local/watching/round.ts';
import { simulatedWorld, type Configured } from '../../infra/local/watching/simulated-world.ts';
import { startTidewatch, type LocalTidewatch } from '../../infra/local/watching/tidewatch.ts';
import { DynamoOrderBook } from '../../shared/adapters/dynamo/order-book.ts';
import { putShop } from '../../shared/adapters/dynamo/shops.ts';
import type { Locale, Shop } from '../../shared/domain/shop.ts';
import { after, hours, instant } from '../../shared/domain/time.ts';
import { marketZone } from '../../shared/policies/market-zone.ts';
import { shards } from '../../shared/ports/order-book.ts';
import { runTidewatch } from '../cli/run-tidewatch.ts';
import { workFolder } from './runner.ts';
import { sharedAssembly } from './shared-assembly.ts';

const folder = workFolder();
const start = instant(Date.parse('2026-03-02T06:10:00Z'));
const orders = { from: 'generator', open: 60 } as const;
const markets = [
  { region: 'GB', name: 'Harbour Lane' },
  { region: 'TH', name: 'Orchid House' },
] as const;

let tidewatch: LocalTidewatch;
let shops: readonly Shop[];
/** What would give a shop away: its ids, its name, its orders and their numbers. */
let words: ReadonlyMap<string, readonly string[]>;

function configured(market: string, locale: Locale): Configured {
  const at = (who: string) => `${who}@${market.toLowerCase()}.example`;
  return {
    recipients: [
      { address: at('owner'), locale },
      { id: 'boss', address: at('boss'), locale: 'zh-CN', hears: { severity: 'breach' } },
    ],
    operations: { address: at('operations'), locale },
    credentials: [],
    zone: marketZone(market),
    slack: { locale },
    channels: [{ id: 'erp', kind: 'webhook', locale }],
    digest: '08:00',
    weekly: { day: 1, at: '08:00' },
  };
}

beforeAll(async () => {
  const world = await simulatedWorld({
    seed: 11,
    now: start,
    shops: markets.map((market) => ({ ...market, orders })),
    configured: [configured('GB', 'en'), configured('TH', 'zh-CN')],
    rateMode: 'virtual',
    callsPerSecond: 5_000,
  });
  shops = world.file.shops;
  const assembly = await sharedAssembly();
  tidewatch = await startTidewatch(world, { workDir: folder.path, assembly, progress: () => {} });
  for (let hour = 0; hour < 5; hour += 1) await sweepRound(tidewatch, after(start, hours(hour)), true);
  words = new Map(await Promise.all(shops.map(async (shop) => [shop.id, await wordsOf(shop)] as const)));
}, 240_000);
afterAll(async () => {
  await tidewatch.stop();
  folder.remove();
});

async function wordsOf({ id, name }: Shop): Promise<readonly string[]> {
  const book = new DynamoOrderBook(tidewatch.table);
  const found = [id, name];
  for (let shard = 0; shard < shards; shard += 1) {
    const { orders: page } = await book.read(id, shard, undefined);
    for (const { order } of page) found.push(order.id, ...order.parcels.flatMap(({ number }) => number ?? []));
  }
  return found;
}

/** What of another shop stands in a text that was meant for this one. */
function strange(own: Shop, text: string): readonly string[] {
  return shops.flatMap(({ id }) => (id === own.id ? [] : (words.get(id) ?? []).filter((word) => text.includes(word))));
}

describe.each([0, 1])('shop %i of two in one deployment', (place) => {
  const own = (): Shop => {
    const [first, second] = shops;
    const shop = place === 0 ? first : second;
    if (!shop) throw new Error('there are two shops');
    return shop;
  };

  it('writes to its own people alone, of its own orders alone', () => {
    const domain = `@${own().market.toLowerCase()}.example`;
    const mails = tidewatch.stack.mails().filter(({ recipients }) => recipients.some((to) => to.endsWith(domain)));
    expect(mails.length).toBeGreaterThan(5);
    for (const { recipients, subject, text = '', html = '', attachments } of mails) {
      expect(
        recipients.every((to) => to.endsWith(domain)),
        subject,
      ).toBe(true);
      const files = attachments.map(({ content }) => content.toString('utf8'));
      expect(strange(own(), [subject, text, html, ...files].join('\n')), subject).toEqual([]);
    }
    const told = mails.filter(({ text = '' }) => (words.get(own().id) ?? []).some((word) => text.includes(word)));
    expect(told.length).toBeGreaterThan(5);
  });

  it('tells its channels nothing of another', () => {
    const messages = tidewatch.stack.messages().filter(({ name }) => name === own().name);
    expect(new Set(messages.map(({ kind }) => kind))).toEqual(new Set(['slack', 'webhook']));
    expect(messages.flatMap((message) => strange(own(), JSON.stringify(message)))).toEqual([]);
  });

  it('has links that lead to its own findings', () => {
    const domain = `@${own().market.toLowerCase()}.example`;
    const links = tidewatch.stack
      .mails()
      .filter(({ recipients }) => recipients.some((to) => to.endsWith(domain)))
      .flatMap(({ html = '' }) => [...html.matchAll(/\/act\/[\w-]+\.([\w-]+)\./g)].map(([, payload = '']) => payload));
    const of = links.map((payload) => (JSON.parse(Buffer.from(payload, 'base64url').toString()) as unknown[])[0]);
    expect(links.length).toBeGreaterThan(5);
    expect(new Set(of)).toEqual(new Set([own().id]));
  });

  it.each([['remedies', '--json'], ['checklist'], ['lanes', '--json']])(
    'exports nothing of another by %s',
    async (...command) => {
      const { stdout } = await runTidewatch(folder.path, ...command, '--shop', own().id);
      expect(strange(own(), stdout)).toEqual([]);
    },
  );
});

it('a shop that is paused is no failure of the round', async () => {
  const [shop] = shops;
  if (!shop) throw new Error('there are two shops');
  await putShop(tidewatch.table, { ...shop, paused: true });
  const { failed, round } = await sweepRound(tidewatch, after(start, hours(6)), true);
  expect(failed).toEqual([]);
  expect(round.shops.map(({ judged }) => judged > 0)).toEqual([false, true]);
});
