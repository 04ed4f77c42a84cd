import { describe, expect, it } from 'vitest';
import { days, hours, minutes, type Duration } from '../../shared/domain/time.ts';
import { addLength, joinLengths, spreadOf } from '../../shared/totals/lengths.ts';

function lengths(...all: readonly Duration[]) {
  return all.reduce<Readonly<Record<string, number>>>(addLength, {});
}

describe('lengths counted by the hour', () => {
  const rows: [string, Duration, string][] = [
    ['nothing is an hour', minutes(0), '1'],
    ['an hour sharp stays one', hours(1), '1'],
    ['a minute more is two', minutes(61), '2'],
    ['two days are the last that count by the hour', hours(48), '48'],
    ['beyond them six hours are one step', minutes(48 * 60 + 1), '54'],
    ['ten days are the longest', days(30), '240'],
  ];
  it.each(rows)('%s', (_, length, name) => expect(lengths(length)).toEqual({ [name]: 1 }));

  it('tell the middle and the ninth tenth by nearest rank', () => {
    const ten = lengths(...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(hours));
    expect(spreadOf(ten)).toEqual({ sample: 10, median: 5, p90: 9 });
    expect(spreadOf(lengths(hours(30)))).toEqual({ sample: 1, median: 30, p90: 30 });
  });

  it('are sorted by length, not by how their hours are written', () => {
    expect(spreadOf({ 10: 1, 9: 1, 100: 1 })).toEqual({ sample: 3, median: 10, p90: 100 });
  });

  it('say nothing where there are none', () => expect(spreadOf({})).toBeUndefined());

  it('add up', () => expect(joinLengths({ 1: 2, 3: 1 }, { 3: 4, 5: 1 })).toEqual({ 1: 2, 3: 5, 5: 1 }));
});
