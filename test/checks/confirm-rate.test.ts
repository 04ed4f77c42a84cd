import { describe, expect, it } from 'vitest';
import type { ShopSubject } from '../../shared/checks/check.ts';
import { confirmRate } from '../../shared/checks/confirm-rate.ts';
import type { Fates } from '../../shared/domain/day-totals.ts';
import { toldVerdict } from '../support/told-verdict.ts';
import { someDays } from '../support/a-day.ts';
import { aLimit, aSettingWith } from '../support/a-limit.ts';
import { aSetting } from '../support/a-setting.ts';
import { hoursAgo, now } from '../support/moments.ts';

/** A fortnight; what fates a day has, by how many days ago it was. */
function weeks(fates: (daysAgo: number) => Partial<Fates>): ShopSubject {
  return { pull: 'complete', days: someDays(15, (ago) => ({ confirm: fates(ago) })) };
}

const onceLate = (ago: number, late: number, onTime: number) => (daysAgo: number) =>
  daysAgo === ago ? { onTime: onTime - late, late } : { onTime };

describe('how many orders may still be confirmed late', () => {
  const rows: [string, ShopSubject, string][] = [
    ['none is late', weeks(() => ({ onTime: 10 })), 'ok'],
    ['none is late, few orders', weeks((ago) => (ago === 0 ? { open: 1 } : {})), 'unknown: needs-orders'],
    ['2 of 140, five left', weeks(onceLate(3, 2, 20)), 'ok'],
    ['4 of 140, three left', weeks(onceLate(6, 4, 20)), 'ok'],
    ['5 of 140, two left', weeks(onceLate(6, 5, 20)), 'confirm-rate-budget by '],
    ['7 of 140: exactly the limit', weeks(onceLate(6, 7, 20)), 'confirm-rate-budget by '],
    ['8 of 140', weeks(onceLate(6, 8, 20)), 'confirm-late-rate by '],
    ['8 of 140, but a day before the window', weeks(onceLate(7, 8, 20)), 'ok'],
    ['the only order', weeks((ago) => (ago === 2 ? { late: 1 } : {})), 'unknown: needs-orders'],
    ['24 orders are too few', weeks((ago) => (ago === 2 ? { late: 4, onTime: 20 } : {})), 'unknown: needs-orders'],
    ['25 are enough', weeks((ago) => (ago === 2 ? { late: 4, onTime: 21 } : {})), 'confirm-late-rate by '],
    [
      '7 of 130 and ten still open: not over yet',
      weeks((ago) => (ago === 6 ? { late: 7, onTime: 3 } : ago === 0 ? { open: 10 } : { onTime: 24 })),
      'confirm-rate-budget by ',
    ],
    [
      'two late of the last twenty, a hundred open, five allowed: at this pace too many',
      weeks((ago) => (ago === 1 ? { onTime: 18, late: 2 } : ago === 0 ? { open: 100 } : {})),
      'confirm-rate-budget by ',
    ],
    [
      'two late of many, a hundred open: at this pace it holds',
      weeks((ago) => (ago === 1 ? { onTime: 398, late: 2 } : ago === 0 ? { open: 100 } : {})),
      'ok',
    ],
    [
      'one late of the last twenty, eighty open, five allowed: at this pace it just holds',
      weeks((ago) => (ago === 1 ? { onTime: 19, late: 1 } : ago === 0 ? { open: 80 } : {})),
      'ok',
    ],
    ['nothing was counted', { pull: 'complete' }, 'unknown: needs-orders'],
    [
      'the orders are not known as of now',
      { ...weeks(onceLate(3, 9, 20)), pull: 'refused' },
      'unknown: pull-incomplete',
    ],
  ];
  it.each(rows)('%s', (_, subject, expected) => {
    expect(toldVerdict(confirmRate.judge(subject, aSetting()))).toBe(expected);
  });

  it('says by how much, as of the count', () => {
    const verdict = confirmRate.judge(
      weeks((ago) => (ago === 4 ? { onTime: 16, late: 4 } : ago === 0 ? { open: 20 } : { onTime: 16 })),
      aSetting(),
    );
    expect(verdict).toEqual({
      is: 'firing',
      stage: 'confirm-rate-budget',
      since: now,
      facts: {
        late: 4,
        orders: 120,
        open: 20,
        left: 2,
        rate: 4 / 120,
        limit: 0.05,
        days: 7,
        pack: 'article',
        clause: 'confirm-late-rate',
      },
    });
  });

  it('dates from the newest count: earlier days may have been counted long ago', () => {
    const { days = [] } = weeks(onceLate(3, 9, 20));
    const aged = days.map((day, place) => (place < 9 ? { ...day, countedAt: hoursAgo(200) } : day));
    expect(confirmRate.judge({ pull: 'complete', days: aged }, aSetting())).toMatchObject({ since: now });
  });

  it('asks for a limit where the packs have none', () => {
    const setting = aSetting('GB', now, { packs: ['gb'] });
    expect(toldVerdict(confirmRate.judge(weeks(onceLate(3, 9, 20)), setting))).toBe('unknown: needs-limit');
  });

  it('takes the window of the rule', () => {
    const at = aSettingWith(aLimit({ metric: 'confirm-late-rate', window: 14 }));
    expect(toldVerdict(confirmRate.judge(weeks(onceLate(13, 20, 20)), at))).toBe('confirm-late-rate by ');
    expect(toldVerdict(confirmRate.judge(weeks(onceLate(14, 20, 20)), at))).toBe('ok');
  });
});
