import { describe, expect, it } from 'vitest';
import { parseShopFile } from '../../shared/adapters/shop-file.ts';
import { days, hours } from '../../shared/domain/time.ts';
import { at } from '../support/moments.ts';

const ids = { checks: ['trace-silent', 'confirm-by'], remedies: ['chase-carrier'], packs: ['article', 'us'] };
const known = { ...ids, countries: ['CN'], channels: {} };
const app = { appKey: '6a7b8c9d0e', appSecret: 'secret-of-the-app' };

const seller = {
  appKey: '6a7b8c9d0e',
  openId: '7010736057180325637',
  accessToken: 'secret-access',
  accessExpiresAt: '2026-01-20T11:05:00Z',
  refreshToken: 'secret-refresh',
  refreshExpiresAt: 1_798_675_200,
};

const least = {
  id: '7495510238846614801',
  name: 'Harbour Lane UK',
  market: 'GB',
  sellerType: 'CROSS_BORDER',
  cipher: 'GCP_XF90igAAAAB',
  seller: '7010736057180325637',
  recipients: [{ address: 'owner@shop.example' }],
};

const slackUrl = 'https://hooks.slack.com/services/T000/B000/secret';

function fileOf(changes: object = {}, shop: object = {}): string {
  return JSON.stringify({ apps: [app], sellers: [seller], shops: [{ ...least, ...shop }], ...changes });
}

describe('a shop file', () => {
  it('that says as little as possible is filled in sensibly', () => {
    expect(parseShopFile(fileOf(), known).shops).toEqual([
      {
        id: '7495510238846614801',
        name: 'Harbour Lane UK',
        market: 'GB',
        sellerType: 'CROSS_BORDER',
        zone: 'Europe/London',
        seller: { appKey: '6a7b8c9d0e', openId: '7010736057180325637' },
        cipher: 'GCP_XF90igAAAAB',
        recipients: [{ address: 'owner@shop.example', locale: 'en' }],
        operations: { address: 'owner@shop.example', locale: 'en' },
        packs: ['article'],
        credentials: [],
        remindAfter: {},
        lookEvery: hours(24),
      },
    ]);
  });

  it('that says everything is taken at its word', () => {
    const shop = {
      zone: 'Asia/Shanghai',
      locale: 'zh-CN',
      recipients: [{ address: 'a@shop.example', locale: 'en' }, { address: 'b@shop.example' }],
      slack: { url: slackUrl },
      operations: { address: 'ops@shop.example' },
      packs: ['us', 'article'],
      credentials: [
        { id: 'erp', name: 'ERP key', issuedAt: '2026-01-05', owner: 'Wang Li' },
        { id: 'wms', name: 'Warehouse key', kind: 'erp-link', issuedAt: '2026-01-05T08:00:00+08:00', life: 30 },
        { id: 'yun', name: 'YunExpress key', kind: 'forwarder-key' },
        { id: 'old', name: 'Old key' },
      ],
      approvedCarriers: ['YunExpress', '4PX'],
      attests: ['qr-label', 'label'],
      remindAfter: { warning: 0.5 },
      lookEvery: 12,
    };
    expect(parseShopFile(fileOf({}, shop), known).shops[0]).toMatchObject({
      zone: 'Asia/Shanghai',
      recipients: [
        { address: 'a@shop.example', locale: 'en' },
        { address: 'b@shop.example', locale: 'zh-CN' },
      ],
      slack: { locale: 'zh-CN' },
      operations: { address: 'ops@shop.example', locale: 'zh-CN' },
      packs: ['us', 'article'],
      credentials: [
        { id: 'erp', kind: 'api-key', issuedAt: at('2026-01-05T00:00:00Z'), owner: 'Wang Li' },
        { id: 'wms', kind: 'erp-link', issuedAt: at('2026-01-05T00:00:00Z'), life: days(30) },
        { id: 'yun', kind: 'forwarder-key' },
        { id: 'old', kind: 'api-key' },
      ],
      approvedCarriers: ['YunExpress', '4PX'],
      attests: ['qr-label', 'label'],
      remindAfter: { warning: hours(0.5) },
      lookEvery: hours(12),
    });
  });

  it('keeps what is secret apart from the shops', () => {
    const file = parseShopFile(fileOf({}, { slack: { url: slackUrl } }), known);
    expect(JSON.stringify(file.shops)).not.toContain('secret');
    expect(file.apps).toEqual([app]);
    expect(file.channelSecrets).toEqual([{ shop: '7495510238846614801', place: 'slack', secret: slackUrl }]);
    expect(file.sellers).toEqual([
      {
        seller: { appKey: '6a7b8c9d0e', openId: '7010736057180325637' },
        tokens: { accessToken: 'secret-access', refreshToken: 'secret-refresh' },
        credentials: {
          accessExpiresAt: at('2026-01-20T11:05:00Z'),
          refreshExpiresAt: at('2026-12-31T00:00:00Z'),
        },
      },
    ]);
  });

  it('may leave expiries that nobody knows out', () => {
    const { accessExpiresAt: _a, refreshExpiresAt: _r, ...rest } = seller;
    expect(parseShopFile(fileOf({ sellers: [rest] }), known).sellers[0]?.credentials).toEqual({});
  });

  const problems: readonly (readonly [string, string, string])[] = [
    ['no JSON', '{"apps": [secret', 'the shop file is not JSON; for example'],
    ['a list', '[]', '  the whole: must be an object; for example {"apps"'],
    ['no shops', fileOf({ shops: [] }), '  shops: names no shop to watch; for example [{"id"'],
    ['no apps at all', fileOf({ apps: undefined }), '  apps: is missing; for example [{"appKey"'],
    [
      'an app without secret',
      fileOf({ apps: [{ appKey: 'k' }] }),
      '  apps[0].appSecret: is missing; for example "the secret',
    ],
    [
      'a token that is a number',
      fileOf({ sellers: [{ ...seller, accessToken: 12_345 }] }),
      '  sellers[0].accessToken: must be a text that is not empty; for example "TTP_…"',
    ],
    [
      'an expiry in words',
      fileOf({ sellers: [{ ...seller, accessExpiresAt: 'soon' }] }),
      '  sellers[0].accessExpiresAt: "soon" is not a time: ISO 8601 with zone, or epoch seconds; for example "2026',
    ],
    [
      'an expiry in milliseconds',
      fileOf({ sellers: [{ ...seller, accessExpiresAt: 1_798_675_200_000 }] }),
      '1798675200000 is not a time',
    ],
    [
      'an app nobody named',
      fileOf({ sellers: [{ ...seller, appKey: 'other' }] }),
      '  sellers[0].appKey: "other" is not among the apps; for example add',
    ],
    [
      'a seller twice',
      fileOf({ sellers: [seller, seller] }),
      '  sellers[1].openId: "7010736057180325637" is there twice',
    ],
    ['a shop twice', fileOf({ shops: [least, least] }), '  shops[1].id: "7495510238846614801" is there twice'],
    [
      'a seller nobody named',
      fileOf({}, { seller: 'nobody' }),
      '  shops[0].seller: is not the openId of one of the sellers; for example',
    ],
    ['an id with a slash', fileOf({}, { id: 'a/b' }), '  shops[0].id: "a/b" is not an id'],
    [
      'the United Kingdom by its common letters',
      fileOf({}, { market: 'UK' }),
      '  shops[0].market: "UK" is not a market: two capitals as TikTok writes them, the United Kingdom is GB; for example "GB"',
    ],
    [
      'a seller type nobody knows',
      fileOf({}, { sellerType: 'GLOBAL' }),
      '  shops[0].sellerType: "GLOBAL" is neither LOCAL nor CROSS_BORDER; for example "LOCAL"',
    ],
    [
      'a zone that is an offset',
      fileOf({}, { zone: '+08:00' }),
      '  shops[0].zone: "+08:00" is not an IANA time zone; for example "Europe/London"',
    ],
    ['a zone that does not exist', fileOf({}, { zone: 'Europe/Leeds' }), '"Europe/Leeds" is not an IANA time zone'],
    [
      'a market of several zones and none written down',
      fileOf({}, { market: 'US' }),
      '  shops[0].zone: is missing, and the market has no single time zone; for example "America/Los_Angeles"',
    ],
    [
      'a language we do not write',
      fileOf({}, { locale: 'fr' }),
      '  shops[0].locale: "fr" is not a language we write (en, zh-CN); for example "en"',
    ],
    ['nobody to tell', fileOf({}, { recipients: [] }), '  shops[0].recipients: names nobody; for example [{"address"'],
    [
      'an address that is none',
      fileOf({}, { recipients: [{ address: 'secret at home' }] }),
      '  shops[0].recipients[0].address: is not an e-mail address; for example "owner@example.com"',
    ],
    [
      'a Slack address that is none',
      fileOf({}, { slack: { url: 'http://secret.example' } }),
      '  shops[0].slack.url: is not the https address of an incoming webhook; for example',
    ],
    [
      'Slack without an address',
      fileOf({}, { slack: { locale: 'en' } }),
      '  shops[0].slack.url: is missing; for example "https://hooks',
    ],
    [
      'a pack nobody knows',
      fileOf({}, { packs: ['eu'] }),
      '  shops[0].packs[0]: "eu" is not a policy pack (known: article, us); for example ["article"]',
    ],
    [
      'a key with a prefix',
      fileOf({}, { credentials: [{ id: 'api-key:erp', name: 'x' }] }),
      '  shops[0].credentials[0].id: "api-key:erp" must be letters, digits, "_", "." or "-", at most 100; for example "erp"',
    ],
    [
      'a key without end',
      fileOf({}, { credentials: [{ id: 'x', name: 'x', life: 0 }] }),
      '  shops[0].credentials[0].life: 0 must be a number of days above 0 and up to 3650; for example 90',
    ],
    [
      'a reminder at no distance',
      fileOf({}, { remindAfter: { critical: 0 } }),
      '  shops[0].remindAfter.critical: 0 must be a number of hours above 0 and up to 720; for example 24',
    ],
    [
      'a look every thousand hours',
      fileOf({}, { lookEvery: 1_000 }),
      '  shops[0].lookEvery: 1000 must be a number of hours',
    ],
    ['a field that is misspelt', fileOf({}, { recipents: [] }), '  shops[0]: has no field recipents; is it misspelt?'],
  ];

  it.each(problems)('with %s says where, what and how instead, and no secret', (_, text, said) => {
    expect(() => parseShopFile(text, known)).toThrow(said);
    expect(() => parseShopFile(text, known)).not.toThrow(/secret(?! from Partner Center)/);
  });

  it('with several problems names them all at once', () => {
    const text = fileOf({ apps: [{ appKey: 'k' }] }, { market: 'UK', recipients: [], name: '' });
    expect(() => parseShopFile(text, known)).toThrow(
      /^the shop file cannot be used:\n {2}apps\[0\]\.appSecret: .*\n {2}shops\[0\]\.name: .*\n {2}shops\[0\]\.market: .*\n {2}shops\[0\]\.recipients: /,
    );
  });

  it('with a market that is none says nothing of its zone', () =>
    expect(() => parseShopFile(fileOf({}, { market: 'UK' }), known)).not.toThrow('zone'));

  it('may post to a receiver on this machine without encryption', () => {
    const text = fileOf({}, { slack: { url: 'http://127.0.0.1:4020/hook' } });
    expect(parseShopFile(text, known).channelSecrets).toHaveLength(1);
  });
});
