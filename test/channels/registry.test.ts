import { describe, expect, it } from 'vitest';
import type { ChannelKind } from '../../shared/channels/channel.ts';
import { knownToShops } from '../../shared/known-to-shops.ts';
import { channels } from '../../shared/channels/registry.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeLongLists } from '../support/fake-long-lists.ts';
import { FakeMailer } from '../support/fake-mailer.ts';
import { FakeSellerVault } from '../support/fake-seller-vault.ts';
import { noticeNamed } from './notices.ts';

it('there is one sender for every kind of channel, and it is of that kind', () => {
  const parts = {
    mailer: new FakeMailer(),
    lists: new FakeLongLists(),
    vault: new FakeSellerVault(),
    clock: new FakeClock(),
  };
  for (const [kind, channel] of Object.entries<ChannelKind>(channels)) expect(channel.sender(parts).kind).toBe(kind);
});

it('rendering is pure: the same notice gives the same message', () => {
  for (const channel of Object.values<ChannelKind>(channels)) {
    expect(channel.render(noticeNamed('sweep', 'en'))).toEqual(channel.render(noticeNamed('sweep', 'en')));
  }
});

it('a shop lists channels of every kind that has a secret; e-mail has none', () => {
  expect(Object.keys(knownToShops.channels)).toEqual(Object.keys(channels).filter((kind) => kind !== 'email'));
});

describe('the secret of a channel', () => {
  it.each([
    ['Slack', channels.slack, { url: 'https://hooks.slack.com/services/T/B/X' }, []],
    ['Slack on this machine', channels.slack, { url: 'http://127.0.0.1:4020/slack' }, []],
    ['Slack without encryption', channels.slack, { url: 'http://hooks.slack.com/services/T/B/X' }, ['url']],
    ['Slack by a script', channels.slack, { url: 'javascript:alert(1)' }, ['url']],
    ['a Slack app', channels['slack-app'], { token: 'xoxb-1', conversation: 'C0123' }, []],
    ['a Slack app without a conversation', channels['slack-app'], { token: 'xoxb-1' }, ['conversation']],
    ['a webhook', channels.webhook, { url: 'https://erp.example/in', secret: 'sixteen-letters!' }, []],
    [
      'a webhook that anybody could sign',
      channels.webhook,
      { url: 'https://erp.example/in', secret: 'short' },
      ['secret'],
    ],
    ['a webhook that does not sign', channels.webhook, { url: 'https://erp.example/in' }, ['secret']],
    ['WeCom', channels.wecom, { url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1' }, []],
    ['DingTalk by keyword', channels.dingtalk, { url: 'https://oapi.dingtalk.com/robot/send?access_token=1' }, []],
    ['DingTalk signed', channels.dingtalk, { url: 'https://oapi.dingtalk.com/robot/send', secret: 'SEC1' }, []],
    [
      'Feishu with a key that has blanks',
      channels.feishu,
      { url: 'https://open.feishu.cn/x', secret: 'a b' },
      ['secret'],
    ],
  ])('%s', (_, { secret }, value, wrong) => {
    const issues = secret.safeParse(value).error?.issues ?? [];
    expect(issues.map(({ path: [field] }) => field)).toEqual(wrong);
    for (const { message } of issues) expect(message).toContain('; for example ');
  });
});
