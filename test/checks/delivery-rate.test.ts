import { describe, expect, it } from 'vitest';
import type { ShopSubject } from '../../shared/checks/check.ts';
import { deliveryRate } from '../../shared/checks/delivery-rate.ts';
import { someDays, type DayChanges } from '../support/a-day.ts';
import { aLimit, aSettingWith } from '../support/a-limit.ts';
import { aSetting } from '../support/a-setting.ts';
import { now } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

const us = aSetting('US', now, { packs: ['us'], sellerType: 'LOCAL' });

/** Ten orders a day, those of the last week still on their way. */
function weeks(mature: (daysAgo: number) => DayChanges): ShopSubject {
  return {
    pull: 'complete',
    days: someDays(15, (ago) => (ago < 7 ? { deliver: { onTime: 4, open: 6 } } : mature(ago))),
  };
}

const onTime: DayChanges = { deliver: { onTime: 10 } };
const lateOn = (ago: number, late: number) => (daysAgo: number) =>
  daysAgo === ago ? { deliver: { onTime: 10 - late, late }, lateCounted: late } : onTime;

describe('how many deliveries may still be late', () => {
  const rows: [string, ShopSubject, string][] = [
    ['none is late', weeks(() => onTime), 'ok'],
    ['10 of 70, four left', weeks(lateOn(10, 10)), 'ok'],
    [
      '12 of 70, two left',
      weeks((ago) => (ago === 9 ? { deliver: { onTime: 8, late: 2 } } : lateOn(10, 10)(ago))),
      'late-rate-budget by ',
    ],
    [
      '15 of 70: over',
      weeks((ago) => (ago === 9 ? { deliver: { onTime: 5, late: 5 } } : lateOn(10, 10)(ago))),
      'late-rate-budget by ',
    ],
    ['late ones of a day before the newest week that has come due', weeks(lateOn(14, 10)), 'ok'],
    [
      'late ones of days that have not come due',
      { pull: 'complete', days: someDays(15, () => ({ deliver: { late: 5, open: 5 } })) },
      'unknown: needs-orders',
    ],
    [
      'too few orders for a rate',
      weeks((ago) => (ago === 9 ? { deliver: { onTime: 4, late: 20 } } : {})),
      'unknown: needs-orders',
    ],
    ['just enough', weeks((ago) => (ago === 9 ? { deliver: { onTime: 5, late: 20 } } : {})), 'late-rate-budget by '],
    ['nothing was counted', { pull: 'complete' }, 'unknown: needs-orders'],
    ['the orders are not known as of now', { ...weeks(lateOn(9, 9)), pull: 'credential' }, 'unknown: pull-incomplete'],
  ];
  it.each(rows)('%s', (_, subject, expected) => expect(toldVerdict(deliveryRate.judge(subject, us))).toBe(expected));

  it('an order with a promise of its own keeps no day open', () => {
    const days = someDays(15, (ago) => ({ deliver: ago < 7 ? { open: 20 } : { onTime: 15, late: 4, open: 1 } }));
    expect(deliveryRate.judge({ pull: 'complete', days }, us)).toMatchObject({
      stage: 'late-rate-budget',
      since: now,
      facts: {
        late: 28,
        orders: 140,
        left: 0,
        rate: 0.2,
        limit: expect.closeTo(0.2) as number,
        days: 7,
        clause: 'on-time-delivery-rate',
      },
    });
  });

  it('has no room left once it is over', () => {
    const over = weeks((ago) => (ago === 9 ? { deliver: { onTime: 5, late: 5 } } : lateOn(10, 10)(ago)));
    expect(deliveryRate.judge(over, us)).toMatchObject({ facts: { late: 15, orders: 70, left: 0 } });
  });

  it('takes the window of the rule', () => {
    const days = someDays(22, (ago) => (ago < 7 ? { deliver: { open: 9 } } : lateOn(20, 10)(ago)));
    const of = (window: number) => aSettingWith(aLimit({ metric: 'late-fulfilment-rate', window }));
    expect(toldVerdict(deliveryRate.judge({ pull: 'complete', days }, of(14)))).toBe('late-rate-budget by ');
    expect(toldVerdict(deliveryRate.judge({ pull: 'complete', days }, of(13)))).toBe('ok');
  });

  it('asks for a limit where the packs have none', () => {
    expect(toldVerdict(deliveryRate.judge(weeks(lateOn(9, 9)), aSetting()))).toBe('unknown: needs-limit');
  });

  it('counts in the late-fulfilment rate only what is late enough for it', () => {
    const at = aSettingWith(
      aLimit({ metric: 'late-fulfilment-rate' }),
      aLimit({ id: 'o', metric: 'on-time-delivery-rate' }),
    );
    expect(toldVerdict(deliveryRate.judge(weeks(lateOn(9, 9)), at))).toBe('late-rate-budget by ');
    const within = weeks((ago) => ({ ...lateOn(9, 9)(ago), lateCounted: 0 }));
    expect(toldVerdict(deliveryRate.judge(within, at))).toBe('ok');
  });
});
