import { describe, expect, it } from 'vitest';
import { createPolicy } from '../../shared/policies/create-policy.ts';
import type { Circumstances, Mark, Pack } from '../../shared/policies/policy.ts';
import { packs, ruleNamed } from '../../shared/policies/registry.ts';
import { at } from '../support/moments.ts';

function aMark(changes: Partial<Mark> = {}): Mark {
  return { id: 'm', mark: 'qr-label', rule: 'Bear a label.', source: 'a page', confidence: 'unverified', ...changes };
}

function aPackOf(id: string, ...marks: readonly Mark[]): Pack {
  return { id, clauses: [], marks };
}

function found(
  known: readonly Pack[],
  changes: Partial<Circumstances> = {},
  when = '2026-07-01T12:00:00Z',
): string | undefined {
  const of = { market: 'GB', sellerType: 'CROSS_BORDER', packs: known.map(({ id }) => id), ...changes } as const;
  const mark = createPolicy(known).mark('qr-label', of, at(when));
  return mark && `${mark.pack}/${mark.mark.id}`;
}

describe('which rule about a parcel is in force', () => {
  const german = aPackOf('german', aMark({ markets: ['DE'] }));
  const other = aPackOf('other', aMark({ mark: 'declared-name' }));
  const any = aPackOf('any', aMark());

  it("the first one of its kind in the shop's list that is about the market", () => {
    expect(found([other, german, any])).toBe('any/m');
    expect(found([other, german, any], { market: 'DE' })).toBe('german/m');
    expect(found([german, any], { market: 'DE', packs: ['any', 'german'] })).toBe('any/m');
    expect(found([other, german])).toBeUndefined();
    expect(found([{ id: 'none', clauses: [] }])).toBeUndefined();
  });

  it('one that binds this seller, shipped this way', () => {
    const local = aPackOf('p', aMark({ sellerTypes: ['LOCAL'], logistics: ['third-party'] }));
    expect(found([local])).toBeUndefined();
    expect(found([local], { sellerType: 'LOCAL', logistics: 'third-party' })).toBe('p/m');
    expect(found([local], { sellerType: 'LOCAL', logistics: 'tiktok-shipping' })).toBeUndefined();
  });

  it("from its first day to the day before its end, on the market's clock", () => {
    const pack = aPackOf(
      'p',
      aMark({ from: '2026-01-01', to: '2026-02-01' }),
      aMark({ id: 'next', from: '2026-02-01' }),
    );
    expect(found([pack], { market: 'VN' }, '2025-12-31T16:59:59Z')).toBeUndefined();
    expect(found([pack], { market: 'VN' }, '2025-12-31T17:00:00Z')).toBe('p/m');
    expect(found([pack], {}, '2026-01-31T23:59:59Z')).toBe('p/m');
    expect(found([pack], {}, '2026-02-01T00:00:00Z')).toBe('p/next');
  });

  it('for each shop by its own list, however often another is asked for between', () => {
    const policy = createPolicy([german, any]);
    const shops = [{ packs: ['german'] }, { packs: ['any'] }].map((shop) => ({
      ...shop,
      market: 'DE',
      sellerType: 'LOCAL' as const,
    }));
    const asked = [...shops, ...shops].map((of) => policy.mark('qr-label', of, at('2026-07-01T12:00:00Z'))?.pack);
    expect(asked).toEqual(['german', 'any', 'german', 'any']);
  });
});

describe('the rules there are', () => {
  const all = packs.flatMap(({ id, marks = [] }) => marks.map((mark): [string, Mark] => [`${id}/${mark.id}`, mark]));

  it.each(all)('%s says what it asks for, who says so and what it costs', (_, mark) => {
    expect(mark.rule.length).toBeGreaterThan(20);
    expect(mark.source.length).toBeGreaterThan(15);
    expect(mark.penalty?.says.length).toBeGreaterThan(20);
  });

  it('are found by the name that a finding gives', () => {
    expect(ruleNamed('article', 'platform-label')?.penalty?.fine).toEqual({ amount: '50', currency: 'USD' });
    expect(ruleNamed('article', 'qr-label')?.penalty?.fine).toEqual({ amount: '12', currency: 'GBP' });
    expect(ruleNamed('article', 'gone')).toBeUndefined();
  });
});
