import type { Credential } from './credential.ts';
import type { Channel } from './shop.ts';
import { age, days, hours, type Instant } from './time.ts';

/**
 * A channel that takes nothing until a person acts: its robot was removed, its key revoked, its address gone. Or one that
 * does not answer, and is asked all the same.
 */
export interface DisabledChannel {
  readonly channel: string;
  /** `now` of the run whose notice was refused first. */
  readonly since: Instant;
  /** What the receiver answered and what to do; no secret. */
  readonly because: string;
  /** By the wall clock: when it was last asked. */
  readonly triedAt: Instant;
  /** It is down or busy: every notice is tried, and it is told of when that lasts. */
  readonly isTried?: true;
}

/** An hour's outage is over before anybody has read of it (house rule, 2026-11). */
const patience = hours(1);

/** Tried again after as long as it has been closed, an hour at least, a day at most. */
export function isTryDue({ since, triedAt }: DisabledChannel, wall: Instant): boolean {
  const wait = Math.min(days(1), Math.max(hours(1), triedAt - since));
  return wall >= triedAt + wait;
}

/** A channel is a credential too: something without which people hear nothing. */
export function channelCredentials(
  channels: readonly Channel[],
  disabled: readonly DisabledChannel[],
  now: Instant,
): readonly Credential[] {
  return channels.map(({ id }): Credential => {
    const state = disabled.find(
      ({ channel, isTried, since }) => channel === id && (!isTried || age(since, now) >= patience),
    );
    return {
      id: `channel:${id}`,
      kind: 'channel',
      name: id,
      renewsItself: false,
      ...(state && { refusedSince: state.since, because: state.because }),
    };
  });
}
