import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { days } from '../../../shared/domain/time.ts';
import { openChain } from '../chain.ts';

/** One backfill of a generated shop's season, in a process with a small heap. */
export interface BackfillFigures {
  readonly orders: number;
  readonly searches: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakRssMb: number;
}

const season = 90;

/** Open orders of shops with about 20,000 and 100,000 orders in a season. */
const shops = [1_290, 6_450];

export async function measureBackfills(folder: string, sweepFile: string): Promise<readonly BackfillFigures[]> {
  const figures: BackfillFigures[] = [];
  for (const open of shops) {
    const size = { open, historyDays: season, sweeps: 0 };
    const dataDir = join(folder, `backfill-${open}`);
    mkdirSync(dataDir);
    const chain = await openChain({ size, dataDir, sweepFile, lookEvery: days(1) });
    try {
      const { swept, calls } = await chain.backfill(days(season + 1));
      const { record, ...rest } = swept;
      figures.push({ orders: record.tally.pulled, searches: calls.search, ...rest });
    } finally {
      await chain.stop();
    }
  }
  return figures;
}
