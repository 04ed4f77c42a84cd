import { expect, it } from 'vitest';
import { channels } from '../../shared/channels/registry.ts';
import { FakeMailer } from '../support/fake-mailer.ts';
import { FakeSellerVault } from '../support/fake-seller-vault.ts';
import { noticeNamed } from './notices.ts';

it('there is one sender for every kind of channel, and it is of that kind', () => {
  const parts = { mailer: new FakeMailer(), vault: new FakeSellerVault() };
  for (const [kind, channel] of Object.entries(channels)) expect(channel.sender(parts).kind).toBe(kind);
});

it.each([
  ['a reader with address and language', channels.email, { address: 'owner@shop.example', locale: 'zh-CN' }, true],
  [
    'a reader whose address breaks a header',
    channels.email,
    { address: 'a@b.example\r\nBcc: c@d', locale: 'en' },
    false,
  ],
  ['a reader in a language we do not write', channels.email, { address: 'owner@shop.example', locale: 'fr' }, false],
  ['Slack in a language', channels.slack, { locale: 'en' }, true],
  ['Slack without a language', channels.slack, {}, false],
])('%s', (_, { settings }, value, valid) => {
  expect(settings.safeParse(value).success).toBe(valid);
});

it('rendering is pure: the same notice gives the same message', () => {
  for (const channel of Object.values(channels)) {
    expect(channel.render(noticeNamed('sweep', 'en'))).toEqual(channel.render(noticeNamed('sweep', 'en')));
  }
});
