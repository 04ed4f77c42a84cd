import { describe, expect, it } from 'vitest';
import { dayOf, type LaneCount } from '../../shared/domain/day-totals.ts';
import { weeklyLanes } from '../../shared/jobs/weekly-lanes.ts';
import { someDays } from '../support/a-day.ts';
import { daysAgo } from '../support/moments.ts';

const noLags = { lags: {} };

function aLane(carrier: string, changes: Partial<LaneCount> = {}): LaneCount {
  return { lane: 'cross-border', carrier, scanned: 0, stalled: 0, due: 0, late: 0, toFirstScan: {}, ...changes };
}

describe('the lanes of a week', () => {
  it('are those of the seven days up to the newest that has come due, against the seven before them', () => {
    // Of the last five days most orders are still on their way.
    const days = someDays(25, (ago) => ({
      orders: 10,
      deliver: ago < 5 ? { open: 10 } : { onTime: 10 },
      fared: [aLane('Evri', { scanned: 10, stalled: ago < 5 ? 9 : ago < 12 ? 1 : 2, due: 10, late: ago < 12 ? 3 : 4 })],
    }));
    const { days: told, lanes } = weeklyLanes(days, noLags);
    expect(told).toEqual({ from: dayOf(daysAgo(11)), to: dayOf(daysAgo(5)) });
    expect(lanes).toEqual([
      {
        lane: 'cross-border',
        carrier: 'Evri',
        week: { stalled: { count: 7, of: 70 }, late: { count: 21, of: 70 } },
        before: { stalled: { count: 14, of: 70 }, late: { count: 28, of: 70 } },
      },
    ]);
  });

  it('say how long parcels waited for their first scan over all days', () => {
    const days = someDays(2, (ago) => ({
      orders: 1,
      fared: [aLane('Evri', { toFirstScan: ago === 0 ? { 2: 1 } : { 9: 3 } })],
    }));
    expect(weeklyLanes(days, noLags).lanes[0]?.week).toEqual({ toFirstScan: { sample: 4, median: 9, p90: 9 } });
  });

  it('name the largest first and twenty at most', () => {
    const fared = Array.from({ length: 25 }, (_, place) => aLane(`Carrier ${place}`, { scanned: place + 1 }));
    const { lanes } = weeklyLanes(
      someDays(1, () => ({ orders: 1, fared })),
      noLags,
    );
    expect(lanes).toHaveLength(20);
    expect(lanes[0]?.carrier).toBe('Carrier 24');
  });

  it('know a carrier of which only late scans are known, and what was known of it the week before', () => {
    const tally = { lags: { 'cross-border|Yanwen': { 3: 2 } }, lagsBefore: { 'cross-border|Yanwen': { 9: 1 } } };
    expect(weeklyLanes([], tally)).toEqual({
      lanes: [
        {
          lane: 'cross-border',
          carrier: 'Yanwen',
          week: { toTikTok: { sample: 2, median: 3, p90: 3 } },
          before: { toTikTok: { sample: 1, median: 9, p90: 9 } },
        },
      ],
    });
  });

  it('leave out days on which nothing was ordered, and end where the pick-ups do if no rule says when to deliver', () => {
    const days = someDays(9, (ago) => ({
      orders: ago === 0 ? 0 : 10,
      pickup: ago < 3 ? { open: 10 } : { onTime: 10 },
      fared: [aLane('Evri', { scanned: 1 })],
    }));
    const { days: told, lanes } = weeklyLanes(days, noLags);
    expect(told).toEqual({ from: dayOf(daysAgo(9)), to: dayOf(daysAgo(3)) });
    expect(lanes[0]?.week).toEqual({ stalled: { count: 0, of: 6 } });
  });

  it('say nothing of days that were counted before lanes were, nor without any day', () => {
    const days = someDays(3, () => ({ orders: 5, deliver: { onTime: 5 } }));
    expect(weeklyLanes(days, noLags)).toEqual({ days: { from: dayOf(daysAgo(6)), to: dayOf(daysAgo(0)) }, lanes: [] });
    expect(weeklyLanes([], noLags)).toEqual({ lanes: [] });
  });
});
