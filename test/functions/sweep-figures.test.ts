import { expect, it } from 'vitest';
import { sweepFigures } from '../../functions/runtime/sweep-figures.ts';
import { hours, instant } from '../../shared/domain/time.ts';
import type { RunRecord } from '../../shared/ports/records.ts';

function aRecord(changed: Partial<RunRecord> = {}): RunRecord {
  return {
    kind: 'sweep',
    now: instant(0),
    state: 'done',
    tally: {
      pulled: 10,
      closed: 1,
      quarantined: 2,
      judged: 30,
      looks: 4,
      calls: { search: 3, detail: 0, tracking: 5, other: 1, retries: 2 },
      durationMs: 900,
    },
    open: 20,
    transitions: { opened: 4, escalated: 1, reminded: 1, resolved: 3, reopened: 1 },
    requests: [],
    ...changed,
  };
}

it('adds up the runs that one message finished; the lag is that of the newest', () => {
  const notWatched = [
    { check: 'deliver-by', because: 'no-deadline-known', count: 12 },
    { check: 'credential-expiry', because: 'issue-date-missing', count: 1 },
  ] as const;
  const runs = [
    { run: 'one', record: aRecord({ lag: hours(3), notWatched }) },
    { run: 'two', record: aRecord({ lag: hours(1) }) },
  ];
  expect(sweepFigures({ shop: '749', state: 'done', runs })).toEqual({
    OrdersPulled: 20,
    OrdersQuarantined: 4,
    TextsUnread: 0,
    Calls: 18,
    CallsRepeated: 4,
    FindingsOpened: 10,
    FindingsResolved: 6,
    NotWatched: 13,
    LagSeconds: 3_600,
  });
});

it('has no lag to tell of a first look, and nothing at all of a message that finished no run', () => {
  const first = sweepFigures({ shop: '749', state: 'done', runs: [{ run: 'one', record: aRecord() }] });
  expect(first).not.toHaveProperty('LagSeconds');
  expect(sweepFigures({ shop: '749', state: 'continued', runs: [] })).toEqual({});
});
