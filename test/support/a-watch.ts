import type { CallCounts } from '../../shared/ports/marketplace.ts';
import type { RunRecord } from '../../shared/ports/records.ts';
import type { Run, RunTally, Watch } from '../../shared/ports/watch.ts';
import { earlierRun } from './a-finding.ts';
import { hoursAgo, now } from './moments.ts';
import type { Spoil } from './spoil.ts';
import { spoil } from './spoil.ts';

const noCalls: CallCounts = { search: 0, detail: 0, tracking: 0, other: 0, retries: 0 };

export function aTally(changes: Spoil<RunTally> = {}): RunTally {
  return spoil<RunTally>(
    { pulled: 0, closed: 0, quarantined: 0, judged: 0, looks: 0, calls: noCalls, durationMs: 0 },
    changes,
  );
}

/** Baseline: a sweep that has just begun to pull the last hour. */
export function aRun(changes: Spoil<Run> = {}): Run {
  return spoil<Run>(
    {
      id: '2026-01-15T12:00:00.000Z',
      kind: 'sweep',
      now,
      from: hoursAgo(1),
      step: 0,
      startedAt: now,
      tally: aTally(),
    },
    changes,
  );
}

/** Baseline: the last sweep, an hour ago, ended well and is handed over. */
export function aWatch(changes: Spoil<Watch> = {}): Watch {
  return spoil<Watch>(
    {
      watermark: hoursAgo(1),
      firstLookDone: true,
      handedOver: { run: earlierRun, requests: [] },
      findings: [],
    },
    changes,
  );
}

/** Baseline: a finished sweep that found nothing. */
export function aRunRecord(changes: Spoil<RunRecord> = {}): RunRecord {
  return spoil<RunRecord>(
    {
      kind: 'sweep',
      now,
      state: 'done',
      tally: aTally(),
      open: 0,
      transitions: { opened: 0, escalated: 0, reminded: 0, resolved: 0, reopened: 0 },
      lag: 0,
      requests: [],
    },
    changes,
  );
}
