import { describe, expect, it } from 'vitest';
import { readScores } from '../../shared/adapters/score-file.ts';
import { at, now } from '../support/moments.ts';

function read(...lines: readonly string[]) {
  return readScores(['date,metric,value', ...lines].join('\n'), now);
}

describe('a score is', () => {
  it.each([
    ['2026-01-14,lts,81', 'logistics-score', '2026-01-14T00:00:00Z', 81],
    ['2026-01-14,logistics-score,81.5', 'logistics-score', '2026-01-14T00:00:00Z', 81.5],
    ['2026-01-14,Completeness,100', 'trace-completeness', '2026-01-14T00:00:00Z', 100],
    ['2026-01-14T09:30:00+08:00,trace-completeness,0', 'trace-completeness', '2026-01-14T01:30:00Z', 0],
    // In Shenzhen it is tomorrow already.
    ['2026-01-16,lts,80', 'logistics-score', '2026-01-16T00:00:00Z', 80],
  ])('%s', (line, metric, when, value) => {
    expect(read(line)).toEqual({ scores: [{ metric, at: at(when), value }], refused: [] });
  });
});

describe('a line is refused by number and field, and the others are taken', () => {
  it.each([
    ['a day that is not in the calendar', '2026-02-30,lts,81', 'date', /"2026-02-30" is not a date: write e\.g\./],
    ['a day as a spreadsheet shows it', '14/01/2026,lts,81', 'date', /is not a date/],
    ['no day', ',lts,81', 'date', /is empty and is not a date/],
    ['a day to come', '2026-01-17,lts,81', 'date', /lies in the future/],
    ['a figure nobody knows', '2026-01-14,luck,81', 'metric', /"luck" is none of logistics-score, .*lts, completeness/],
    ['no figure', '2026-01-14,lts,', 'value', /is empty and is not a number from 0 to 100/],
    ['a share', '2026-01-14,lts,81%', 'value', /"81%" is not a number from 0 to 100, e\.g\. 86\.5/],
    ['a decimal comma', '2026-01-14,lts,"81,5"', 'value', /e\.g\. 86\.5/],
    ['more than all', '2026-01-14,lts,100.1', 'value', /from 0 to 100/],
    ['less than nothing', '2026-01-14,lts,-1', 'value', /from 0 to 100/],
  ])('%s', (_, line, field, says) => {
    const { scores, refused } = read('2026-01-13,lts,79', line, '2026-01-12,lts,78');
    expect(scores.map(({ value }) => value)).toEqual([79, 78]);
    expect(refused).toEqual([{ line: 3, field, problem: expect.stringMatching(says) }]);
  });
});
