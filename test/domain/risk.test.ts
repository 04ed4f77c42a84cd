import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byMoney, byUrgency, type Urgency } from '../../shared/domain/risk.ts';
import { after, hours, instant, minutes } from '../../shared/domain/time.ts';
import { now } from '../support/moments.ts';

const pounds = (amount: string) => ({ amount, currency: 'GBP' });

describe('what stands first in a list', () => {
  const rows: [string, Urgency, Urgency][] = [
    [
      'the line that was crossed',
      { line: after(now, hours(-30)) },
      { line: after(now, hours(1)), risk: pounds('900') },
    ],
    ['the line an hour nearer', { line: now }, { line: after(now, hours(1)), risk: pounds('900') }],
    [
      'within an hour what is no usual pause',
      { line: after(now, minutes(59)), risk: pounds('1') },
      { line: now, risk: pounds('900'), freeDays: 2 },
    ],
    [
      'within an hour the larger sum',
      { line: after(now, minutes(59)), risk: pounds('100') },
      { line: now, risk: pounds('99.5') },
    ],
    ['within an hour a sum at all', { line: after(now, minutes(59)), risk: pounds('1') }, { line: now }],
    [
      'of equal sums the nearer line',
      { line: now, risk: pounds('5') },
      { line: after(now, minutes(1)), risk: pounds('5.00') },
    ],
    [
      'of two currencies, between which no rate is known, always the same one',
      { line: now, risk: { amount: '5', currency: 'EUR' } },
      { line: now, risk: { amount: '9', currency: 'GBP' } },
    ],
  ];
  it.each(rows)('%s', (_, first, second) => {
    expect(byUrgency(first, second)).toBeLessThan(0);
    expect(byUrgency(second, first)).toBeGreaterThan(0);
  });

  it('is the same however a list was shuffled', () => {
    const sum = fc.record({
      amount: fc.constantFrom('0.50', '5', '12.00'),
      currency: fc.constantFrom('GBP', 'EUR'),
    });
    const urgency = fc.record({
      line: fc.integer({ min: 0, max: 30 }).map((tens) => instant(tens * minutes(10))),
      risk: fc.option(sum, { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(urgency), (list) => {
        expect(list.toReversed().toSorted(byUrgency)).toEqual(list.toSorted(byUrgency));
      }),
    );
  });

  it('nothing at risk is as little as nothing', () => expect(byMoney(undefined, undefined)).toBe(0));
});
