import { addressOf } from '../../infra/local/local-file.ts';
import { sweepRound } from '../../infra/local/watching/round.ts';
import { simulatedWorld } from '../../infra/local/watching/simulated-world.ts';
import { startTidewatch, type LocalTidewatch } from '../../infra/local/watching/tidewatch.ts';
import { DynamoOrderBook } from '../../shared/adapters/dynamo/order-book.ts';
import { before, hours, instant } from '../../shared/domain/time.ts';
import { shards } from '../../shared/ports/order-book.ts';
import { aStorm, type Notification } from './a-storm.ts';
import { workFolder } from './runner.ts';

/** Two shops that were swept three hours ago; TikTok has moved on since. */
export interface StormStack {
  readonly tidewatch: LocalTidewatch;
  readonly shop: string;
  readonly other: string;
  /** Where notifications are posted to. */
  readonly url: string;
  /** Open orders of a shop whose stored status is not TikTok's. */
  behind(shop: string): Promise<readonly string[]>;
  storm(count: number, orders: readonly string[]): readonly Notification[];
  stop(): Promise<void>;
}

const people = {
  recipients: [{ address: 'owner@shop.example', locale: 'en' }],
  operations: { address: 'operations@shop.example', locale: 'en' },
  credentials: [],
  zone: 'Europe/London',
} as const;
const orders = { from: 'generator', open: 120 } as const;

export async function stormStack(assembly?: string): Promise<StormStack> {
  const folder = workFolder();
  const now = instant(Math.floor(Date.now() / 1_000) * 1_000);
  const earlier = before(now, hours(3));
  const world = await simulatedWorld({
    seed: 9,
    now: earlier,
    shops: ['Harbour Lane', 'Orchid House'].map((name) => ({ region: 'GB', name, orders })),
    configured: [people, people],
    rateMode: 'virtual',
    callsPerSecond: 5_000,
  });
  const [shop = '', other = ''] = world.file.shops.map(({ id }) => id);
  const [app] = world.file.apps;
  const { simulator } = world;
  if (!app || !simulator) throw new Error('a simulated world has a simulator and an app');
  const tidewatch = await startTidewatch(world, {
    workDir: folder.path,
    ...(assembly !== undefined && { assembly }),
    progress: () => {},
  });
  await sweepRound(tidewatch, earlier, true);
  simulator.setNow(now);
  const { appKey, appSecret: secret } = app;
  return {
    tidewatch,
    shop,
    other,
    url: `${addressOf(tidewatch.stack.facts(), 'Webhooks')}webhooks/${appKey}`,
    async behind(of) {
      const book = new DynamoOrderBook(tidewatch.table);
      const found: string[] = [];
      for (let shard = 0; shard < shards; shard += 1) {
        for (const { order } of (await book.read(of, shard, undefined)).orders) {
          const truth = simulator.truth(of, order.id);
          if (truth && 'status' in truth && truth.status !== order.status) found.push(order.id);
        }
      }
      return found;
    },
    storm: (count, about) =>
      aStorm({ app: appKey, secret, shop, other, orders: about, count, now: Math.floor(Date.now() / 1_000) }),
    async stop() {
      await tidewatch.stop();
      folder.remove();
    },
  };
}
