import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SweepCounts } from '../../infra/cli/cost/counts.ts';
import { hours, minutes } from '../../shared/domain/time.ts';
import { openChain, type Link } from './chain.ts';
import { step } from './sizes.ts';
import { UnitMeter, type Units } from './unit-meter.ts';

/** A day of sweeps of a shop whose orders are at every point of their lives. */
const size = { open: 1_000, historyDays: 20, sweeps: 48 };

const orders: ReadonlySet<string> = new Set(['open', 'closed']);

/** What the sweeps after a first look cost in requests and units, as `tidewatch cost` counts with. */
export async function measureCounts(folder: string, sweepFile: string): Promise<SweepCounts> {
  const dataDir = join(folder, 'counts');
  mkdirSync(dataDir, { recursive: true });
  const meter = new UnitMeter();
  const chain = await openChain({ size, sweepFile, dataDir, lookEvery: hours(24), meter });
  try {
    await chain.sweep();
    meter.take();
    const links: Link[] = [];
    for (let sweep = 0; sweep < size.sweeps; sweep += 1) links.push(await chain.sweep());
    return countsOf(links, meter.take(), meter.meanBytes('open'));
  } finally {
    await chain.stop();
  }
}

function countsOf(links: readonly Link[], { read, write }: Units, orderBytes: number): SweepCounts {
  const sum = (of: (link: Link) => number): number => links.reduce((total, link) => total + of(link), 0);
  const looks = sum(({ swept }) => swept.record.tally.looks);
  return {
    open: Math.round(sum(({ swept }) => swept.record.open) / links.length),
    sweeps: links.length,
    minutesApart: step / minutes(1),
    calls: sum(({ calls }) => calls.search + calls.detail + calls.packages + calls.tracking) - looks,
    looks,
    orderReadUnits: of(read, (kind) => orders.has(kind)),
    otherReadUnits: of(read, (kind) => !orders.has(kind)),
    orderWriteUnits: of(write, (kind) => orders.has(kind)),
    otherWriteUnits: of(write, (kind) => !orders.has(kind)),
    orderBytes: Math.round(orderBytes),
  };
}

function of(units: Units['read'], isMeant: (kind: string) => boolean): number {
  return Object.entries(units).reduce((sum, [kind, count]) => sum + (isMeant(kind) ? count : 0), 0);
}
