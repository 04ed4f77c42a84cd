import { carrierScans } from '../../infra/local/simulator/seventeen-track/carrier-scans.ts';
import { scansAt } from '../../infra/local/simulator/life.ts';
import type { Simulator } from '../../infra/local/simulator/handle.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { openMarketplaces } from '../../shared/adapters/tiktok-shop/marketplaces.ts';
import { SeventeenTrack } from '../../shared/carriers/17track.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import { after, hours, iso } from '../../shared/domain/time.ts';
import type { NotWatched } from '../../shared/domain/not-watched.ts';
import { aShop } from './a-shop.ts';
import { FakeSellerVault } from './fake-seller-vault.ts';
import { FakeSellers } from './fake-sellers.ts';
import { SweepStory } from './a-sweep.ts';

/** A shop of the simulator, watched over the wire of both its TikTok and its 17TRACK, with a table in memory. */
export class SimulatedWatch {
  readonly simulator: Simulator;
  readonly story: SweepStory;

  constructor(simulator: Simulator, changes: Partial<Shop> = {}) {
    const [listed] = simulator.shops;
    if (!listed) throw new Error('the simulator has no shop');
    const { id, cipher, sellerType, region: market } = listed;
    const { appKey, openId } = simulator;
    const secondOpinion = { source: '17track', dailyRegistrations: 500 } as const;
    const shop = aShop({ id, cipher, sellerType, market, seller: { appKey, openId }, secondOpinion, ...changes });
    this.simulator = simulator;
    this.story = new SweepStory(shop);
  }

  /** What TikTok and 17TRACK answer from now on is the simulator's. */
  async connect(): Promise<this> {
    const { seller } = this.story.shop;
    const { url, authUrl, appKey, appSecret, accessToken, refreshToken } = this.simulator;
    const { accessExpiresAt, refreshExpiresAt, seventeenTrack, seventeenTrackUrl } = this.simulator;
    const vault = new FakeSellerVault();
    await vault.storeTokens(seller, { accessToken, refreshToken });
    await vault.storeAppSecret(appKey, appSecret);
    const sellers = new FakeSellers();
    sellers.seed(seller, { accessExpiresAt, refreshExpiresAt });
    const source = new SeventeenTrack({ url: seventeenTrackUrl, key: seventeenTrack.key, callsPerSecond: 1_000 });
    this.story.connect({
      marketplaces: openMarketplaces({
        clock: systemClock,
        vault,
        sellers,
        apiUrl: url,
        authUrl,
        callsPerSecond: 1_000,
        holder: 'story',
      }),
      sources: { open: ({ secondOpinion }) => Promise.resolve(secondOpinion && source) },
    });
    return this;
  }

  /** So many sweeps, an hour apart. */
  async sweep(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      const now = after(this.simulator.now(), hours(1));
      this.simulator.setNow(now);
      Object.assign(this.story.clock, { worldTime: now, wallTime: now });
      const run = iso(now);
      await this.story.receive({ v: 1, kind: 'sweep', shop: this.story.shop.id, run, step: 0, now });
    }
  }

  /** Orders of which this stage of `silence-cause` is live. */
  ordersAt(stage: string): readonly string[] {
    const start = `silence-cause/${stage}/`;
    return this.story.findings().flatMap((finding) => (finding.startsWith(start) ? finding.slice(start.length) : []));
  }

  /** Whether the carrier has scans of the order that TikTok never got: the simulator's own truth. */
  isStuck(order: string): boolean {
    const truth = this.simulator.truth(this.story.shop.id, order);
    if (!truth || !('life' in truth)) throw new Error('no such order');
    const now = this.simulator.now() / 1_000;
    const told = scansAt(truth.life, now).filter(({ stage }) => stage !== 'placed');
    return carrierScans(truth.life, now).length > told.length;
  }

  notWatched(): readonly NotWatched[] {
    return this.story.runs.records(this.story.shop.id).at(-1)?.notWatched ?? [];
  }
}
