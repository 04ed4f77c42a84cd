import { describe, expect, it } from 'vitest';
import type { ShopSubject } from '../../shared/checks/check.ts';
import { traceCompleteness } from '../../shared/checks/trace-completeness.ts';
import type { Score } from '../../shared/domain/score.ts';
import { hours } from '../../shared/domain/time.ts';
import { someDays } from '../support/a-day.ts';
import { aSetting } from '../support/a-setting.ts';
import { daysAgo, now } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

function traces(read: number, whole: number, scores: readonly Score[] = []): ShopSubject {
  return { pull: 'complete', days: someDays(15, (ago) => (ago === 3 ? { traces: { read, whole } } : {})), scores };
}

function score(value: number, ago: number): Score {
  return { metric: 'trace-completeness', at: daysAgo(ago), value };
}

describe('the completeness of traces', () => {
  const rows: [string, ShopSubject, string][] = [
    ['imported and good', traces(0, 0, [score(85, 2)]), 'ok'],
    ['imported and low', traces(0, 0, [score(84, 2)]), 'trace-completeness-low by '],
    ['imported and low, though our estimate is good', traces(40, 40, [score(84, 2)]), 'trace-completeness-low by '],
    ['imported two weeks ago', traces(40, 40, [score(84, 14)]), 'trace-completeness-low by '],
    [
      'imported longer ago and low: our estimate takes nothing back',
      traces(40, 40, [score(84, 14.1)]),
      'unknown: needs-scores',
    ],
    [
      'imported longer ago and good: our estimate counts',
      traces(40, 20, [score(85, 14.1)]),
      'trace-completeness-low by ',
    ],
    ['the same, estimated and good', traces(40, 40, [score(85, 14.1)]), 'ok'],
    ['of two imports the newer', traces(0, 0, [score(60, 4), score(90, 1)]), 'ok'],
    [
      'another figure was imported',
      traces(0, 0, [{ ...score(60, 1), metric: 'logistics-score' }]),
      'unknown: needs-scores',
    ],
    ['estimated and good', traces(100, 85), 'ok'],
    ['estimated and low', traces(100, 84), 'trace-completeness-low by '],
    ['too few traces for an estimate', traces(19, 0), 'unknown: needs-scores'],
    ['just enough', traces(20, 16), 'trace-completeness-low by '],
    ['no traces at all', traces(0, 0), 'unknown: needs-scores'],
    ['nothing was counted', { pull: 'complete' }, 'unknown: needs-orders'],
    ['the orders are not known as of now', { ...traces(100, 1), pull: 'refused' }, 'unknown: pull-incomplete'],
  ];
  it.each(rows)('%s', (_, subject, expected) => {
    expect(toldVerdict(traceCompleteness.judge(subject, aSetting()))).toBe(expected);
  });

  it('says whose figure it is', () => {
    const rule = { pack: 'article', clause: 'trace-completeness' };
    const facts = (subject: ShopSubject): unknown => {
      const verdict = traceCompleteness.judge(subject, aSetting());
      return verdict.is === 'firing' ? { since: verdict.since, ...verdict.facts } : undefined;
    };
    expect(facts(traces(200, 150))).toEqual({
      since: now,
      origin: 'estimate',
      score: 75,
      limit: 85,
      traces: 200,
      whole: 150,
      gap: hours(48),
      ...rule,
    });
    expect(facts(traces(200, 150, [score(71, 2)]))).toEqual({
      since: daysAgo(2),
      origin: 'imported',
      score: 71,
      limit: 85,
      ...rule,
    });
  });

  it('asks for a limit where the packs have none', () => {
    const setting = aSetting('GB', now, { packs: ['gb'] });
    expect(toldVerdict(traceCompleteness.judge(traces(100, 1), setting))).toBe('unknown: needs-limit');
  });
});

it('the estimate names the two carriers that pull it down most, of those with enough traces', () => {
  const lanes = {
    YunExpress: { read: 20, whole: 10 },
    '4PX': { read: 10, whole: 8 },
    Evri: { read: 8, whole: 8 },
    Yanwen: { read: 4, whole: 0 },
    GLS: { read: 10, whole: 9 },
  };
  const days = someDays(15, (ago) => (ago === 3 ? { traces: { read: 52, whole: 35 }, lanes } : {}));
  expect(traceCompleteness.judge({ pull: 'complete', days }, aSetting())).toMatchObject({
    facts: { origin: 'estimate', worst: 'YunExpress 50 % (20), 4PX 80 % (10)' },
  });
  expect(traceCompleteness.judge(traces(40, 20), aSetting())).not.toHaveProperty('facts.worst');
});
