import { describe, expect, it } from 'vitest';
import type { OrderItem } from '../../shared/domain/remediation.ts';
import { checkCards } from '../../shared/checks/registry.ts';
import { locales } from '../../shared/domain/shop.ts';
import type { Locale } from '../../shared/domain/shop.ts';
import { remedies, remedyOf } from '../../shared/remedies/registry.ts';
import { supplementTracking } from '../../shared/remedies/supplement-tracking.ts';
import { expectGolden } from '../channels/golden.ts';
import { readCsv } from '../channels/read-csv.ts';
import { aRemedyCall, aRemedyItem } from '../support/a-remediation.ts';
import { hoursAgo } from '../support/moments.ts';

const shop = { id: '7495510238846614801', name: 'Harbour Lane UK', market: 'GB', zone: 'Asia/Shanghai' };
const deadline = { at: hoursAgo(24), source: { kind: 'clause', pack: 'article', clause: 'trace-silent' } } as const;

const items: readonly OrderItem[] = [
  aRemedyItem({ deadline }),
  aRemedyItem({ key: 'b', order: '578230114599817302', number: undefined, lastEvent: { at: hoursAgo(130) } }),
  aRemedyItem({ key: 'c', order: '578230114599817303', parcel: undefined, lastEvent: undefined }),
];

function mailTo(locale: Locale, changes: Parameters<typeof aRemedyCall>[0] = {}) {
  return supplementTracking.render(
    aRemedyCall({ shop, to: { address: 'operations@shop.example', locale }, items, ...changes }),
  );
}

describe.each(locales)('a request to supplement tracking, in %s', (locale) => {
  const mail = mailTo(locale);

  it('looks as stored', () => {
    expectGolden(`supplement.${locale}.html`, mail.html);
    expectGolden(`supplement.${locale}.txt`, `${mail.subject}\n\n${mail.text}`);
    expectGolden(`supplement.${locale}.csv`, mail.attachments[0]?.content ?? '');
  });

  it('holds the ticket’s text in both languages and says what was not compared', () => {
    for (const text of [mail.text, mail.html]) {
      expect(text).toContain('Hello TikTok Shop support,');
      expect(text).toContain('您好，TikTok Shop 客服：');
      expect(text).toMatch(locale === 'en' ? /No second source has been compared yet/ : /还没有与第二来源比对/);
      expect(text).toContain('Unmoved tracking event');
      expect(text).toContain('物流轨迹补录申请');
    }
  });

  it('with proof names the first scan that TikTok lacks, and goes apart from what nobody has compared', () => {
    const proof = { at: hoursAgo(40), text: '<b>Arrived</b> at Bristol depot', source: '17track' };
    const proven = mailTo(locale, { items: [aRemedyItem({ deadline, proof })] });
    expectGolden(`supplement-proven.${locale}.html`, proven.html);
    expectGolden(`supplement-proven.${locale}.txt`, `${proven.subject}\n\n${proven.text}`);
    expect(proven.text).toContain('2026-01-13 20:00 UTC “<b>Arrived</b> at Bristol depot” (17track)');
    expect(proven.html).not.toContain('<b>Arrived');
    expect(proven.text).toMatch(locale === 'en' ? /has scans that TikTok lacks/ : /有 TikTok 缺失的扫描/);
    expect(supplementTracking.group(aRemedyItem({ proof }))).not.toBe(supplementTracking.group(aRemedyItem()));
  });

  it('begins with the longest silence', () => {
    const orders = readCsv(mail.attachments[0]?.content ?? '')
      .slice(1)
      .map(([order]) => order?.trim());
    expect(orders).toEqual(['578230114599817302', '578230114599817301', '578230114599817303']);
    expect(mail.text).toMatch(
      locale === 'en' ? /The longest silence is 5 days 10 hours/ : /停滞最久的已有 5 天 10 小时/,
    );
  });
});

describe('the request', () => {
  it('goes to the shop’s operations and names carrier and number of orders', () => {
    expect(mailTo('en')).toMatchObject({
      to: ['operations@shop.example'],
      subject: '[Harbour Lane UK] Check, then request a tracking supplement: Royal Mail, 3 orders',
    });
  });

  it.each([
    ['TH', /Named by TikTok's help pages for your market, Thailand/],
    ['VN', /Named by TikTok's help pages for your market, Vietnam/],
    ['GB', /other markets \(July 2024\); none was found for yours \(United Kingdom\)/],
  ])('in %s says whether TikTok names the ticket’s category there', (market, said) => {
    expect(mailTo('en', { shop: { ...shop, market } }).text).toMatch(said);
  });

  it('without a carrier says so in the reader’s language', () => {
    const bare = [aRemedyItem({ carrier: undefined })];
    expect(mailTo('en', { items: bare }).subject).toContain('unknown carrier');
    expect(mailTo('zh-CN', { items: bare }).subject).toContain('未知物流商');
  });

  it('of 200 orders shows twenty and attaches all', () => {
    const many = Array.from({ length: 200 }, (_, index) => aRemedyItem({ key: `${index}`, order: `${9_000 + index}` }));
    const mail = mailTo('en', { items: many });
    expect(mail.text).toContain('180 more orders in the attached table.');
    expect(mail.text).toContain('180 more orders: see the attached table.');
    expect(readCsv(mail.attachments[0]?.content ?? '')).toHaveLength(201);
    expect(Buffer.byteLength(mail.html)).toBeLessThan(102_400);
  });

  it.each([
    ['markup', '<script>alert(1)</script>'],
    ['line breaks', 'a\r\nb\nc'],
    ['a formula', '=HYPERLINK("http://evil.example")'],
    ['right-to-left marks', 'a\u202Eb'],
    ['ten kilobytes', 'A'.repeat(10_240)],
  ])('lets %s from outside do nothing', (_, text) => {
    const item = aRemedyItem({
      order: text,
      parcel: text,
      carrier: text,
      number: text,
      lastEvent: { at: hoursAgo(99), text },
    });
    const mail = mailTo('en', { items: [item], shop: { ...shop, name: text } });
    const plain = mailTo('en', { items: [aRemedyItem({ carrier: 'x' })] });
    expect(mail.html).not.toContain('<script');
    expect(mail.html + mail.text + mail.subject).not.toMatch(/\p{Bidi_Control}/u);
    expect(mail.text.split('\n')).toHaveLength(plain.text.split('\n').length);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.html.length).toBeLessThan(40_000);
    for (const cell of readCsv(mail.attachments[0]?.content ?? '').flat()) expect(cell).not.toMatch(/^[=+\-@]/);
  });
});

describe('the registry of remedies', () => {
  it('holds every remedy that a stage of a check asks for, and no two of one name', () => {
    const asked = checkCards.flatMap(({ stages }) =>
      stages.flatMap((stage) => ('remedy' in stage ? [stage.remedy] : [])),
    );
    for (const id of asked) expect(remedyOf(id ?? '')?.id).toBe(id);
    expect(new Set(remedies.map(({ id }) => id)).size).toBe(remedies.length);
  });

  it('agrees with the checks on who asks for what', () => {
    for (const remedy of remedies) {
      const asking = checkCards.flatMap(({ stages }) =>
        stages.flatMap((stage) => (stage.remedy === remedy.id ? [stage.id] : [])),
      );
      expect(asking).toEqual(remedy.stages);
    }
  });
});
