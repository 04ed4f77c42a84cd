import { describe, expect, it } from 'vitest';
import { compareRuns } from '../../infra/replay/figures/compare-runs.ts';
import { countIn, leadBuckets, medianLead } from '../../infra/replay/figures/lead-times.ts';
import type { CheckFigures, RunFigures } from '../../infra/replay/figures/run-figures.ts';

function some(changes: Partial<CheckFigures>): CheckFigures {
  return {
    check: 'confirm-by',
    carrier: '',
    opened: 0,
    escalated: 0,
    told: 0,
    crossed: 0,
    missed: 0,
    kept: 0,
    lead: {},
    ...changes,
  };
}

function aRun(changes: Partial<RunFigures> = {}): RunFigures {
  return { sweeps: 48, orders: 9, standing: 1, checks: [], days: [], receivers: [], remedies: 3, ...changes };
}

describe('lead times', () => {
  const rows: readonly [string, Readonly<Record<string, number>>, number | null][] = [
    ['of nothing there is no middle', {}, null],
    ['of one it is that one', { 5: 1 }, 5],
    ['half had at least so much', { '-2': 1, 3: 1, 11: 2 }, 3],
    ['many weigh more than few', { '-2': 1, 23: 50 }, 23],
  ];
  it.each(rows)('%s', (_, leads, median) => expect(medianLead(leads)).toBe(median));

  it('every hour lies in exactly one bucket', () => {
    for (let hour = -720; hour <= 720; hour += 1) {
      const counts = leadBuckets.map((bucket) => countIn({ [hour]: 1 }, bucket));
      expect(
        counts.reduce((sum, count) => sum + count, 0),
        String(hour),
      ).toBe(1);
    }
  });
});

describe('two runs', () => {
  const before = aRun({
    checks: [
      some({ carrier: 'Evri', opened: 2, escalated: 1, told: 2, crossed: 1, kept: 1, lead: { 3: 1, 11: 1 } }),
      some({ carrier: 'DHL', opened: 1, told: 1, crossed: 1, missed: 1, lead: { '-1': 1 } }),
    ],
    receivers: [{ receiver: 'email:en', notices: 5, reports: 2 }],
    days: [{ day: '2026-01-01', messages: 7, opened: 3, live: { warning: 1, breach: 1, critical: 0 } }],
  });
  const after = aRun({
    remedies: 4,
    checks: [some({ check: 'deliver-by', carrier: 'DHL', opened: 1 })],
    days: [{ day: '2026-01-02', messages: 1, opened: 1, live: { warning: 0, breach: 0, critical: 2 } }],
  });
  const compared = compareRuns(before, after);

  it('are summed up over carriers and checks', () => {
    expect(compared.all.before).toEqual({
      opened: 3,
      escalated: 1,
      told: 3,
      ahead: 2,
      late: 1,
      crossed: 2,
      missed: 1,
      kept: 1,
      medianLead: 3,
    });
    expect(compared.remedies).toEqual({ before: 3, after: 4 });
  });

  it('have a row for what only one of them knows', () => {
    expect(compared.checks.map(({ check, before: one, after: other }) => [check, one.opened, other.opened])).toEqual([
      ['confirm-by', 3, 0],
      ['deliver-by', 0, 1],
    ]);
    expect(compared.carriers.map(({ check, carrier }) => [check, carrier])).toEqual([
      ['confirm-by', 'DHL'],
      ['confirm-by', 'Evri'],
      ['deliver-by', 'DHL'],
    ]);
    expect(compared.days.map(({ day, before: one, after: other }) => [day, one.messages, other.messages])).toEqual([
      ['2026-01-01', 7, 0],
      ['2026-01-02', 0, 1],
    ]);
    expect(compared.receivers).toEqual([
      {
        receiver: 'email:en',
        before: { notices: 5, reports: 2, perDay: 3.5 },
        after: { notices: 0, reports: 0, perDay: 0 },
      },
    ]);
  });

  it('that are the same have the same figures on both sides', () => {
    const { checks, leads } = compareRuns(before, before);
    for (const { before: one, after: other } of checks) expect(one).toEqual(other);
    for (const { before: one, after: other } of leads) expect(one).toBe(other);
  });
});
