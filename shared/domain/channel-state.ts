import type { Credential } from './credential.ts';
import type { Channel } from './shop.ts';
import type { Instant } from './time.ts';

/** A channel that takes nothing until a person acts: its robot was removed, its key revoked, its address gone. */
export interface DisabledChannel {
  readonly channel: string;
  /** `now` of the run whose notice was refused first. */
  readonly since: Instant;
  /** What the receiver answered and what to do; no secret. */
  readonly because: string;
  /** By the wall clock: when it was last asked. */
  readonly triedAt: Instant;
}

/** A channel is a credential too: something without which people hear nothing. */
export function channelCredentials(
  channels: readonly Channel[],
  disabled: readonly DisabledChannel[],
): readonly Credential[] {
  return channels.map(({ id }): Credential => {
    const state = disabled.find(({ channel }) => channel === id);
    return {
      id: `channel:${id}`,
      kind: 'channel',
      name: id,
      renewsItself: false,
      ...(state && { refusedSince: state.since, because: state.because }),
    };
  });
}
