import { expect, it } from 'vitest';
import { channelsOf } from '../../shared/domain/shop.ts';
import { aShop } from '../support/a-shop.ts';

it('a shop is heard of once in each language of its readers, and by every channel of its own', () => {
  const shop = aShop({
    slack: { locale: 'en' },
    channels: [
      { id: 'ops', kind: 'wecom', locale: 'zh-CN' },
      { id: 'night', kind: 'wecom', locale: 'zh-CN' },
    ],
  });
  expect(channelsOf(shop)).toEqual([
    { id: 'email:en', kind: 'email', locale: 'en', to: ['owner@shop.example'] },
    { id: 'email:zh-CN', kind: 'email', locale: 'zh-CN', to: ['shenzhen@shop.example'] },
    { id: 'slack:en', kind: 'slack', locale: 'en', to: [], secret: 'slack' },
    { id: 'wecom/ops', kind: 'wecom', locale: 'zh-CN', to: [], secret: 'channels/ops' },
    { id: 'wecom/night', kind: 'wecom', locale: 'zh-CN', to: [], secret: 'channels/night' },
  ]);
});

it('another name makes another channel: two of one kind never share an id', () => {
  const ids = channelsOf(
    aShop({ channels: ['a', 'b', 'a:b'].map((id) => ({ id, kind: 'feishu', locale: 'en' })) }),
  ).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('more readers than a mail takes are several channels, and a retry of one repeats no other', () => {
  const recipients = Array.from({ length: 120 }, (_, n) => ({
    address: `reader-${n}@shop.example`,
    locale: 'en' as const,
  }));
  const mails = channelsOf(aShop({ recipients }));
  expect(mails.map(({ id, to }) => [id, to.length])).toEqual([
    ['email:en', 50],
    ['email:en+2', 50],
    ['email:en+3', 20],
  ]);
  expect(mails.flatMap(({ to }) => to)).toEqual(recipients.map(({ address }) => address));
});
