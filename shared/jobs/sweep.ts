import type { Shop } from '../domain/shop.ts';
import type { SweepRequest } from '../ports/messaging.ts';
import type { RunRecord } from '../ports/records.ts';
import type { Run, Watch } from '../ports/watch.ts';
import { backfillSlice } from './backfill-slice.ts';
import { beginRun, newWatch } from './begin-run.ts';
import { carryOut } from './carry-out.ts';
import type { SweepPorts } from './sweep-ports.ts';

/** What one message came to; `runs` has a record for every run that it finished. */
export interface SweepOutcome {
  readonly shop: string;
  readonly state: 'done' | 'continued' | 'nothing-to-do' | 'unknown-shop' | 'paused';
  readonly runs: readonly FinishedRun[];
}

export interface FinishedRun {
  readonly run: string;
  readonly record: RunRecord;
}

/**
 * One message about one shop. 1. Take the lease, so that an earlier invocation can no longer write the watch.
 * 2. Finish the run that an earlier one left. 3. Do what the message asks for. Time up: go on in a further message.
 */
export async function sweep(request: SweepRequest, ports: SweepPorts): Promise<SweepOutcome> {
  const shop = await ports.shops.read(request.shop);
  if (!shop) return { shop: request.shop, state: 'unknown-shop', runs: [] };
  // A run that was under way goes on where it stopped when the pause is over.
  if (shop.paused || shop.leaving) return { shop: shop.id, state: 'paused', runs: [] };
  const watch = await takeOver(shop, ports);
  const runs: FinishedRun[] = [];
  const next = await work(request, shop, watch, runs, ports);
  if (next === 'nothing-to-do' || next === 'done') return { shop: shop.id, state: next, runs };
  await ports.outbox.sweep([next]);
  return { shop: shop.id, state: 'continued', runs };
}

async function takeOver(shop: Shop, ports: SweepPorts): Promise<Watch> {
  await ports.watches.take(shop.id, ports.holder);
  return (await ports.watches.read(shop.id)) ?? newWatch;
}

type Next = SweepRequest | 'done' | 'nothing-to-do';

async function work(
  request: SweepRequest,
  shop: Shop,
  watch: Watch,
  runs: FinishedRun[],
  ports: SweepPorts,
): Promise<Next> {
  const later = { ...request, step: request.step + 1 };
  let current = watch;
  if (watch.run) {
    if (!watch.run.pull) await ports.watches.write(shop.id, pulling(watch, watch.run), ports.holder);
    const left = await finish(watch.run, watch, shop, runs, ports);
    if (!left) return later;
    current = left;
  }
  if (request.kind === 'backfill') return (await backfillSlice(request, shop, ports)) ?? 'done';
  const run = beginRun(current, request, ports.clock.world(), ports.clock.wall());
  if (!run) return runs.length > 0 ? 'done' : 'nothing-to-do';
  await ports.watches.write(shop.id, pulling(current, run), ports.holder);
  return (await finish(run, current, shop, runs, ports)) ? 'done' : later;
}

/** While a step pulls: should it die, nobody can tell any more which orders it met for the first time. */
function pulling(watch: Watch, run: Run): Watch {
  return { ...watch, run: run.kind === 'sweep' ? { ...run, firstSeen: 'lost' } : run };
}

/** The watch after the run, or undefined when the step's time was up before its end. */
async function finish(
  run: Run,
  watch: Watch,
  shop: Shop,
  runs: FinishedRun[],
  ports: SweepPorts,
): Promise<Watch | undefined> {
  const carried = await carryOut(run, watch, shop, ports);
  if (carried.is === 'paused') return undefined;
  runs.push({ run: run.id, record: carried.record });
  return carried.watch;
}
