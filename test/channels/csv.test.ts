import { describe, expect, it } from 'vitest';
import { csvAttachment, writeCsv } from '../../shared/channels/mail/csv.ts';
import { readCsv } from './read-csv.ts';

describe('a table for a spreadsheet', () => {
  it.each([
    ['a plain word stays bare', 'Evri', 'Evri'],
    ['a comma is quoted', 'Shenzhen, China', 'Shenzhen, China'],
    ['a quote is doubled', 'the "hub"', 'the "hub"'],
    ['a line break stays inside its cell', 'one\r\ntwo', 'one\r\ntwo'],
    ['an absent value is an empty cell', undefined, ''],
    ['a formula is made text', '=HYPERLINK("http://evil.example")', `'=HYPERLINK("http://evil.example")`],
    ['a plus begins a formula as well', '+1+cmd', "'+1+cmd"],
    ['a minus begins a formula as well', '-2+3', "'-2+3"],
    ['an at sign begins a formula as well', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab in front hides a formula', '\t=1', "'\t=1"],
    ['a carriage return in front hides a formula', '\r=1', "'\r=1"],
    ['East Asian spreadsheets take the full-width sign', '＝1+1', "'＝1+1"],
    ['a short number stays a number', '129.00', '129.00'],
    [
      'an id of 18 digits would lose three of them, so a tab makes it text',
      '578230114599817301',
      '578230114599817301\t',
    ],
  ])('%s', (_, value, read) => {
    expect(readCsv(writeCsv(['head'], [[value]]))).toEqual([['head'], [read]]);
  });

  it('begins with a byte order mark and ends every line with CR LF', () => {
    expect(writeCsv(['订单号'], [['1'], ['2']])).toBe('\uFEFF订单号\r\n1\r\n2\r\n');
  });

  it.each([
    ['a run is part of the name', 'tidewatch-1-2026-01-15T12:00:00.000Z', 'tidewatch-1-2026-01-15T12-00-00-000Z.csv'],
    ['a path and a header break do not get through', '../../x"\r\nBcc: a@b', 'x-Bcc-a-b.csv'],
    ['nothing usable leaves a name of our own', '潮', 'tidewatch.csv'],
  ])('%s', (_, name, filename) => {
    expect(csvAttachment(name, '').filename).toBe(filename);
  });
});
