import { after, before, instant, iso, minutes, type Duration, type Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import { Rejected } from '../ports/errors.ts';
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
  readonly clock: Clock;
  /** From one round to the next. */
  readonly roundLasts: Duration;
  /** Tells an outside monitor that a round is complete, and whether it listened; left out when none is configured. */
  readonly heartbeat?: () => Promise<boolean>;
}

export interface DispatchOutcome {
  readonly sent: number;
  readonly heartbeat: 'sent' | 'not-taken' | 'withheld' | 'not-configured';
}

/** A key ahead of its time would make every sweep until then a repetition: a typing mistake, refused. */
const mostAhead = minutes(15);

/**
 * One message per shop, then word to the dead-man's switch if the round before was complete.
 * Throws Rejected for a key that lies in the future.
 */
export async function dispatch(request: DispatchRequest, ports: DispatchPorts): Promise<DispatchOutcome> {
  const scheduled = instant(Date.parse(request.scheduledTime));
  if (request.now === undefined && scheduled > after(ports.clock.wall(), mostAhead)) {
    throw new Rejected(
      `round ${request.scheduledTime}: lies in the future; give the present time, e.g. ${iso(ports.clock.wall())}`,
    );
  }
  // One way of writing, whatever zone the time came in: keys are compared as text.
  const run = iso(scheduled);
  const shops = request.shops ?? (await ports.shops.list());
  const now = request.now === undefined ? {} : { now: instant(request.now) };
  const requests = shops.map((shop): SweepRequest => ({ v: 1, kind: 'sweep', shop, run, step: 0, ...now }));
  const complete = ports.heartbeat && (await isRoundComplete(shops, scheduled, ports));
  await ports.outbox.sweep(requests);
  if (!ports.heartbeat) return { sent: requests.length, heartbeat: 'not-configured' };
  if (!complete) return { sent: requests.length, heartbeat: 'withheld' };
  return { sent: requests.length, heartbeat: (await ports.heartbeat()) ? 'sent' : 'not-taken' };
}

/**
 * Every shop has finished a run that is no older than the round before this one; half a round more is a round that was
 * missed. A run that is under way, as one that was brought forward may be, takes nothing from that.
 */
async function isRoundComplete(
  shops: readonly string[],
  scheduled: Instant,
  { shops: configured, watches, roundLasts }: Pick<DispatchPorts, 'shops' | 'watches' | 'roundLasts'>,
): Promise<boolean> {
  const line = before(scheduled, (roundLasts * 1.5) as Duration);
  const isSwept = async (shop: string): Promise<boolean> => {
    const { paused, leaving } = (await configured.read(shop)) ?? {};
    if (paused || leaving) return true;
    const run = (await watches.read(shop))?.handedOver?.run;
    return run !== undefined && Date.parse(run) >= line;
  };
  // Recovery: what cannot be read is no complete round; the shops are swept all the same.
  const read = await Promise.allSettled(shops.map(isSwept));
  return read.every((outcome) => outcome.status === 'fulfilled' && outcome.value);
}
