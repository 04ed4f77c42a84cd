import { instant, iso, type Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import { Rejected } from '../ports/errors.ts';
import type { Outbox } from '../ports/messaging.ts';
import type { Shops } from '../ports/records.ts';
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
  const shop = await ports.shops.read(order.shop);
  if (!shop) throw new Rejected(`backfill: shop ${order.shop} is not configured: give the id of an item of shops`);
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
