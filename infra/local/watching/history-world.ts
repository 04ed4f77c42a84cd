import type { Instant } from '../../../shared/domain/time.ts';
import { marketZone } from '../../../shared/policies/market-zone.ts';
import { simulatedWorld, type Configured } from './simulated-world.ts';
import type { World } from './world.ts';

/** One shop whose orders are the rows of a CSV file, seen as of an instant. Throws what is wrong with the file. */
export function historyWorld(file: string, market: string, seed: number, now: Instant | undefined): Promise<World> {
  return simulatedWorld({
    seed,
    ...(now !== undefined && { now }),
    shops: [{ region: market, orders: { from: 'history', file } }],
    configured: [historyOwner(market)],
    // A week of sweeps is watched in minutes: the limit is counted in the simulator's virtual time instead.
    rateMode: 'virtual',
    callsPerSecond: 5_000,
  });
}

/** How the shop of a file is configured: two recipients in two languages, nothing else. */
export function historyOwner(market: string): Configured {
  const owner = { address: 'owner@shop.example', locale: 'en' } as const;
  return {
    recipients: [owner, { address: 'yunying@shop.example', locale: 'zh-CN' }],
    operations: owner,
    credentials: [],
    zone: marketZone(market),
  };
}
