import { expect, it } from 'vitest';
import { channelClosed } from '../../shared/checks/channel-closed.ts';
import { credentialExpiry } from '../../shared/checks/credential-expiry.ts';
import { channelCredentials, type DisabledChannel } from '../../shared/domain/channel-state.ts';
import type { Credential } from '../../shared/domain/credential.ts';
import { channelsOf } from '../../shared/domain/shop.ts';
import { aCredential, aShop } from '../support/a-shop.ts';
import { hoursAgo, minutesAgo, now } from '../support/moments.ts';
import { aSetting } from '../support/a-setting.ts';

const because = '404 no_service; make a new incoming webhook in Slack and store its address';
const state: DisabledChannel = { channel: 'slack:en', since: hoursAgo(3), because, triedAt: hoursAgo(3) };
const shop = aShop({ slack: { locale: 'en' } });

function channel(id: string, disabled: readonly DisabledChannel[]): Credential {
  const found = channelCredentials(channelsOf(shop), disabled, now).find(({ name }) => name === id);
  if (!found) throw new Error(`${id} is no channel of the shop`);
  return found;
}

it('a channel that refuses is told of by name, with what its receiver said', () => {
  expect(channelClosed.judge(channel('slack:en', [state]))).toEqual({
    is: 'firing',
    stage: 'channel-closed',
    since: hoursAgo(3),
    facts: { name: 'slack:en', because },
  });
});

it('a channel that has not answered for an hour is told of as well', () => {
  expect(channelClosed.judge(channel('slack:en', [{ ...state, isTried: true }]))).toMatchObject({ since: hoursAgo(3) });
});

it.each([
  ['a channel that takes messages', channel('slack:en', [])],
  ['a channel beside one that refuses', channel('email:en', [state])],
  [
    'a channel that has not answered for a while',
    channel('slack:en', [{ ...state, since: minutesAgo(59), isTried: true }]),
  ],
  ['a key that is refused', aCredential({ refusedSince: hoursAgo(3) })],
])('%s is no finding', (_, credential) => {
  expect(channelClosed.judge(credential)).toEqual({ is: 'ok' });
});

it('a channel never expires, and nobody misses its issue date', () => {
  expect(credentialExpiry.judge(channel('slack:en', [state]), aSetting())).toEqual({ is: 'ok' });
});
