import { describe, expect, it } from 'vitest';
import type { ShopSubject } from '../../shared/checks/check.ts';
import { logisticsScore } from '../../shared/checks/logistics-score.ts';
import type { Score } from '../../shared/domain/score.ts';
import { someDays } from '../support/a-day.ts';
import { aSetting } from '../support/a-setting.ts';
import { daysAgo, hoursFromNow, now } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

function tenth(value: number): number {
  return Number(value.toFixed(1));
}

function score(value: number, ago = 6): Score {
  return { metric: 'logistics-score', at: daysAgo(ago), value };
}

/** Some days of ten orders each; the last five have not come due. `lateSince`: from then on so many are late. */
function weeks(late: number, lateSince: number, scores: readonly Score[], count = 22, perDay = 10): ShopSubject {
  const days = someDays(count, (ago) => {
    if (ago < 5) return { deliver: { open: perDay } };
    const lateOfDay = ago <= lateSince ? late : 0;
    return { deliver: { onTime: perDay - lateOfDay, late: lateOfDay }, lateCounted: lateOfDay };
  });
  return { pull: 'complete', days, scores };
}

describe('the logistics score', () => {
  const rows: [string, ShopSubject, string][] = [
    ['nothing was imported', weeks(0, 0, []), 'unknown: needs-scores'],
    ['only another figure was', weeks(0, 0, [{ ...score(60), metric: 'trace-completeness' }]), 'unknown: needs-scores'],
    ['above the limit, nothing late', weeks(0, 0, [score(80)]), 'ok'],
    ['at the limit', weeks(0, 0, [score(75)]), 'ok'],
    ['below the limit', weeks(0, 0, [score(74.9)]), 'lts-below-75 by '],
    ['the newest one counts', weeks(0, 0, [score(60, 20), score(80)]), 'ok'],
    ['a little above, but nothing has changed', weeks(3, 99, [score(75.5)]), 'ok'],
    // Six days ago the newest day that had come due was eleven days ago: since then six late days of seven.
    ['half of the deliveries late since then', weeks(5, 10, [score(90)]), 'lts-forecast-below-75 by '],
    ['the lower end at the limit', weeks(5, 10, [score(95.1)]), 'ok'],
    ['imported before enough of what was counted had come due', weeks(5, 10, [score(76, 13.5)], 18), 'ok'],
    ['imported two weeks ago', weeks(0, 0, [score(74, 14)]), 'lts-below-75 by '],
    ['imported longer ago: nobody knows any more', weeks(0, 0, [score(74, 14.1)]), 'unknown: needs-scores'],
    ['the same of a good one', weeks(0, 0, [score(90, 14.1)]), 'unknown: needs-scores'],
    ['the same with more to lose', weeks(5, 10, [score(96)]), 'ok'],
    ['late before the import is in the score already', weeks(5, 99, [score(77)]), 'ok'],
    ['too few deliveries for a rate', weeks(2, 10, [score(76)], 22, 3), 'ok'],
    ['just enough', weeks(4, 10, [score(76)], 22, 4), 'lts-forecast-below-75 by '],
    ['nothing was counted', { pull: 'complete', scores: [score(76)] }, 'unknown: needs-orders'],
    [
      'the orders are not known as of now',
      { ...weeks(0, 0, [score(60)]), pull: 'refused' },
      'unknown: pull-incomplete',
    ],
  ];
  it.each(rows)('%s', (_, subject, expected) => {
    expect(toldVerdict(logisticsScore.judge(subject, aSetting()))).toBe(expected);
  });

  it('is forecast as an interval: 40 points for the late rate, 3 a week for what nobody knows', () => {
    // Six of the newest seven days that have come due were half late: 90 − 40 × 3/7 = 72.9.
    expect(logisticsScore.judge(weeks(5, 10, [score(90)]), aSetting())).toEqual({
      is: 'firing',
      stage: 'lts-forecast-below-75',
      since: now,
      facts: {
        score: 90,
        low: 69.9,
        high: 75.9,
        limit: 75,
        exposure: 0.35,
        pack: 'article',
        clause: 'logistics-score',
      },
    });
  });

  it('holds the day that had just come due at midnight against the import', () => {
    // Midnight between the tenth and the eleventh day back: the first late day was in the score already.
    const verdict = logisticsScore.judge(weeks(5, 11, [score(85, 6.5)]), aSetting());
    expect(verdict).toMatchObject({ facts: { low: tenth(85 - 40 * (0.5 - 0.5 / 7) - 3) } });
  });

  it('knows less about an older import', () => {
    const old = logisticsScore.judge(weeks(5, 6, [score(84, 8)]), aSetting());
    // Two of seven days: 84 − 40 × 1/7 = 78.3, and twice three points.
    expect(old).toMatchObject({ facts: { low: 72.3, high: 84.3 } });
  });

  it('is below the limit since it was read off, never since a day to come', () => {
    expect(logisticsScore.judge(weeks(0, 0, [score(60, 2)]), aSetting())).toMatchObject({ since: daysAgo(2) });
    const tomorrow = { ...score(60), at: hoursFromNow(5) };
    expect(logisticsScore.judge(weeks(0, 0, [tomorrow]), aSetting())).toMatchObject({ since: now });
  });

  it('asks for a limit where the packs have none', () => {
    const setting = aSetting('GB', now, { packs: ['gb'] });
    expect(toldVerdict(logisticsScore.judge(weeks(0, 0, [score(60)]), setting))).toBe('unknown: needs-limit');
  });
});
