import { simulatedWorld } from '../../infra/local/watching/simulated-world.ts';
import { sweepRound, type RoundOutcome } from '../../infra/local/watching/round.ts';
import { startTidewatch, type LocalTidewatch } from '../../infra/local/watching/tidewatch.ts';
import type { Simulator } from '../../infra/local/simulator/handle.ts';
import { instant } from '../../shared/domain/time.ts';
import { openAt, readRows, type Row } from '../real/oracle.ts';
import { RoundDocument } from './round-document.ts';
import { workFolder } from './runner.ts';
import { sharedAssembly } from './shared-assembly.ts';

export interface Swept extends Pick<RoundOutcome, 'failed'> {
  readonly round: RoundDocument;
}

/** Tidewatch in this process, watching shops whose orders are made-up histories. */
export interface WatchedHistory {
  readonly tidewatch: LocalTidewatch;
  readonly simulator: Simulator;
  readonly shops: readonly string[];
  sweepAt(now: number): Promise<Swept>;
  /** What the rows of a shop say is open. */
  expected(shop: string, now: number): ReadonlyMap<string, string>;
  rows(shop: string): readonly Row[];
  stop(): Promise<void>;
}

/** One shop in Brazil for each history, of one seller. The world stands still between sweeps. */
export async function watchHistories(histories: readonly string[], from: number): Promise<WatchedHistory> {
  const folder = workFolder();
  const world = await simulatedWorld({
    seed: 5,
    now: instant(from),
    shops: histories.map((text, place) => ({ region: 'BR', name: `Loja ${place}`, orders: { from: 'history', text } })),
    configured: histories.map(() => ({
      recipients: [
        { address: 'owner@shop.example', locale: 'en' },
        { address: 'yunying@shop.example', locale: 'zh-CN' },
      ],
      operations: { address: 'cangku@shop.example', locale: 'zh-CN' },
      credentials: [],
      zone: 'America/Sao_Paulo',
    })),
    rateMode: 'virtual',
    callsPerSecond: 5_000,
  });
  const { simulator } = world;
  if (simulator === undefined) throw new Error('a simulated world has a simulator');
  const tidewatch = await startTidewatch(world, {
    workDir: folder.path,
    assembly: await sharedAssembly(),
    progress: () => {},
  });
  const shops = world.file.shops.map(({ id }) => id);
  const tables = new Map(shops.map((shop, place) => [shop, readRows(histories[place] ?? '')]));
  return {
    tidewatch,
    simulator,
    shops,
    async sweepAt(now) {
      const { round, failed } = await sweepRound(tidewatch, instant(now), true);
      return { round: RoundDocument.parse(round), failed };
    },
    expected: (shop, now) => openAt(tables.get(shop) ?? [], now, from),
    rows: (shop) => tables.get(shop) ?? [],
    async stop() {
      await tidewatch.stop();
      folder.remove();
    },
  };
}

const feedChecks = new Set(['credential-expiry', 'feed-lagging', 'trace-feed', 'watch-gap', 'order-sync']);

/** What is open about the shop's feeds and credentials. */
export function aboutFeeds(round: RoundDocument, shop: string): readonly string[] {
  return round.findings
    .filter((finding) => finding.shop === shop && feedChecks.has(finding.check))
    .map(({ check, stage, state }) => `${check}/${stage} ${state}`);
}
