import { age, instant, iso, seconds, type Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Hint, Hints } from '../ports/hints.ts';
import type { Outbox } from '../ports/messaging.ts';
import type { Shops } from '../ports/records.ts';
import type { Watches } from '../ports/watch.ts';

export interface FollowRequest {
  /** The schedule's time, ISO 8601: the key of the runs. */
  readonly scheduledTime: string;
}

export interface FollowPorts {
  readonly hints: Pick<Hints, 'list' | 'markFollowed'>;
  readonly shops: Pick<Shops, 'read'>;
  readonly watches: Pick<Watches, 'read'>;
  readonly outbox: Pick<Outbox, 'sweep'>;
  readonly clock: Pick<Clock, 'wall'>;
}

/** However fast notifications come, TikTok is not asked more often (house rule, 2026-11). */
const shortestPause = seconds(60);

/**
 * Brings the sweep of hinted shops forward. A hint is marked only when its sweep has been asked for; dying in between
 * sweeps the shop twice, which changes nothing.
 */
export async function followHints({ scheduledTime }: FollowRequest, ports: FollowPorts): Promise<Followed> {
  const run = iso(instant(Date.parse(scheduledTime)));
  const followed = { sent: 0, waiting: 0, dropped: 0 };
  for (const hint of await ports.hints.list()) followed[await follow(hint, run, ports)] += 1;
  return followed;
}

/** How many hints became a sweep, have to wait, and were about shops that nobody watches any more. */
export type Followed = Readonly<Record<'sent' | 'waiting' | 'dropped', number>>;

async function follow(
  hint: Hint,
  run: string,
  { hints, shops, watches, outbox, clock }: FollowPorts,
): Promise<keyof Followed> {
  const { shop } = hint;
  const configured = await shops.read(shop);
  const isWatched = configured !== undefined && !configured.paused && !configured.leaving;
  const watch = isWatched ? await watches.read(shop) : undefined;
  // What a run has pulled already it does not pull again: the hint waits until it is over.
  if (watch?.run || isFresh(watch?.handedOver?.run, clock.wall())) return 'waiting';
  if (isWatched) await outbox.sweep([{ v: 1, kind: 'sweep', shop, run, step: 0 }]);
  await hints.markFollowed(hint);
  return isWatched ? 'sent' : 'dropped';
}

function isFresh(run: string | undefined, wall: Instant): boolean {
  return run !== undefined && age(instant(Date.parse(run)), wall) < shortestPause;
}
