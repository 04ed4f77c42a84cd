import type { BackfillFigures } from './measure-backfill.ts';

const ordersPerSearch = 100;

/** Goals (2026-11): five times the orders take no more memory, and hardly more calls than there are full pages. */
const mostMemory = 1.2;
const mostCalls = 1.15;

/** TikTok lets 50 searches a second through: a second of CPU may not be what a backfill waits for. */
const searchesPerSecond = 50;

export function backfillReport(figures: readonly BackfillFigures[]): string {
  const lines = figures.map(
    (one) =>
      `${one.orders} orders: ${one.searches} searches (${callsOver(one).toFixed(2)} of the fewest), ` +
      `${one.seconds.toFixed(1)} s of which CPU ${one.cpuSeconds.toFixed(1)} s (TikTok's limit: ${paced(one).toFixed(1)} s), peak ${one.peakRssMb.toFixed(0)} MB`,
  );
  return ['Backfill of a season, TikTok’s limit not waited for:', ...lines].join('\n');
}

export function missedByBackfill(figures: readonly BackfillFigures[]): readonly string[] {
  const [small, large] = figures;
  const grown = small && large ? large.peakRssMb / small.peakRssMb : 0;
  return [
    ...(grown > mostMemory ? [`a backfill of five times the orders held ${grown.toFixed(2)} times the memory`] : []),
    ...figures
      .filter((one) => callsOver(one) > mostCalls)
      .map((one) => `a backfill of ${one.orders} orders made ${callsOver(one).toFixed(2)} of the fewest searches`),
  ];
}

function callsOver({ orders, searches }: BackfillFigures): number {
  return searches / Math.ceil(orders / ordersPerSearch);
}

function paced({ searches }: BackfillFigures): number {
  return searches / searchesPerSecond;
}
