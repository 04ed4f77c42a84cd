import { describe, expect, it } from 'vitest';
import type { OrderItem } from '../../shared/domain/remediation.ts';
import { locales } from '../../shared/domain/shop.ts';
import type { CarrierContact, Locale } from '../../shared/domain/shop.ts';
import type { CaseFile } from '../../shared/remedies/remedy.ts';
import { chaseCarrier } from '../../shared/remedies/chase-carrier.ts';
import { expectGolden } from '../channels/golden.ts';
import { readCsv } from '../channels/read-csv.ts';
import { aRemedyCall, aRemedyItem } from '../support/a-remediation.ts';
import { aWatchedOrder } from '../support/a-watched-order.ts';
import { anOrderInTransit } from '../support/an-order.ts';
import { hoursAgo } from '../support/moments.ts';

const stalled = { check: 'silence-cause', stage: 'carrier-stalled', carrier: 'YunExpress' } as const;
const items: readonly OrderItem[] = [
  aRemedyItem({ ...stalled, number: 'YT2600512345678901' }),
  aRemedyItem({
    ...stalled,
    key: 'b',
    order: '578230114599817302',
    number: 'YT2600512345678902',
    lastEvent: { at: hoursAgo(130) },
  }),
  aRemedyItem({ ...stalled, key: 'c', order: '578230114599817303', number: undefined, lastEvent: undefined }),
];

function contact(changes: Partial<CarrierContact> = {}): readonly CarrierContact[] {
  return [{ name: 'Yun Express', contact: 'ops@carrier.example', locale: 'en', ...changes }];
}

function chase(changes: Parameters<typeof aRemedyCall>[0], carriers?: readonly CarrierContact[]) {
  const call = aRemedyCall({ remedy: 'chase-carrier', items, ...changes });
  return chaseCarrier.render({ ...call, shop: { ...call.shop, ...(carriers && { carriers }) } });
}

function mailIn(locale: Locale, carriers?: readonly CarrierContact[]) {
  return chase({ to: { address: 'operations@shop.example', locale } }, carriers);
}

describe.each(locales)('a chase of parcels, in %s', (locale) => {
  it('looks as stored, to the carrier and to operations', () => {
    const toCarrier = mailIn('en', contact({ locale }));
    expectGolden(`chase.${locale}.html`, toCarrier.html);
    expectGolden(`chase.${locale}.txt`, `${toCarrier.subject}\n\n${toCarrier.text}`);
    expectGolden(`chase.${locale}.csv`, toCarrier.attachments[0]?.content ?? '');
    const toOperations = mailIn(locale);
    expectGolden(`chase-operations.${locale}.html`, toOperations.html);
    expectGolden(`chase-operations.${locale}.txt`, `${toOperations.subject}\n\n${toOperations.text}`);
  });

  it('begins with the longest silence', () => {
    const [, ...rows] = readCsv(mailIn(locale).attachments[0]?.content ?? '');
    expect(rows.map(([number]) => number)).toEqual(['YT2600512345678902', 'YT2600512345678901', '']);
  });
});

describe('a chase with a contact at the carrier', () => {
  const mail = mailIn('zh-CN', contact());

  it('goes there in its language, and its answers to operations', () => {
    expect(mail).toMatchObject({
      to: ['ops@carrier.example'],
      replyTo: 'operations@shop.example',
      subject: '[Harbour Lane UK] YunExpress: 3 parcels without a new scan, please look for them',
    });
  });

  it('names shop and parcels, and no order', () => {
    const everything = mail.html + mail.text + (mail.attachments[0]?.content ?? '');
    expect(everything).toContain('Harbour Lane UK');
    expect(everything).toContain('YT2600512345678901');
    expect(everything).not.toMatch(/5782301145998173/);
    expect(everything).not.toContain('tiktok.com');
  });

  it('finds it by the id that TikTok gives the carrier, too', () => {
    const order = anOrderInTransit({ carrierId: '7117858858072016801' });
    const files = new Map<string, CaseFile>(
      items.map(({ order: id }) => [id, { watched: aWatchedOrder({ order: { ...order, id } }), second: [] }]),
    );
    expect(chase({ files }, contact({ name: '7117858858072016801' })).to).toEqual(['ops@carrier.example']);
    expect(chase({}, contact({ name: '7117858858072016801' })).to).toEqual(['operations@shop.example']);
  });

  it('never tells it of a parcel that is not known to be its own', () => {
    const strange = [...items, aRemedyItem({ ...stalled, key: 'd', carrier: undefined })];
    expect(chase({ items: strange }, contact()).to).toEqual(['operations@shop.example']);
  });
});

describe('a chase without a contact', () => {
  const mail = mailIn('en');

  it('goes to operations and says whom to ask, how much and with what words', () => {
    expect(mail.to).toEqual(['operations@shop.example']);
    expect(mail.replyTo).toBeUndefined();
    expect(mail.text).toContain('No address of YunExpress is known, so this comes to you: ask for 3 parcels there.');
    expect(mail.text).toContain('account manager at YunExpress');
    expect(mail.text).toContain('we are Harbour Lane UK.');
    expect(mail.text).toContain('我们是 Harbour Lane UK。');
    expect(mail.text).toContain('https://');
  });

  it('is what a parcel without a carrier gets', () => {
    const bare = [aRemedyItem({ ...stalled, carrier: undefined })];
    expect(chase({ items: bare }, contact()).subject).toContain('unknown carrier: 1 parcel ');
    expect(chaseCarrier.group(aRemedyItem({ carrier: undefined }))).toBe('unknown carrier');
  });

  it('of 200 parcels shows twenty and attaches all', () => {
    const many = Array.from({ length: 200 }, (_, index) => aRemedyItem({ ...stalled, key: `${index}` }));
    const long = chase({ items: many });
    expect(long.text).toContain('180 more parcels in the attached table.');
    expect(long.text).toContain('180 more parcels: see the attached table.');
    expect(readCsv(long.attachments[0]?.content ?? '')).toHaveLength(201);
    expect(Buffer.byteLength(long.html)).toBeLessThan(102_400);
  });
});

describe.each([
  ['to the carrier', contact({ name: 'x' })],
  ['to operations', undefined],
])('what comes from outside does nothing %s', (_, carriers) => {
  it.each([
    ['markup', '<script>alert(1)</script>'],
    ['line breaks', 'a\r\nb\nc'],
    ['a formula', '=HYPERLINK("http://evil.example")'],
    ['right-to-left marks', 'a\u202Eb'],
    ['ten kilobytes', 'A'.repeat(10_240)],
  ])('%s', (__, text) => {
    const item = aRemedyItem({ order: text, carrier: carriers ? 'x' : text, number: text });
    const spoiled = { ...item, lastEvent: { at: hoursAgo(99), text } };
    const shop = { id: '7', name: text, market: 'GB', zone: 'Europe/London' };
    const mail = chase({ items: [spoiled], shop }, carriers);
    const plain = chase({ items: [aRemedyItem({ carrier: 'x' })] }, carriers);
    expect(mail.html).not.toContain('<script');
    expect(mail.html + mail.text + mail.subject).not.toMatch(/\p{Bidi_Control}/u);
    expect(mail.text.split('\n')).toHaveLength(plain.text.split('\n').length);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.html.length).toBeLessThan(40_000);
    for (const cell of readCsv(mail.attachments[0]?.content ?? '').flat()) expect(cell).not.toMatch(/^[=+\-@]/);
  });
});
