import { describe, expect, it, test } from 'vitest';
import { maskError, maskField, maskText } from '../../functions/runtime/mask.ts';

describe('text that looks like a secret is not shown', () => {
  const secret = 's3cr3t-5f1c';
  const table = [
    { what: 'a token in a URL', text: `GET /x?app_key=1&access_token=${secret}&shop=2` },
    { what: 'a signature in a URL', text: `https://open.example.test/orders?sign=${secret}` },
    { what: 'an app secret in a URL', text: `/token/get?app_secret=${secret}&grant=x` },
    { what: 'a token in JSON', text: `{"refresh_token":"${secret}","x":1}` },
    { what: 'a token in camel case', text: `{"accessToken": "${secret}"}` },
    { what: 'a token in a header', text: `x-tts-access-token: ${secret}` },
    { what: 'a bearer', text: `Authorization: Bearer ${secret}` },
    { what: "a token by its region's mark", text: `token TTP_${secret} was refused` },
    { what: 'a Slack webhook', text: `POST https://hooks.slack.com/services/T0/B0/${secret} failed` },
    { what: 'a Feishu robot', text: `https://open.feishu.cn/open-apis/bot/v2/hook/${secret} failed` },
    { what: 'a WeCom robot', text: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${secret}` },
    { what: 'a DingTalk robot', text: `https://oapi.dingtalk.com/robot/send?access_token=${secret}` },
    { what: 'a DingTalk key', text: 'signed with SEC0123456789abcdef5f1c' },
    { what: 'a Slack bot token', text: `xoxb-${secret} was revoked` },
    { what: 'a mail address', text: `${secret}@example.test is not verified` },
    { what: 'a shop cipher', text: `shop_cipher=${secret}` },
  ];

  test.each(table)('$what', ({ text }) => {
    expect(maskText(text)).not.toContain('5f1c');
    expect(maskText(text)).toMatch(/\[(secret|address)\]/);
  });

  const harmless = [
    'order 5782301: paid at 2026-11-22T18:00:00.000Z',
    'trace-silent/578#2',
    'shop 749: 503 from /order',
  ];
  test.each(harmless)('but the rest is: %s', (text) => {
    expect(maskText(text)).toBe(text);
  });
});

describe('a field whose name says secret is not shown, whatever stands in it', () => {
  test.each(['accessToken', 'app_secret', 'sign', 'password', 'authorization', 'slackUrl'])('%s', (name) => {
    expect(maskField(name, 'anything')).toBe('[secret]');
  });

  it('but numbers, ids and nested values are left for their own turn', () => {
    expect(maskField('order', '578')).toBe('578');
    expect(maskField('tokens', 3)).toBe(3);
  });
});

describe('an error that leaves the function', () => {
  const inner = new Error('connect to redis://u:p failed for access_token=abc123');
  const error = Object.assign(new TypeError('app_secret=abc123 was refused', { cause: inner }), {
    request: { headers: { 'x-tts-access-token': 'abc123' } },
  });
  const masked = maskError(error);

  it('keeps its name, its place and its cause', () => {
    expect(masked.name).toBe('TypeError');
    expect(masked.stack).toContain('mask.test.ts');
    expect(masked.cause).toBeInstanceOf(Error);
  });

  it('holds no secret, neither in its texts nor in fields that libraries add', () => {
    const shown = [masked.message, masked.stack, String(masked.cause), JSON.stringify(Object.entries(masked))];
    expect(shown.join('\n')).not.toContain('abc123');
  });

  it('is an error even when something else was thrown', () => {
    expect(maskError('access_token=abc123').message).not.toContain('abc123');
  });
});
