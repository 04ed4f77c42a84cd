import { describe, expect, it } from 'vitest';
import type { OrderItem } from '../../shared/domain/remediation.ts';
import type { Order } from '../../shared/domain/order.ts';
import { locales } from '../../shared/domain/shop.ts';
import type { Locale, Shop } from '../../shared/domain/shop.ts';
import type { CaseFile } from '../../shared/remedies/remedy.ts';
import { correctNumber } from '../../shared/remedies/correct-number.ts';
import { expectGolden } from '../channels/golden.ts';
import { readCsv } from '../channels/read-csv.ts';
import { aRemedyCall, aRemedyItem } from '../support/a-remediation.ts';
import { aWatchedOrder } from '../support/a-watched-order.ts';
import { anOrderAwaitingCollection, aParcel } from '../support/an-order.ts';
import { hoursAgo } from '../support/moments.ts';

function anItem(order: string, changes: Partial<OrderItem> = {}): OrderItem {
  return aRemedyItem({
    key: `tracking-number/${order}#1`,
    check: 'tracking-number',
    stage: 'tracking-id-abnormal',
    order,
    lastEvent: undefined,
    ...changes,
  });
}

/** Baseline: shipped by the seller four hours ago with the number of a post office, mistyped. */
function aFile(id: string, changes: Partial<Order> = {}): readonly [string, CaseFile] {
  const parcels = [aParcel({ number: 'RB 123 456 785 GB' })];
  const order = { ...anOrderAwaitingCollection({ shipping: 'seller', parcels }), id, ...changes };
  return [id, { watched: aWatchedOrder({ order }), second: [] }];
}

interface Situation {
  readonly locale?: Locale;
  readonly items?: readonly OrderItem[];
  readonly files?: readonly (readonly [string, CaseFile])[];
  readonly shop?: Partial<Shop>;
}

function mailOf({ locale = 'en', items, files = [aFile('57')], shop }: Situation = {}) {
  const call = aRemedyCall({
    remedy: 'correct-number',
    to: { address: 'operations@shop.example', locale },
    items: items ?? files.map(([order]) => anItem(order)),
    files: new Map(files),
  });
  return correctNumber.render({ ...call, shop: { ...call.shop, packs: ['gb'], ...shop } });
}

const files = [
  aFile('578230114599817302', { parcels: [aParcel({ number: 'H0 1ABC 2345678901', carrier: 'Evri' })] }),
  aFile('578230114599817303', { confirmedAt: hoursAgo(73) }),
  aFile('578230114599817304', { shipping: 'tiktok' }),
  aFile('578230114599817305', { parcels: [aParcel({ number: undefined })] }),
  aFile('578230114599817301', { confirmedAt: hoursAgo(60) }),
];

describe.each(locales)('a correction of numbers, in %s', (locale) => {
  it('looks as stored', () => {
    const mail = mailOf({ locale, files });
    expectGolden(`correction.${locale}.html`, mail.html);
    expectGolden(`correction.${locale}.txt`, `${mail.subject}\n\n${mail.text}`);
    expectGolden(`correction.${locale}.csv`, mail.attachments[0]?.content ?? '');
  });
});

describe('a correction of numbers', () => {
  it('goes to operations with number, proposal, reason and window', () => {
    const mail = mailOf();
    expect(mail.to).toEqual(['operations@shop.example']);
    expect(mail.subject).toBe('[Harbour Lane UK] Check 1 tracking number');
    expect(mail.text).toContain('Number now: RB 123 456 785 GB\n');
    expect(mail.text).toContain('Proposed: RB123456785GB\n');
    expect(mail.text).toContain('Why: it has spaces; mended, it is a postal number with the right check digit\n');
    expect(mail.text).toContain('· 2 days 20 hours left to change it');
    expect(mail.text).toMatch(/Can be changed until: Sun 18 Jan, 08:00 London time – .*clause number-edit-by/);
  });

  it('says which orders to begin with: those whose window closes first', () => {
    const [, ...rows] = readCsv(mailOf({ files }).attachments[0]?.content ?? '');
    expect(rows.map(([order]) => order?.trim().slice(-1))).toEqual(['1', '2', '5', '3', '4']);
  });

  it.each([
    ['is over', aFile('57', { confirmedAt: hoursAgo(73) }), /can no longer be changed/],
    ['is not the seller’s to change', aFile('57', { shipping: 'tiktok' }), /TikTok Shipping gave this number/],
    ['tells nothing', aFile('57', { parcels: [aParcel({ number: 'soon' })] }), /ask the packer for the label/],
    ['is missing', aFile('57', { parcels: [aParcel({ number: undefined })] }), /Number now: no tracking number/],
  ])('proposes nothing where a number %s', (_, file, said) => {
    const { text } = mailOf({ files: [file] });
    expect(text).not.toContain('Proposed');
    expect(text).not.toContain('Nothing has been changed');
    expect(text).toMatch(said);
  });

  it.each([
    ['US', 'within 72 hours of shipment'],
    ['TH', 'within 72 hours of shipment'],
    ['DE', 'be changed once, and only where'],
    ['MX', 'be changed once, and only where'],
    ['JP', 'be changed once, and only where'],
  ])('in %s says TikTok’s rule, though no pack of the shop has it', (market, rule) => {
    const { text } = mailOf({ shop: { market, packs: ['article'] } });
    expect(text).toContain(rule);
    expect(text).toContain('· can be changed once');
    expect(text).toContain('Proposed: RB123456785GB');
  });

  it('says who enters what is proposed', () => {
    expect(mailOf().text).toContain('Nothing has been changed');
    const applied = mailOf({ shop: { correctNumbers: true } }).text;
    expect(applied).toContain('Tidewatch has entered what is proposed wherever TikTok allowed it');
    expect(applied).not.toContain('Nothing has been changed');
  });

  it('of several parcels names the one that was mistyped', () => {
    const parcels = [aParcel({ id: '1' }), aParcel({ id: '2', number: 'rb123456785gb' })];
    const { text } = mailOf({ files: [aFile('57', { parcels })] });
    expect(text).toContain('Number now: rb123456785gb');
    expect(text).not.toContain('JD0002274300018');
  });

  it('without the order at hand goes by what was found', () => {
    const { text } = mailOf({ files: [], items: [anItem('57', { number: 'rb123456785gb' })] });
    expect(text).toContain('Proposed: RB123456785GB');
    expect(text).toContain('· can be changed once');
    expect(mailOf({ files: [], items: [anItem('57', { number: 'RB123456785GB, 4 5' })] }).text).not.toContain(
      'Proposed',
    );
  });

  it('of 200 orders shows twenty and attaches all', () => {
    const items = Array.from({ length: 200 }, (_, index) => anItem(String(9_000 + index)));
    const mail = mailOf({ files: [], items });
    expect(mail.text).toContain('180 more orders in the attached table.');
    expect(readCsv(mail.attachments[0]?.content ?? '')).toHaveLength(201);
    expect(Buffer.byteLength(mail.html)).toBeLessThan(102_400);
  });

  it.each([
    '<script>alert(1)</script>',
    'a\r\nb\nc',
    '=HYPERLINK("http://evil.example")',
    'a\u202Eb',
    'A'.repeat(10_240),
  ])('lets %j from outside do nothing', (text) => {
    const item = anItem(text, { parcel: text, number: text, carrier: text });
    const mail = mailOf({ files: [], items: [item], shop: { name: text } });
    const harmless = mailOf({ files: [], items: [anItem('57', { number: 'x' })] });
    expect(mail.html).not.toContain('<script');
    expect(mail.html + mail.text + mail.subject).not.toMatch(/\p{Bidi_Control}/u);
    expect(mail.text.split('\n')).toHaveLength(harmless.text.split('\n').length);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.html.length).toBeLessThan(40_000);
    for (const cell of readCsv(mail.attachments[0]?.content ?? '').flat()) expect(cell).not.toMatch(/^[=+\-@]/);
  });
});
