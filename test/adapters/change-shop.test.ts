import { describe, expect, it } from 'vitest';
import { changeShop, type FieldChange } from '../../shared/adapters/change-shop.ts';
import { hours } from '../../shared/domain/time.ts';
import { knownToShops } from '../../shared/known-to-shops.ts';
import { aShop } from '../support/a-shop.ts';

const webhook = { id: 'erp', kind: 'webhook', locale: 'en' } as const;
const secret = { url: 'https://erp.example/tidewatch', secret: 'a-secret-of-thirty-two-characters' };

function change(path: string, value: unknown): FieldChange {
  return { path: path.split('.'), value };
}

function changed(changes: readonly FieldChange[], shop = aShop()) {
  return changeShop(shop, changes, knownToShops);
}

describe('a changed shop', () => {
  it.each([
    ['a time', [change('digest', '08:00')], { digest: '08:00' }],
    [
      'part of a field',
      [change('quietHours.from', '22:00'), change('quietHours.to', '08:00')],
      { quietHours: { from: '22:00', to: '08:00' } },
    ],
    ['hours', [change('lookEvery', 12)], { lookEvery: hours(12) }],
    ['a pause', [change('paused', true)], { paused: true }],
    [
      'who is written to',
      [change('recipients', [{ address: 'li@shop.example', locale: 'zh-CN' }])],
      {
        recipients: [{ address: 'li@shop.example', locale: 'zh-CN' }],
      },
    ],
  ] as const)('by %s', (_, changes, fields) => expect(changed(changes).shop).toEqual(aShop(fields)));

  it('loses what is taken away', () => {
    expect(changed([change('paused', undefined)], aShop({ paused: true })).shop).toEqual(aShop());
  });

  it('keeps all that it had', () => {
    const own = aShop({
      slack: { locale: 'en' },
      channels: [webhook],
      secondOpinion: { source: '17track', dailyRegistrations: 7 },
      remindAfter: { critical: hours(24) },
    });
    expect(changed([], own)).toEqual({ shop: own, channelSecrets: [], secondKeys: [] });
  });

  it('gives what is secret apart', () => {
    const { shop, channelSecrets, secondKeys } = changed([
      change('channels', [{ ...webhook, ...secret }]),
      change('slack', { url: 'https://hooks.slack.com/services/T/B/x' }),
      change('secondOpinion', { source: '17track', key: 'k' }),
    ]);
    expect(JSON.stringify(shop)).not.toMatch(/thirty-two|hooks\.slack|"k"/);
    expect(channelSecrets).toEqual([
      { shop: shop.id, place: 'slack', secret: 'https://hooks.slack.com/services/T/B/x' },
      { shop: shop.id, place: 'channels/erp', secret: JSON.stringify(secret) },
    ]);
    expect(secondKeys).toEqual([{ shop: shop.id, key: 'k' }]);
  });

  it.each([
    ['a field that there is not', [change('digset', '08:00')], 'has no field digset; is it misspelt?'],
    ['a time that is none', [change('digest', '8 o’clock')], /digest: .* for example/],
    ['what TikTok says', [change('market', 'US')], 'market: comes from TikTok and cannot be set'],
    ['nobody to write to', [change('recipients', [])], 'recipients: names nobody'],
    ['a channel without its secret', [change('channels', [webhook])], /channels\[0\]\.(url|secret): /],
    ['Slack without its address', [change('slack', { locale: 'en' })], 'slack.url: is missing'],
    ['a source without its key', [change('secondOpinion', { source: '17track' })], 'secondOpinion.key: is missing'],
  ])('is refused with %s', (_, changes, says) => expect(() => changed(changes)).toThrow(says));

  it('is refused half a secret, which would take the place of the whole one', () => {
    const own = aShop({ channels: [webhook] });
    expect(() => changed([change('channels', [{ ...webhook, url: secret.url }])], own)).toThrow(
      'channels[0].secret: is missing',
    );
  });
});
