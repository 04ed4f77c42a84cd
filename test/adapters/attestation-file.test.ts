import { describe, expect, it } from 'vitest';
import { readAttestations } from '../../shared/adapters/attestation-file.ts';
import { looksRounded } from '../../shared/adapters/written-fields.ts';
import { at as time, now } from '../support/moments.ts';

const order = '578230114599817301';
const written = { at: now, by: 'the command line' };

function read(...lines: readonly string[]) {
  return readAttestations(['order,kind,value,at,by', ...lines].join('\n'), written);
}

describe('an attestation is', () => {
  it.each([
    ['the label on the box', 'qr-label,attached', { kind: 'qrLabel', value: 'attached' }],
    ['a declared name that fits', 'declared-name,matches', { kind: 'declaredName', value: 'matches' }],
    ['a declared name that does not', 'declared-name,differs', { kind: 'declaredName', value: 'differs' }],
    ['the label of the platform', 'label,platform', { kind: 'label', value: 'platform' }],
    ['a label of somebody else', 'label,other', { kind: 'label', value: 'other' }],
    ['batteries declared', 'battery,declared', { kind: 'battery', value: 'declared' }],
    ['no batteries found', 'battery,none', { kind: 'battery', value: 'none' }],
    [
      'the start of picking',
      'pick-start,2026-01-15T09:30:00+08:00',
      { kind: 'pickStartedAt', value: time('2026-01-15T01:30:00Z') },
    ],
    ['anything of these in capitals', 'QR-Label,Attached', { kind: 'qrLabel', value: 'attached' }],
  ])('%s', (_, line, deed) => {
    expect(read(`${order},${line}`)).toEqual({
      deeds: [{ line: 2, deed: { order, at: now, by: 'the command line', ...deed } }],
      refused: [],
      blank: 0,
    });
  });

  it('as old as its line says, and by whom', () => {
    const { deeds } = read(`${order},label,platform,2026-01-14T08:00:00Z,Li Wei`);
    expect(deeds[0]?.deed).toMatchObject({ at: time('2026-01-14T08:00:00Z'), by: 'Li Wei' });
  });

  it('left open where no value stands yet', () => {
    expect(read(`${order},label,`, `${order},label`)).toEqual({ deeds: [], refused: [], blank: 2 });
  });
});

describe('a line is refused by number and field, with what to do, and the others are taken', () => {
  it.each([
    ['an id that a spreadsheet has shortened', '5.7823E+17,label,platform', 'order', /format the column as text/],
    ['the same with a comma and small', '"5,78e17",label,platform', 'order', /format the column as text/],
    ['no id', ',label,platform', 'order', /is empty: write the order id/],
    ['a word for an id', 'abc,label,platform', 'order', /"abc" is not an order id: write digits only/],
    ['a kind nobody knows', `${order},qr,attached`, 'kind', /"qr" is none of qr-label, declared-name, label/],
    ['a value of another kind', `${order},qr-label,none`, 'value', /does not fit qr-label: write attached$/],
    ['a value nobody knows', `${order},battery,yes`, 'value', /"yes" does not fit battery: write declared or none/],
    ['a start without its zone', `${order},pick-start,2026-01-15T09:30:00`, 'value', /is not a time with its zone/],
    ['a start as a bare date', `${order},pick-start,2026-01-15`, 'value', /write e\.g\. 2026-11-22T18:00:00Z/],
    ['a start that is to come', `${order},pick-start,2026-01-15T12:00:01Z`, 'value', /lies in the future/],
    ['a day that is not in the calendar', `${order},label,other,2026-02-30T00:00:00Z`, 'at', /is not a time/],
    [
      'a page for a name',
      `${order},label,other,,${'x'.repeat(450_000)}`,
      'by',
      /has 450000 characters: write a name of at most 200/,
    ],
    ['a word from the future', `${order},label,other,2026-01-16T00:00:00Z`, 'at', /lies in the future/],
  ])('%s', (_, line, field, says) => {
    const { deeds, refused } = read(`${order},label,platform`, line, `${order},battery,none`);
    expect(deeds.map((entry) => entry.line)).toEqual([2, 4]);
    expect(refused).toEqual([{ line: 3, field, problem: expect.stringMatching(says) }]);
  });

  it('one that is badly quoted too', () => {
    expect(read(`"${order},label,platform`).refused).toEqual([{ line: 2, problem: expect.stringContaining('quote') }]);
  });

  it('a long text is shown only in part', () => {
    const [refused] = read(`${order},${'x'.repeat(500)},y`).refused;
    expect(refused?.problem.length).toBeLessThan(150);
  });
});

it.each([
  ['578230114599817000', true],
  ['578230114599817300', false],
  ['578230114599817301', false],
  ['5782301145998170', true],
  ['578230114599000', false],
])('an id looks rounded when nothing is left behind its 15th digit: %s %s', (id, expected) => {
  expect(looksRounded(id)).toBe(expected);
});
