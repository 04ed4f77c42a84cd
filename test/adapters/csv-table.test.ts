import { describe, expect, it } from 'vitest';
import { decodeUtf8, readCsvTable, type CsvRow } from '../../shared/adapters/csv-table.ts';
import { writeCsv } from '../../shared/channels/mail/csv.ts';

const needed = ['order', 'kind'];

function plainly(row: CsvRow): unknown {
  return 'problem' in row ? [row.line, row.problem] : [row.line, Object.fromEntries(row.cells)];
}

function read(text: string): readonly unknown[] {
  return readCsvTable(text, needed).map(plainly);
}

const one = [[2, { order: '1', kind: 'label' }]];

describe('a table that people saved is read', () => {
  it.each<[string, string, readonly unknown[]]>([
    ['as the standard writes it', 'order,kind\r\n1,label\r\n', one],
    ['with the byte order mark of a spreadsheet', '\uFEFForder,kind\r\n1,label\r\n', one],
    ['with the line ends of other machines', 'order,kind\n1,label', one],
    ['with those of old ones', 'order,kind\r1,label\r', one],
    ['with semicolons, as spreadsheets of half of Europe write it', 'order;kind\n1;label\n', one],
    ['with tabs', 'order\tkind\n1\tlabel\n', one],
    ['with a header in capitals and blanks around', ' Order , KIND\n 1 , label \n', one],
    ['with quotes around anything', '"order","kind"\n"1","label"\n', one],
    ['with the tab that keeps long ids whole', '"order",kind\n"1\t",label\n', one],
    ['without lines that are empty or hold only separators', 'order,kind\n\n,\n1,label\n , \n', [[4, one[0]?.[1]]]],
    [
      'with a separator and a quote inside of quotes',
      'order,kind\n"1,""2""",label',
      [[2, { order: '1,"2"', kind: 'label' }]],
    ],
    ['with columns of its own', 'kind,note,order\nlabel,fine,1', [[2, { order: '1', kind: 'label', note: 'fine' }]]],
    ['with a short line: what is missing is empty', 'order,kind\n1', [[2, { order: '1', kind: '' }]]],
    ['with empty cells at the end', 'order,kind\n1,label,,', one],
    ['in any writing', 'order,kind\n订单,标签', [[2, { order: '订单', kind: '标签' }]]],
    ['without lines', 'order,kind\n', []],
  ])('%s', (_, text, rows) => expect(read(text)).toEqual(rows));

  it('as our own mails write it', () => {
    const text = writeCsv(needed, [
      ['578230114599817301', '=1+1'],
      ['1', 'a,"b"'],
    ]);
    expect(read(text)).toEqual([
      [2, { order: '578230114599817301', kind: "'=1+1" }],
      [3, { order: '1', kind: 'a,"b"' }],
    ]);
  });
});

describe('what is wrong with one line spoils that line alone', () => {
  it.each<[string, string, string]>([
    ['a quote left open', '"1,label', 'a quote is not closed'],
    ['text behind a quote', '"1"x,label', 'text stands behind one'],
    ['a quote in the middle', '1"2,label', 'a quote is not closed'],
    ['more cells than columns', '1,label,more', 'has 3 cells, the header names 2'],
  ])('%s', (_, line, problem) => {
    const rows = read(`order,kind\n1,label\n${line}\n2,label`);
    expect([rows[0], rows[2]]).toEqual([one[0], [4, { order: '2', kind: 'label' }]]);
    expect(rows[1]).toEqual([3, expect.stringContaining(problem)]);
  });
});

describe('a file is refused as a whole', () => {
  it.each([
    ['without its header', '1,label\n'],
    ['with a column missing', 'order,sort\n1,label\n'],
    ['that is empty', ''],
  ])('%s', (_, text) => expect(() => read(text)).toThrow(/line 1: the header has no column (order, )?kind/));

  it('in letters that are no UTF-8', () => {
    expect(() => decodeUtf8(Buffer.from('order,kind\n\u00E4', 'latin1'))).toThrow('save it as "CSV UTF-8"');
    expect(() => decodeUtf8(Buffer.from('\uFEFForder', 'utf16le'))).toThrow('CSV UTF-8');
    expect(decodeUtf8(Buffer.from('\uFEFF订单'))).toBe('订单');
  });
});
