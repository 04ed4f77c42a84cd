import { describe, expect, it } from 'vitest';
import type { ShopSubject } from '../../shared/checks/check.ts';
import { dispatchKpi } from '../../shared/checks/dispatch-kpi.ts';
import { someDays, type DayChanges } from '../support/a-day.ts';
import { aLimit, aSettingWith } from '../support/a-limit.ts';
import { aSetting } from '../support/a-setting.ts';
import { now } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

const setting = aSettingWith(aLimit());

/** Four weeks, the last four days still open: the week that has come due ended five days ago, the one before twelve. */
function month(day: (daysAgo: number) => DayChanges, count = 29): ShopSubject {
  return { pull: 'complete', days: someDays(count, (ago) => (ago < 4 ? { pickup: { open: 10 } } : day(ago))) };
}

const fine: DayChanges = { pickup: { onTime: 10 } };
const bad: DayChanges = { pickup: { onTime: 6, late: 4 } };
/** Orders only on the first day of either week and three on each other; most of the first days' are late. */
function sparse(ago: number, onFirst: number, late: number, before = 0): DayChanges {
  if (ago === 10) return { pickup: { onTime: onFirst + 3 - late, late } };
  if (ago < 10) return { pickup: { onTime: 3 } };
  if (ago === 17) return { pickup: { onTime: before + 3 - late, late } };
  return ago < 17 && before > 0 ? { pickup: { onTime: 3 } } : {};
}

const within = (ago: number, first: number, last: number): boolean => ago >= first && ago <= last;

describe('a week of dispatch', () => {
  const rows: [string, ShopSubject, string][] = [
    ['all in time', month(() => fine), 'ok'],
    ['3 of 70: within 5 %', month((ago) => (ago === 6 ? { pickup: { onTime: 7, late: 3 } } : fine)), 'ok'],
    ['4 of 70', month((ago) => (ago === 6 ? bad : fine)), 'kpi-one-week-miss by '],
    ['4 of 70 in the week before: over and done', month((ago) => (ago === 12 ? bad : fine)), 'ok'],
    ['both weeks', month((ago) => (ago === 6 || ago === 12 ? bad : fine)), 'kpi-two-week-miss by '],
    [
      'the last day of the earlier week is eleven days ago',
      month((ago) => (ago === 10 || ago === 11 ? bad : fine)),
      'kpi-two-week-miss by ',
    ],
    ['three weeks ago does not count', month((ago) => (ago === 6 || ago === 18 ? bad : fine)), 'kpi-one-week-miss by '],
    ['less than a week has come due', month(() => bad, 10), 'unknown: needs-orders'],
    ['too few orders for a rate', month((ago) => sparse(ago, 3, 3)), 'unknown: needs-orders'],
    ['just enough', month((ago) => sparse(ago, 4, 3)), 'kpi-one-week-miss by '],
    ['too few in the week before', month((ago) => sparse(ago, 4, 3, 3)), 'kpi-one-week-miss by '],
    ['just enough there too', month((ago) => sparse(ago, 4, 3, 4)), 'kpi-two-week-miss by '],
    ['less than two weeks have', month(() => bad, 17), 'kpi-one-week-miss by '],
    ['two weeks to the day', month(() => bad, 18), 'kpi-two-week-miss by '],
    [
      'late confirmations where pick-ups have lines',
      month((ago) => ({ ...fine, confirm: within(ago, 0, 28) ? { late: 9 } : {} })),
      'ok',
    ],
    [
      'late confirmations where pick-ups have none',
      { pull: 'complete', days: someDays(15, () => ({ confirm: { onTime: 6, late: 4 } })) },
      'kpi-two-week-miss by ',
    ],
    ['nothing was counted', { pull: 'complete' }, 'unknown: needs-orders'],
    ['the orders are not known as of now', { ...month(() => bad), pull: 'refused' }, 'unknown: pull-incomplete'],
  ];
  it.each(rows)('%s', (_, subject, expected) =>
    expect(toldVerdict(dispatchKpi.judge(subject, setting))).toBe(expected),
  );

  it('tells both weeks', () => {
    const subject = month((ago) => (within(ago, 4, 10) ? bad : ago === 12 ? { pickup: { late: 10 } } : fine));
    expect(dispatchKpi.judge(subject, setting)).toMatchObject({
      since: now,
      facts: { late: 28, orders: 70, rate: 0.4, limit: 0.05, lateBefore: 10, ordersBefore: 70, rateBefore: 1 / 7 },
    });
    expect(dispatchKpi.judge(subject, setting)).toMatchObject({ facts: { clause: aLimit().id } });
  });

  it('each week by the limit of its own end', () => {
    const eased = [{ from: '2026-01-04', to: '2026-01-10', says: 'half suffices', passMark: 0.5 }];
    const at = aSettingWith(aLimit({ transitions: eased }));
    const both = month((ago) => (ago === 6 || ago === 12 ? bad : fine));
    expect(toldVerdict(dispatchKpi.judge(both, at))).toBe('kpi-one-week-miss by ');
  });

  it('asks for a limit where the packs have none', () => {
    expect(
      toldVerdict(
        dispatchKpi.judge(
          month(() => bad),
          aSetting(),
        ),
      ),
    ).toBe('unknown: needs-limit');
  });
});
