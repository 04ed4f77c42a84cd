import { describe, expect, it } from 'vitest';
import type { ShopSubject } from '../../shared/checks/check.ts';
import { pickupLane } from '../../shared/checks/pickup-lane.ts';
import { days, type Duration } from '../../shared/domain/time.ts';
import { someDays } from '../support/a-day.ts';
import { aSetting } from '../support/a-setting.ts';
import { now } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

/** Mean days to pick-up in the last week that has come due, and in the week before; the last three days are open. */
function weeks(last: number, earlier: number, perDay = 4): ShopSubject {
  const day = (mean: number) => ({
    pickup: { onTime: perDay },
    pickups: { count: perDay, time: (days(mean) * perDay) as Duration },
  });
  return {
    pull: 'complete',
    days: someDays(20, (ago) =>
      ago < 3 ? { pickup: { open: 9 }, pickups: { count: 1, time: days(9) } } : day(ago < 10 ? last : earlier),
    ),
  };
}

/** So many slow pick-ups on one day, and enough fast ones the week before. */
function lastWeekOf(count: number): ShopSubject {
  const slow = { pickups: { count, time: (days(3) * count) as Duration } };
  const fast = { pickups: { count: 30, time: (days(1) * 30) as Duration } };
  return { pull: 'complete', days: someDays(15, (ago) => (ago === 2 ? slow : ago === 9 ? fast : {})) };
}

describe('the time to pick-up', () => {
  const rows: [string, ShopSubject, string][] = [
    ['usual', weeks(1.5, 1.2), 'ok'],
    ['exactly usual', weeks(1.8, 1.2), 'ok'],
    ['longer than usual and rising', weeks(1.9, 1.7), 'pickup-slow-lane by '],
    ['longer than usual, but not rising', weeks(1.9, 1.9), 'ok'],
    ['longer than usual, but falling', weeks(1.9, 2.5), 'ok'],
    ['of too few', weeks(3, 1, 2), 'unknown: needs-orders'],
    ['of enough', weeks(3, 1, 3), 'pickup-slow-lane by '],
    ['of enough to the order', lastWeekOf(20), 'pickup-slow-lane by '],
    ['of one too few', lastWeekOf(19), 'unknown: needs-orders'],
    ['of the last week alone', { pull: 'complete', days: weeks(3, 1).days?.slice(-10) ?? [] }, 'unknown: needs-orders'],
    ['nothing was counted', { pull: 'complete' }, 'unknown: needs-orders'],
  ];
  it.each(rows)('%s', (_, subject, expected) =>
    expect(toldVerdict(pickupLane.judge(subject, aSetting()))).toBe(expected),
  );

  it('asks for the usual time where the packs have none', () => {
    const setting = aSetting('GB', now, { packs: ['gb'] });
    expect(toldVerdict(pickupLane.judge(weeks(1.9, 1.7), setting))).toBe('unknown: needs-limit');
  });

  it('is for reports: with both means, and quiet', () => {
    expect(pickupLane.stages[0].quiet).toBe(true);
    expect(pickupLane.judge(weeks(2, 1), aSetting())).toMatchObject({
      since: now,
      facts: {
        mean: days(2),
        meanBefore: days(1),
        usual: days(1.8),
        pickups: 28,
        pack: 'article',
        clause: 'pickup-mean-days',
      },
    });
  });
});
