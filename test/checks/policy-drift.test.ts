import { describe, expect, it } from 'vitest';
import type { ShopSubject } from '../../shared/checks/check.ts';
import { policyDrift } from '../../shared/checks/policy-drift.ts';
import type { DayTotals } from '../../shared/domain/day-totals.ts';
import { someDays } from '../support/a-day.ts';
import { now } from '../support/moments.ts';

/** The same on each of the last two days. */
function twice(drift: DayTotals['drift']): ShopSubject {
  return { pull: 'complete', days: someDays(15, (ago) => (ago < 2 ? { drift } : {})) };
}

function pickups(compared: number, apart: Readonly<Record<string, number>>): ShopSubject {
  return twice({ 'pickup-by': { compared, apart } });
}

describe("TikTok's deadlines beside ours", () => {
  const rows: [string, ShopSubject, object][] = [
    ['they agree', pickups(50, {}), { is: 'ok' }],
    [
      'a day later in all',
      pickups(10, { '24': 10 }),
      { facts: { clock: 'pickup-by', compared: 20, apart: 20, hours: 24 } },
    ],
    ['a day later in four of five', pickups(50, { '24': 40 }), { facts: { compared: 100, apart: 80, hours: 24 } }],
    ['a day later in a little less', pickups(50, { '24': 39 }), { is: 'ok' }],
    ['too few orders', pickups(9, { '24': 9 }), { is: 'ok' }],
    ['later by this and that', pickups(20, { '24': 12, '48': 6 }), { facts: { apart: 36, hours: 24 } }],
    ['earlier', pickups(20, { '-12': 4, '-24': 14 }), { facts: { apart: 36, hours: -24 } }],
    ['half earlier, half later', pickups(20, { '-24': 10, '24': 10 }), { is: 'ok' }],
    [
      'the worst clock is told',
      twice({
        'confirm-by': { compared: 20, apart: { '5': 17 } },
        'deliver-by': { compared: 30, apart: { '-48': 30 } },
      }),
      { facts: { clock: 'deliver-by', compared: 60, apart: 60, hours: -48 } },
    ],
    ['nothing was counted', { pull: 'complete' }, { is: 'unknown', because: 'needs-orders' }],
    [
      'the orders are not known as of now',
      { ...pickups(20, { '5': 20 }), pull: 'refused' },
      { because: 'pull-incomplete' },
    ],
  ];
  it.each(rows)('%s', (_, subject, expected) => expect(policyDrift.judge(subject)).toMatchObject(expected));

  it('fires as of the count', () => {
    expect(policyDrift.judge(pickups(20, { '5': 20 }))).toMatchObject({
      stage: 'policy-drift',
      since: now,
    });
  });
});
