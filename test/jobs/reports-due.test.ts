import { describe, expect, it } from 'vitest';
import { reportsDue } from '../../shared/jobs/reports-due.ts';
import { at } from '../support/moments.ts';

const made = (on: string | undefined) => {
  const prevented = { from: at('2026-01-01T00:00:00Z'), stages: [] };
  return on === undefined ? {} : { daily: { on, prevented }, weekly: { on, prevented, lags: {} } };
};

describe('the daily digest is due', () => {
  const rows: [string, string, string, string, string | undefined, boolean][] = [
    ['at its hour', '08:00', 'Europe/London', '2026-01-15T08:00:00Z', '2026-01-14', true],
    ['not before it', '08:00', 'Europe/London', '2026-01-15T07:59:59Z', '2026-01-14', false],
    ['late, if no run came at its hour', '08:00', 'Europe/London', '2026-01-15T23:10:00Z', '2026-01-14', true],
    ['not twice a day', '08:00', 'Europe/London', '2026-01-15T09:00:00Z', '2026-01-15', false],
    ['not for a day that is over', '08:00', 'Europe/London', '2026-01-16T00:30:00Z', '2026-01-14', false],
    ['at once where there was none yet', '08:00', 'Europe/London', '2026-01-15T15:00:00Z', undefined, true],
    ['by the clock of the shop', '08:00', 'Asia/Shanghai', '2026-01-15T00:00:00Z', '2026-01-14', true],
    ['by the day of the shop', '00:15', 'America/Los_Angeles', '2026-01-15T07:00:00Z', '2026-01-14', false],
    [
      'after the gap where the clocks skip its hour',
      '01:30',
      'Europe/London',
      '2026-03-29T01:29:00Z',
      '2026-03-28',
      false,
    ],
    ['right after that gap', '01:30', 'Europe/London', '2026-03-29T01:30:00Z', '2026-03-28', true],
    ['the first time where its hour comes twice', '01:30', 'Europe/London', '2026-10-25T00:30:00Z', '2026-10-24', true],
    ['not the second time', '01:30', 'Europe/London', '2026-10-25T01:30:00Z', '2026-10-25', false],
  ];
  it.each(rows)('%s', (_, digest, zone, now, last, isDue) => {
    const { daily } = reportsDue({ digest, zone }, made(last), at(now));
    expect(daily !== undefined).toBe(isDue);
  });

  it('for the day that it is in the shop', () => {
    const shop = { digest: '08:00', zone: 'Asia/Shanghai' };
    expect(reportsDue(shop, {}, at('2026-01-15T17:00:00Z'))).toEqual({});
    expect(reportsDue(shop, {}, at('2026-01-16T00:00:00Z'))).toEqual({ daily: '2026-01-16' });
  });
});

describe('the weekly report is due', () => {
  // 2026-01-12 was a Monday.
  const rows: [string, string, string | undefined, boolean][] = [
    ['on its day at its hour', '2026-01-12T08:00:00Z', '2026-01-05', true],
    ['not before it', '2026-01-12T07:00:00Z', '2026-01-05', false],
    ['not twice', '2026-01-12T09:00:00Z', '2026-01-12', false],
    ['on Wednesday, if no run came before', '2026-01-14T05:00:00Z', '2026-01-05', true],
    ['not again the Monday after a late one has been made up for', '2026-01-15T08:00:00Z', '2026-01-14', false],
    ['the Monday after a late one', '2026-01-19T08:00:00Z', '2026-01-14', true],
    ['early on Monday for the week before, if that had none', '2026-01-12T07:00:00Z', '2025-12-29', true],
    ['on its first day', '2026-01-12T08:00:00Z', undefined, true],
    ['not at once, where there was none yet', '2026-01-14T08:00:00Z', undefined, false],
  ];
  it.each(rows)('%s', (_, now, last, isDue) => {
    const shop = { weekly: { day: 1, at: '08:00' }, zone: 'Europe/London' };
    expect(reportsDue(shop, made(last), at(now)).weekly !== undefined).toBe(isDue);
  });
});
