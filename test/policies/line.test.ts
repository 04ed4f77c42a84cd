import { describe, expect, it } from 'vitest';
import { hours } from '../../shared/domain/time.ts';
import { lineOf } from '../../shared/policies/line.ts';
import { at } from '../support/moments.ts';

describe('hours', () => {
  it('are hours on every clock, whatever the wall says', () => {
    expect(lineOf({ form: 'hours', length: hours(24) }, at('2026-03-28T12:00:00Z'), 'Europe/London')).toBe(
      at('2026-03-29T12:00:00Z'),
    );
  });
});

describe('calendar days end at 23:59:59 in the zone', () => {
  const rows: [string, number, string, string, string][] = [
    ['the same day', 0, '2026-01-05T10:00:00Z', 'Europe/London', '2026-01-05T23:59:59Z'],
    [
      'the last second of a day still belongs to it',
      1,
      '2026-01-05T23:59:59.999Z',
      'Europe/London',
      '2026-01-06T23:59:59Z',
    ],
    ['a zone ahead: already tomorrow there', 3, '2026-01-05T17:30:00Z', 'Asia/Bangkok', '2026-01-09T16:59:59Z'],
    ['a zone behind: still yesterday there', 7, '2026-01-05T07:59:59Z', 'America/Los_Angeles', '2026-01-12T07:59:59Z'],
    ['across the start of summer time', 5, '2026-03-26T10:00:00Z', 'Europe/London', '2026-03-31T22:59:59Z'],
    ['across its end', 5, '2026-10-22T10:00:00Z', 'Europe/London', '2026-10-27T23:59:59Z'],
    [
      'in summer time, half past midnight local is the next day',
      1,
      '2026-07-01T23:30:00Z',
      'Europe/London',
      '2026-07-03T22:59:59Z',
    ],
    ['across a leap day', 3, '2028-02-27T12:00:00Z', 'Europe/London', '2028-03-01T23:59:59Z'],
    ['across the year', 5, '2025-12-29T12:00:00Z', 'Europe/London', '2026-01-03T23:59:59Z'],
  ];
  it.each(rows)('%s', (_, days, start, zone, line) => {
    expect(lineOf({ form: 'calendar-days', days }, at(start), zone)).toBe(at(line));
  });
});
