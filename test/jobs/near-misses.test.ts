import { describe, expect, it } from 'vitest';
import type { Finding } from '../../shared/domain/finding.ts';
import type { Order } from '../../shared/domain/order.ts';
import { countNearMiss, stageCounts, type StageCounts } from '../../shared/jobs/near-misses.ts';
import { aDeliveredOrder, anOrder, anOrderInTransit } from '../support/an-order.ts';
import { aResolvedFinding } from '../support/a-finding.ts';
import { hoursAgo, hoursFromNow, now } from '../support/moments.ts';

const run = 'this run';
const platform = { kind: 'platform', field: 'rts_sla_time' } as const;

function warned(changes: Partial<Finding> = {}): Finding {
  return aResolvedFinding({
    check: 'trace-silent',
    openedAt: hoursAgo(5),
    deadline: { at: hoursFromNow(1), source: platform },
    last: { kind: 'resolved', at: now, run },
    ...changes,
  });
}

describe('a near miss', () => {
  const before = { at: hoursAgo(1), source: platform };
  const rows: [string, Finding, Order, boolean][] = [
    ['opened before its line and was over before it', warned(), anOrderInTransit(), true],
    ['is none when it was over after its line', warned({ deadline: before }), anOrderInTransit(), false],
    ['is none when it opened after its line', warned({ openedAt: hoursFromNow(2) }), anOrderInTransit(), false],
    ['is none without a line', warned({ deadline: undefined as never }), anOrderInTransit(), false],
    [
      'is counted by the run that saw its end',
      warned({ last: { kind: 'resolved', at: now, run: 'another' } }),
      anOrder(),
      false,
    ],
    ['is over', warned({ state: 'open', last: { kind: 'opened', at: now, run } }), anOrder(), false],
    [
      'may end with the order',
      warned({ check: 'deliver-by', resolvedBecause: 'order-closed' }),
      aDeliveredOrder(),
      true,
    ],
    [
      'does not end with a cancellation',
      warned({ resolvedBecause: 'order-closed' }),
      anOrder({ status: 'CANCELLED' }),
      false,
    ],
    ['does not end because nobody looks any more', warned({ resolvedBecause: 'abandoned' }), anOrder(), false],
    ['is none where nobody is told of it', warned({ check: 'pick-start', stage: 'pick-start-slow' }), anOrder(), false],
    ['is none of a check that is gone', warned({ check: 'retired' }), anOrder(), false],
    [
      'is known by when it was done, where TikTok says so: in time, though seen late',
      warned({ check: 'confirm-by', stage: 'confirm-due-soon', deadline: before }),
      anOrder({ confirmedAt: hoursAgo(1) }),
      true,
    ],
    [
      'and late, though the line had not been seen to be crossed',
      warned({ check: 'confirm-by', stage: 'confirm-due-soon', deadline: before }),
      anOrder({ confirmedAt: hoursAgo(0.5) }),
      false,
    ],
  ];
  it.each(rows)('%s', (_, finding, order, isCounted) => {
    const counts: StageCounts = new Map();
    countNearMiss(counts, finding, run, order);
    expect(counts.size).toBe(isCounted ? 1 : 0);
  });

  it('adds up by the stage it had reached, the most frequent first', () => {
    const counts: StageCounts = new Map();
    countNearMiss(counts, warned(), run);
    const confirm = warned({ check: 'confirm-by', stage: 'confirm-due-soon' });
    countNearMiss(counts, confirm, run);
    countNearMiss(counts, confirm, run);
    expect(stageCounts(counts)).toEqual([
      { check: 'confirm-by', stage: 'confirm-due-soon', count: 2 },
      { check: 'trace-silent', stage: 'trace-gap-48', count: 1 },
    ]);
  });
});
