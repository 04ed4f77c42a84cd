import { instant, iso, type Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import { Rejected } from '../ports/errors.ts';
import type { Outbox } from '../ports/messaging.ts';
import type { RunLog, Shops } from '../ports/records.ts';
import type { BackfillRequest } from './backfill-slice.ts';

export interface BackfillOrder {
  readonly shop: string;
  /** Creation times, `from` included, `to` not. */
  readonly from: Instant;
  readonly to: Instant;
  readonly notify: boolean;
  readonly now?: Instant;
}

export interface BackfillPorts {
  readonly shops: Pick<Shops, 'read'>;
  readonly outbox: Pick<Outbox, 'sweep'>;
  readonly clock: Clock;
}

/** Starts a backfill by its first slice; answers the id under which its progress is recorded. */
export async function backfill(order: BackfillOrder, ports: BackfillPorts): Promise<{ readonly run: string }> {
  await requireWatched(order.shop, ports);
  const run = `backfill-${iso(ports.clock.wall())}`;
  const first: BackfillRequest = {
    v: 1,
    kind: 'backfill',
    shop: order.shop,
    run,
    step: 0,
    from: order.from,
    to: order.to,
    reached: order.from,
    notify: order.notify,
    now: instant(order.now ?? ports.clock.world()),
  };
  await ports.outbox.sweep([first]);
  return { run };
}

/** A message about a shop that nobody looks at would be gone without a word. */
async function requireWatched(id: string, { shops }: Pick<BackfillPorts, 'shops'>): Promise<void> {
  const shop = await shops.read(id);
  if (!shop) throw new Rejected(`backfill: shop ${id} is not configured: give the id of an item of shops`);
  if (shop.paused || shop.leaving)
    throw new Rejected(`backfill: shop ${id} is paused or removed: take it up again with tidewatch shop resume ${id}`);
}

/**
 * Sends on a backfill whose message was lost. One that is under way all the same is not disturbed: of two messages the
 * later one finds that nothing is left to do. Throws Rejected for a run that cannot be gone on with.
 */
export async function resumeBackfill(
  { shop, run }: { readonly shop: string; readonly run: string },
  { runs, outbox, clock, shops }: BackfillPorts & { readonly runs: Pick<RunLog, 'find'> },
): Promise<void> {
  await requireWatched(shop, { shops });
  const { kind, state, now, progress } = (await runs.find(shop, run)) ?? {};
  if (kind !== 'backfill' || !progress || now === undefined)
    throw new Rejected(`no backfill ${run} of shop ${shop} has begun`);
  if (state !== 'running') throw new Rejected(`backfill ${run} is ${state}: start another one`);
  const { from, to, reached, notify = false } = progress;
  // No step of its own can have the number, so the queue takes it for a new one.
  const step = clock.wall();
  await outbox.sweep([{ v: 1, kind: 'backfill', shop, run, step, from, to, reached, notify, now }]);
}
