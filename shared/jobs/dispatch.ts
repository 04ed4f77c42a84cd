import { instant } from '../domain/time.ts';
import type { Outbox, SweepRequest } from '../ports/messaging.ts';
import type { Shops } from '../ports/records.ts';
import type { Watches } from '../ports/watch.ts';

export interface DispatchRequest {
  /** The schedule's time, ISO 8601: the key of the round's runs, nothing else. */
  readonly scheduledTime: string;
  /** The world's time for this round (replays); left out = the time at which each sweep begins. */
  readonly now?: number;
  /** Only these shops; left out = all. */
  readonly shops?: readonly string[];
}

export interface DispatchPorts {
  readonly shops: Shops;
  readonly watches: Watches;
  readonly outbox: Outbox;
  /** Tells an outside monitor that a round is complete, and whether it listened; left out when none is configured. */
  readonly heartbeat?: () => Promise<boolean>;
}

export interface DispatchOutcome {
  readonly sent: number;
  readonly heartbeat: 'sent' | 'not-taken' | 'withheld' | 'not-configured';
}

/** One message per shop, then word to the dead-man's switch if the round before was complete. */
export async function dispatch(request: DispatchRequest, ports: DispatchPorts): Promise<DispatchOutcome> {
  const shops = request.shops ?? (await ports.shops.list());
  const now = request.now === undefined ? {} : { now: instant(request.now) };
  const requests = shops.map((shop): SweepRequest => ({
    v: 1,
    kind: 'sweep',
    shop,
    run: request.scheduledTime,
    step: 0,
    ...now,
  }));
  const complete = ports.heartbeat && (await isRoundComplete(shops, ports.watches));
  await ports.outbox.sweep(requests);
  if (!ports.heartbeat) return { sent: requests.length, heartbeat: 'not-configured' };
  if (!complete) return { sent: requests.length, heartbeat: 'withheld' };
  return { sent: requests.length, heartbeat: (await ports.heartbeat()) ? 'sent' : 'not-taken' };
}

/** Every shop has finished a run, all the same last one, and none is still on its way. */
async function isRoundComplete(shops: readonly string[], watches: Watches): Promise<boolean> {
  const all = await Promise.all(shops.map((shop) => watches.read(shop)));
  const last = new Set(all.map((watch) => watch?.handedOver?.run));
  return (
    shops.length > 0 &&
    last.size === 1 &&
    all.every((watch) => watch?.handedOver !== undefined && watch.run === undefined)
  );
}
