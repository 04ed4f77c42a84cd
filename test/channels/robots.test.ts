import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelKind } from '../../shared/channels/channel.ts';
import { channels } from '../../shared/channels/registry.ts';
import { Rejected, Transient } from '../../shared/ports/errors.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeLongLists } from '../support/fake-long-lists.ts';
import { FakeMailer } from '../support/fake-mailer.ts';
import { FakeSellerVault } from '../support/fake-seller-vault.ts';
import { failureOf } from '../support/failure-of.ts';
import { noticeNamed } from './notices.ts';
import { Receiver } from './receiver.ts';

const service = new Receiver();
const clock = new FakeClock();
const vault = new FakeSellerVault();
let origin = '';

beforeAll(async () => {
  origin = await service.open();
});
afterAll(() => service.close());
beforeEach(() => service.answer({ status: 200, body: '{"errcode":0,"code":0,"ok":true,"channel":"C1","ts":"1.2"}' }));

const key = 's3cr3t-s3cr3t-s3cr3t';

async function deliver(kind: keyof typeof channels, fields: object = {}): Promise<string | undefined> {
  const notice = noticeNamed('sweep', 'zh-CN', kind);
  const secret = { url: `${origin}/s3cr3t?access_token=1`, ...fields };
  await vault.storeChannelSecret(notice.shop.id, 'slack', JSON.stringify(secret));
  const channel: ChannelKind = channels[kind];
  return channel.sender({ mailer: new FakeMailer(), lists: new FakeLongLists(), vault, clock }).deliver(notice);
}

function sent(): { readonly path: URL; readonly headers: Record<string, unknown>; readonly body: string } {
  const [one] = service.received;
  if (!one) throw new Error('nothing was sent');
  return { path: new URL(one.url, origin), headers: one.headers, body: one.body };
}

describe('signatures', () => {
  it('DingTalk: the key signs time and key, in the address', async () => {
    await deliver('dingtalk', { secret: key });
    const { searchParams } = sent().path;
    const time = String(clock.wall());
    expect(searchParams.get('access_token')).toBe('1');
    expect(searchParams.get('timestamp')).toBe(time);
    expect(searchParams.get('sign')).toBe(createHmac('sha256', key).update(`${time}\n${key}`).digest('base64'));
  });

  it('Feishu: time and key sign nothing, in the body', async () => {
    await deliver('feishu', { secret: key });
    const time = String(Math.floor(clock.wall() / 1_000));
    const sign = createHmac('sha256', `${time}\n${key}`).digest('base64');
    expect(JSON.parse(sent().body)).toMatchObject({ timestamp: time, sign, msg_type: 'interactive' });
  });

  it.each(['dingtalk', 'feishu', 'wecom'] as const)('%s without a key sends nothing signed', async (kind) => {
    await deliver(kind);
    expect(sent().path.search).toBe('?access_token=1');
    expect(JSON.parse(sent().body)).toEqual(channels[kind].render(noticeNamed('sweep', 'zh-CN', kind)));
  });

  it('webhook: the key signs time and body, in headers that are documented', async () => {
    expect(await deliver('webhook', { secret: key })).toBe(noticeNamed('sweep', 'zh-CN', 'webhook').id);
    const { headers, body } = sent();
    const time = String(Math.floor(clock.wall() / 1_000));
    expect(headers['tidewatch-timestamp']).toBe(time);
    expect(headers['tidewatch-signature']).toBe(
      `v1=${createHmac('sha256', key).update(`${time}.${body}`).digest('hex')}`,
    );
    expect(decodeURIComponent(String(headers['tidewatch-id']))).toBe((JSON.parse(body) as { readonly id: string }).id);
  });

  it('Slack app: the token goes ahead, and the reference comes back as Slack gave it', async () => {
    const reference = await deliver('slack-app', { url: origin, token: 'xoxb-s3cr3t', conversation: 'C1' });
    expect(reference).toBe('C1/1.2');
    expect(sent().path.pathname).toBe('/chat.postMessage');
    expect(sent().headers['authorization']).toBe('Bearer xoxb-s3cr3t');
    expect(JSON.parse(sent().body)).toMatchObject({ channel: 'C1', unfurl_links: false });
  });
});

const app = { token: 'xoxb-s3cr3t', conversation: 'C1' };
const webhook = { secret: key };

describe('what a receiver answers', () => {
  it.each([
    ['WeCom is busy', 'wecom', {}, 200, '{"errcode":-1}', Transient, /code -1$/],
    ['WeCom had too many', 'wecom', {}, 200, '{"errcode":45009,"errmsg":"s3cr3t"}', Transient, /code 45009$/],
    ['WeCom knows no such robot', 'wecom', {}, 200, '{"errcode":93000}', Rejected, /93000; the robot was removed/],
    ['WeCom finds it too long', 'wecom', {}, 200, '{"errcode":40058}', Rejected, /report it as a bug/],
    ['DingTalk had too many', 'dingtalk', {}, 200, '{"errcode":130101}', Transient, /130101/],
    [
      'DingTalk refuses the signature',
      'dingtalk',
      {},
      200,
      '{"errcode":310000}',
      Rejected,
      /310000; keyword, signature/,
    ],
    ['DingTalk lost its group', 'dingtalk', {}, 200, '{"errcode":400013}', Rejected, /the group was dissolved/],
    ['Feishu had too many', 'feishu', {}, 200, '{"code":11232}', Transient, /11232/],
    ['Feishu refuses the signature', 'feishu', {}, 400, '{"code":19021}', Rejected, /19021; the signature was refused/],
    ['Feishu wants a keyword', 'feishu', {}, 200, '{"code":19024}', Rejected, /19024; the robot wants a keyword/],
    ['Feishu finds no sense in it', 'feishu', {}, 400, '{"code":9499}', Rejected, /report it as a bug/],
    ['a robot that is a page', 'feishu', {}, 404, '<h1>s3cr3t</h1>', Rejected, /answered 404 and no code/],
    ['a robot that is no robot', 'wecom', {}, 200, 'ok', Rejected, /answered 200 and no code/],
    ['a robot that fails', 'dingtalk', {}, 502, '<h1>s3cr3t</h1>', Transient, /answered 502/],
    ['Slack wants a rest', 'slack-app', app, 429, '{"ok":false,"error":"ratelimited"}', Transient, /ratelimited/],
    ['Slack fails', 'slack-app', app, 200, '{"ok":false,"error":"internal_error"}', Transient, /internal_error/],
    [
      'Slack took the token back',
      'slack-app',
      app,
      200,
      '{"ok":false,"error":"token_revoked"}',
      Rejected,
      /new bot token/,
    ],
    [
      'Slack put the app out',
      'slack-app',
      app,
      200,
      '{"ok":false,"error":"not_in_channel"}',
      Rejected,
      /invite the app/,
    ],
    [
      'Slack finds no sense in it',
      'slack-app',
      app,
      200,
      '{"ok":false,"error":"invalid_blocks"}',
      Rejected,
      /report it/,
    ],
    ['a webhook that is gone', 'webhook', webhook, 410, 's3cr3t', Rejected, /410; nobody is there/],
    ['a webhook with another key', 'webhook', webhook, 401, '', Rejected, /401; the signature was refused/],
    ['a webhook that moved', 'webhook', webhook, 302, '', Rejected, /302; look into the log/],
    ['a webhook under repair', 'webhook', webhook, 503, '', Transient, /503/],
  ] as const)('%s', async (_, kind, fields, status, body, type, text) => {
    service.answer({ status, body, headers: { location: `${origin}/elsewhere` } });
    const failure = await failureOf(deliver(kind, { ...fields }));
    expect(failure).toBeInstanceOf(type);
    expect(failure.message).toMatch(text);
    expect(failure.message).toContain('shop 7495510238846614801');
    expect(failure.message).not.toContain('s3cr3t');
    expect(service.received).toHaveLength(1);
  });

  it.each(['wecom', 'dingtalk', 'feishu', 'webhook', 'slack-app'] as const)(
    '%s hangs up: it passes, and no address is named',
    async (kind) => {
      service.answer();
      const failure = await failureOf(deliver(kind, kind === 'slack-app' ? app : webhook));
      expect(failure).toBeInstanceOf(Transient);
      expect(failure.message).toMatch(/: no answer \(\w+\)$/);
    },
  );
});

describe('a secret that cannot be used', () => {
  it.each([
    ['nothing', undefined, /nothing is stored for channel feishu:en$/],
    ['half a JSON document', '{"url": "https://s3cr3t.example", ', /does not fit at the whole$/],
    ['an address without encryption', '{"url": "http://s3cr3t.example"}', /does not fit at url$/],
    ['another kind of address', 'ftp://s3cr3t.example', /does not fit at url$/],
  ])('%s is for a person to mend', async (_, secret, text) => {
    const empty = new FakeSellerVault();
    const notice = noticeNamed('sweep', 'en', 'feishu');
    if (secret !== undefined) await empty.storeChannelSecret(notice.shop.id, 'slack', secret);
    const sender = channels.feishu.sender({
      mailer: new FakeMailer(),
      lists: new FakeLongLists(),
      vault: empty,
      clock,
    });
    const failure = await failureOf(sender.deliver(notice));
    expect(failure).toBeInstanceOf(Rejected);
    expect(failure.message).toMatch(text);
    expect(failure.message).not.toContain('s3cr3t');
  });

  it('a bare address is enough for a robot that does not sign', async () => {
    const other = new FakeSellerVault();
    const notice = noticeNamed('sweep', 'en', 'wecom');
    await other.storeChannelSecret(notice.shop.id, 'slack', `${origin}/send?key=1\n`);
    await channels.wecom
      .sender({ mailer: new FakeMailer(), lists: new FakeLongLists(), vault: other, clock })
      .deliver(notice);
    expect(sent().path.href).toBe(`${origin}/send?key=1`);
  });
});
