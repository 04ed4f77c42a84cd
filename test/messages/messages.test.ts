import { describe, expect, it } from 'vitest';
import { checkCards } from '../../shared/checks/registry.ts';
import { locales } from '../../shared/domain/shop.ts';
import { days, hours, minutes, seconds } from '../../shared/domain/time.ts';
import type { Duration } from '../../shared/domain/time.ts';
import { marketName } from '../../shared/messages/market.ts';
import { stageIds } from '../../shared/messages/stage-ids.ts';
import type { Told } from '../../shared/messages/messages.ts';
import { money } from '../../shared/messages/money.ts';
import { messagesIn } from '../../shared/messages/registry.ts';
import { remedies } from '../../shared/remedies/registry.ts';
import { at } from '../support/moments.ts';

const told: Told = {
  late: 'LATE',
  left: 'LEFT',
  silence: 'SILENCE',
  age: 'AGE',
  name: 'NAME',
  isPast: false,
  fact: (name) => `FACT ${name}`,
  share: (name) => `SHARE ${name}`,
  time: (name) => `TIME ${name}`,
  ago: (name) => `<${name}>`,
  span: (name) => `SPAN ${name}`,
};
const chinese = /\p{Script=Han}/u;

it('knows exactly the stages of the registered checks', () => {
  const stages = checkCards.flatMap((check) => check.stages.map(({ id }) => id));
  expect([...stageIds].toSorted()).toEqual(stages.toSorted());
});

describe.each(locales)('in %s', (locale) => {
  const messages = messagesIn(locale);

  it.each(stageIds)('%s says what, how late, what next and what to do, in this language only', (stage) => {
    const text = messages.stages[stage];
    const full = { ...told, isPast: true, ownLeft: 'OWN', owner: 'OWNER', lag: 'LAG', because: 'BECAUSE' };
    const figures = [text.timing(told), text.timing(full)];
    const said = [text.headline, ...figures, text.what(told), text.what(full), text.next, text.act(1), text.act(3)];
    for (const sentence of said) {
      expect(sentence.trim().length).toBeGreaterThan(3);
      expect(sentence).not.toMatch(/undefined|\[object|\$\{|NaN/);
      expect(chinese.test(sentence)).toBe(locale === 'zh-CN');
    }
    expect(text.timing(told)).toMatch(/LATE|LEFT|SILENCE|AGE|FACT|SHARE|SPAN/);
    expect(text.headline.length).toBeLessThanOrEqual(60);
  });

  it.each(remedies.map(({ id }) => id))('%s is named when it is under way', (id) => {
    expect(Object.keys(messages.remedy)).toContain(id);
  });

  it('names who owns what is about to expire', () => {
    expect(messages.stages['credential-expiring-7'].what({ ...told, owner: 'Li Lei' })).toMatch(/NAME.*Li Lei/);
  });
});

describe('numbers agree with their words', () => {
  const en = messagesIn('en');

  it.each([
    ['one order', en.subjects('order', 1), '1 order'],
    ['two orders', en.subjects('order', 2), '2 orders'],
    ['thousands are grouped', en.subjects('order', 1_200), '1,200 orders'],
    ['one order is "this order"', en.stages['confirm-overdue'].act(1), /this order/],
    ['three orders are "these 3 orders"', en.stages['confirm-overdue'].act(3), /these 3 orders/],
    ['one order keeps its finding', en.notice.quarantined(1), /1 order could not be read and keeps its/],
    ['two orders keep theirs', en.notice.quarantined(2), /2 orders could not be read and keep their/],
    ['one finding stays silent', en.notice.inhibited(1, []), '1 finding stays silent while the cause is open.'],
    [
      'more stay silent, and the cause is named',
      en.notice.inhibited(14, ['Key expired']),
      /14 findings stay .*: Key expired\./,
    ],
    ['Chinese has no plural', messagesIn('zh-CN').subjects('order', 2), '2 个订单'],
  ])('%s', (_, said, expected) => {
    if (typeof expected === 'string') expect(said).toBe(expected);
    else expect(said).toMatch(expected);
  });
});

it.each<[string, Duration, string, string]>([
  ['days with hours', (days(3) + hours(4)) as Duration, '3 days 4 hours', '3 天 4 小时'],
  ['a whole day alone', days(1), '1 day', '1 天'],
  ['hours with minutes', (hours(1) + minutes(1)) as Duration, '1 hour 1 minute', '1 小时 1 分钟'],
  ['minutes within a day are cut', (days(1) + minutes(59)) as Duration, '1 day', '1 天'],
  ['minutes', minutes(20), '20 minutes', '20 分钟'],
  ['never rounded up', seconds(119), '1 minute', '1 分钟'],
  ['less than a minute', seconds(59), 'less than a minute', '不到 1 分钟'],
  ['what lies ahead is no age', -5 as Duration, 'less than a minute', '不到 1 分钟'],
])('a duration: %s', (_, length, en, zh) => {
  expect([messagesIn('en').duration(length), messagesIn('zh-CN').duration(length)]).toEqual([en, zh]);
});

const now = at('2026-11-22T06:00:00Z');

it.each([
  [
    'two clocks on one day',
    { at: '2026-11-22T14:20:00Z', zone: 'Asia/Shanghai', marketZone: 'Europe/London' },
    'Sun 22 Nov, 22:20 Shanghai time (14:20 in London)',
    '北京时间 11月22日（周日）22:20，英国时间 14:20',
  ],
  [
    'two clocks on two days',
    { at: '2026-11-22T18:20:00Z', zone: 'Asia/Shanghai', marketZone: 'America/Los_Angeles' },
    'Mon 23 Nov, 02:20 Shanghai time (Sun 22 Nov, 10:20 in Los Angeles)',
    '北京时间 11月23日（周一）02:20，洛杉矶时间 11月22日（周日）10:20',
  ],
  [
    'one clock for both is said once',
    { at: '2026-11-22T14:20:00Z', zone: 'Asia/Bangkok', marketZone: 'Asia/Ho_Chi_Minh' },
    'Sun 22 Nov, 21:20 Bangkok time',
    '泰国时间 11月22日（周日）21:20',
  ],
  [
    'another year is named',
    { at: '2027-01-02T00:05:00Z', zone: 'UTC', marketZone: 'UTC' },
    'Sat 2 Jan 2027, 00:05 UTC',
    'UTC 2027年1月2日（周六）00:05',
  ],
  [
    'summer time is the zone’s own',
    { at: '2026-07-01T12:00:00Z', zone: 'Europe/London', marketZone: 'Europe/Berlin' },
    'Wed 1 Jul, 13:00 London time (14:00 in Berlin)',
    '英国时间 7月1日（周三）13:00，德国时间 14:00',
  ],
])('a moment: %s', (_, { at: iso, ...from }, en, zh) => {
  const said = locales.map((locale) => messagesIn(locale).moment(at(iso), { now, ...from }));
  expect(said).toEqual([en, zh]);
});

it.each([
  ['today is a time', '2026-11-22T14:20:00Z', '22:20', '22:20'],
  ['another day is named', '2026-11-22T16:00:00Z', 'Mon 23 Nov, 00:00', '11月23日 00:00'],
])('a short moment: %s', (_, iso, en, zh) => {
  const said = locales.map((locale) => messagesIn(locale).shortMoment(at(iso), { now, zone: 'Asia/Shanghai' }));
  expect(said).toEqual([en, zh]);
});

it.each([
  [
    'the platform field by its name',
    { kind: 'platform', field: 'rts_sla_time' },
    /TikTok's own.*rts_sla_time/,
    /平台字段 rts_sla_time/,
  ],
  [
    'a clause is not TikTok’s word',
    { kind: 'clause', pack: 'article', clause: 'confirm-by' },
    /article.*confirm-by.*not TikTok/,
    /article.*confirm-by.*非平台官方/,
  ],
  ['a credential speaks for itself', { kind: 'credential' }, /own expiry/, /有效期/],
] as const)('the source of a deadline: %s', (_, source, en, zh) => {
  expect(messagesIn('en').source(source)).toMatch(en);
  expect(messagesIn('zh-CN').source(source)).toMatch(zh);
});

const dated = { source: 'S', from: '2026-06-18', to: '2026-07-01T15:00' } as const;
it.each([
  [
    'TikTok itself, reckoned by us',
    { ...dated, trust: 'tiktok' },
    /S; in force from 2026-06-18, before 2026-07-01 15:00; TikTok's rule, our calc/,
  ],
  [
    'the press, open to one side',
    { source: 'S', to: '2026-07-01', trust: 'press' },
    /S; in force before 2026-07-01; as the press/,
  ],
  ['hearsay without a date', { source: 'S', trust: 'unverified' }, /S; undated; not TikTok's word/],
] as const)('the source of a clause: %s', (_, rule, en) => {
  const source = { kind: 'clause', pack: 'sea', clause: 'pickup-by' } as const;
  expect(messagesIn('en').source(source, rule)).toMatch(en);
  expect(messagesIn('zh-CN').source(source, rule)).toMatch(/sea.*pickup-by.*来源：S/);
});

it.each([
  ['while the line lies ahead', { isPast: false }, '剩余 LEFT', 'LEFT left'],
  ['once it is passed and another one still counts', { isPast: true }, '已超时 LATE', 'LATE late'],
])('a warning %s', (_, changes, zh, en) => {
  const said = locales.map((locale) => messagesIn(locale).stages['confirm-due-soon'].timing({ ...told, ...changes }));
  expect(said).toEqual([en, zh]);
});

it('tells of the own hours where they leave less time', () => {
  const said = locales.map((locale) => messagesIn(locale).stages['pickup-due-soon'].what({ ...told, ownLeft: '3 h' }));
  expect(said[0]).toContain('By your own hours 3 h remain.');
  expect(said[1]).toContain('按本店作息只剩 3 h。');
});

it.each([
  ['pounds', '42.9', 'GBP', '£42.90'],
  ['a currency without decimals', '1200', 'VND', '₫1,200'],
  ['no number is no amount', '12,50', 'EUR', undefined],
  ['no currency code is no amount', '12.50', 'evil<b>', undefined],
])('money: %s', (_, amount, currency, said) => {
  expect(money(amount, currency, 'en')).toBe(said);
});

it.each([
  ['GB', 'United Kingdom', '英国'],
  ['TH', 'Thailand', '泰国'],
  ['elsewhere', 'elsewhere', 'elsewhere'],
])('market %s', (market, en, zh) => {
  expect(locales.map((locale) => marketName(market, locale))).toEqual([en, zh]);
});
