import type { Shop } from '../../shared/domain/shop.ts';
import { after, before, days, iso, type Duration, type Instant } from '../../shared/domain/time.ts';
import { DynamoWatches } from '../../shared/adapters/dynamo/watches.ts';
import { putSeller } from '../../shared/adapters/dynamo/sellers.ts';
import { marketZone } from '../../shared/policies/market-zone.ts';
import { readContents, type BookContents } from './book-contents.ts';
import { startEngine, type Engine } from './engine.ts';
import { beginning, step, type Size } from './sizes.ts';
import { startSweeper, type Sweeper, type Swept } from './sweeper.ts';
import { startTap, type Tap } from './tap.ts';
import { startTikTok, type CallsMade, type Fewest, type TikTok } from './tiktok.ts';
import type { UnitMeter } from './unit-meter.ts';
import { WriteAccount, type SweepWrites } from './write-account.ts';

/** One sweep, seen from all sides. */
export interface Link {
  readonly swept: Swept;
  readonly calls: CallsMade;
  readonly fewest: Fewest;
  readonly writes: SweepWrites;
}

/** One shop, swept again and again while its world moves on. */
export interface Chain {
  readonly account: WriteAccount;
  /** The first look, or the next sweep. */
  sweep(): Promise<Link>;
  /** All orders of so many days before the beginning. */
  backfill(back: Duration): Promise<{ readonly swept: Swept; readonly calls: CallsMade }>;
  contents(): Promise<BookContents>;
  stop(): Promise<void>;
}

export interface ChainSettings {
  readonly size: Size;
  /** Where the table's state is kept; one that has been swept before is gone on with. */
  readonly dataDir: string;
  /** The bundled sweep. */
  readonly sweepFile: string;
  readonly lookEvery: Duration;
  /** Told of every exchange with DynamoDB. */
  readonly meter?: UnitMeter;
}

/** The first look reads back as far as the watch does. */
const firstWindow = days(60);

export async function openChain({ size, dataDir, sweepFile, lookEvery, meter }: ChainSettings): Promise<Chain> {
  const engine = await startEngine(dataDir);
  const tiktok = await startTikTok({
    seed: 7,
    now: beginning,
    rateMode: 'virtual',
    shops: [{ region: 'GB', orders: { from: 'generator', open: size.open, historyDays: size.historyDays } }],
  });
  await putSeller(engine.table, tiktok.facts.seller, tiktok.facts.credentials);
  const account = new WriteAccount();
  const tap = await startTap(engine.endpoint, (write) => account.see(write), meter);
  const shop = watchedShop(tiktok, lookEvery);
  const settings = { tiktok: tiktok.facts, shop, endpoint: tap.url, table: engine.table.name };
  const sweeper = await startSweeper(sweepFile, settings);
  const known = await new DynamoWatches(engine.table).read(shop.id);
  return chainOf({ engine, tiktok, tap, sweeper, account }, known?.watermark);
}

interface Parts {
  readonly engine: Engine;
  readonly tiktok: TikTok;
  readonly tap: Tap;
  readonly sweeper: Sweeper;
  readonly account: WriteAccount;
}

function chainOf({ engine, tiktok, tap, sweeper, account }: Parts, known: Instant | undefined): Chain {
  let watermark = known;
  return {
    account,
    async sweep() {
      const now = watermark === undefined ? beginning : after(watermark, step);
      const fewest = await tiktok.move(watermark ?? before(now, firstWindow), now);
      const swept = await sweeper.ask({ do: 'sweep', run: iso(now) });
      if (swept.record.state !== 'done') throw new Error(`run ${iso(now)} did not reach its end`);
      watermark = now;
      return { swept, fewest, calls: await tiktok.takeCalls(), writes: account.takeSweep() };
    },
    async backfill(back) {
      const from = before(beginning, back);
      await tiktok.move(from, beginning);
      const swept = await sweeper.ask({ do: 'backfill', from, to: beginning });
      return { swept, calls: await tiktok.takeCalls() };
    },
    contents: () => readContents(engine),
    async stop() {
      await Promise.all([sweeper.stop(), tiktok.stop(), tap.stop()]);
      await engine.stop();
    },
  };
}

function watchedShop({ facts }: TikTok, lookEvery: Duration): Shop {
  const reader = { address: 'owner@harbour-lane.example', locale: 'en' } as const;
  const { id, name, region, sellerType, cipher } = facts.shop;
  if (sellerType !== 'CROSS_BORDER' && sellerType !== 'LOCAL') throw new Error(`no seller type: ${sellerType}`);
  return {
    id,
    name,
    market: region,
    sellerType,
    zone: marketZone(region),
    seller: facts.seller,
    cipher,
    recipients: [reader],
    operations: reader,
    packs: ['article'],
    credentials: [],
    remindAfter: {},
    lookEvery,
  };
}
