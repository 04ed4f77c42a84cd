import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { entryOf } from '../../shared/adapters/shop-entry.ts';
import { parseShop } from '../../shared/adapters/shop-file.ts';
import { hours } from '../../shared/domain/time.ts';
import { aShop } from '../support/a-shop.ts';

const known = {
  checks: ['trace-silent', 'confirm-by'],
  remedies: ['chase-carrier'],
  packs: ['article'],
  countries: ['CN'],
  channels: { wecom: z.object({ url: z.url() }) },
};

describe('a shop as the table keeps it', () => {
  it('is the same shop when it is read again', () => {
    const shop = aShop({ slack: { locale: 'en' }, remindAfter: { warning: hours(1.25) } });
    expect(parseShop(JSON.stringify(entryOf(shop)), known)).toEqual(shop);
  });

  it('keeps the hours of its house, and that it wants to hear of the article', () => {
    const closures = [{ from: '2026-02-10', to: '2026-02-24' }];
    const shop = aShop({ article: 'also', house: { cutOff: '14:00', daysOff: [6, 7], holidays: 'CN', closures } });
    expect(parseShop(JSON.stringify(entryOf(shop)), known)).toEqual(shop);
  });

  it('keeps its carriers, what it attests and the kinds of its keys', () => {
    const shop = aShop({
      approvedCarriers: ['YunExpress', '7117858858072016803'],
      carriers: [{ name: 'YunExpress', contact: 'ops@carrier.example', locale: 'zh-CN' }],
      correctNumbers: true,
      attests: ['pick-start', 'battery'],
      credentials: [
        { id: 'mabang', name: 'Mabang link', kind: 'erp-link' },
        { id: 'yun', name: 'YunExpress key', kind: 'forwarder-key' },
        { id: 'app', name: 'App key', kind: 'api-key' },
      ],
    });
    expect(parseShop(JSON.stringify(entryOf(shop)), known)).toEqual(shop);
  });

  it('writes to a carrier in the shop’s language where nothing else is said', () => {
    const entry = { ...entryOf(aShop()), locale: 'zh-CN', carriers: [{ name: '4PX', contact: 'ops@carrier.example' }] };
    expect(parseShop(JSON.stringify(entry), known).carriers).toEqual([
      { name: '4PX', contact: 'ops@carrier.example', locale: 'zh-CN' },
    ]);
  });

  it('keeps its channels, and has no need of what is secret of them', () => {
    const shop = aShop({ channels: [{ id: 'ops', kind: 'wecom', locale: 'zh-CN' }] });
    expect(parseShop(JSON.stringify(entryOf(shop)), known)).toEqual(shop);
  });

  it('keeps who hears what, and when', () => {
    const hears = {
      severity: 'breach',
      checks: ['trace-silent'],
      carriers: ['YunExpress'],
      markets: ['GB'],
      unattended: hours(6),
    } as const;
    const quietHours = { from: '22:00', to: '08:00' };
    const shop = aShop({
      quietHours,
      recipients: [
        { address: 'owner@shop.example', locale: 'en' },
        { id: 'boss', address: 'boss@shop.example', locale: 'en', hears, quietHours: 'none' },
      ],
      slack: { locale: 'en', hears: { severity: 'critical' } },
      channels: [{ id: 'ops', kind: 'wecom', locale: 'zh-CN', hears, quietHours }],
    });
    expect(parseShop(JSON.stringify(entryOf(shop)), known)).toEqual(shop);
  });

  it('must name app and seller', () => {
    expect(() => parseShop(JSON.stringify({ ...entryOf(aShop()), seller: '701' }), known)).toThrow(
      'seller: must be {"appKey": …, "openId": …}',
    );
  });
});
