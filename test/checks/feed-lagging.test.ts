import { describe, expect, it } from 'vitest';
import { feedLagging } from '../../shared/checks/feed-lagging.ts';
import type { ShopSubject } from '../../shared/checks/check.ts';
import { before, seconds } from '../../shared/domain/time.ts';
import { aSetting } from '../support/a-setting.ts';
import { hoursAgo, now } from '../support/moments.ts';

describe('our own view of the shop', () => {
  const rows: [string, ShopSubject, unknown][] = [
    ['the pull reached now', { pull: 'complete', watermark: hoursAgo(1) }, { is: 'ok' }],
    ['complete after a long night: no lag any more', { pull: 'complete', watermark: hoursAgo(9) }, { is: 'ok' }],
    [
      'refused once',
      { pull: 'refused', watermark: hoursAgo(1) },
      { is: 'firing', stage: 'feed-refused', since: hoursAgo(1), facts: { knownUntil: hoursAgo(1) } },
    ],
    [
      'exactly two hours behind',
      { pull: 'refused', watermark: hoursAgo(2) },
      { is: 'firing', stage: 'feed-refused', since: hoursAgo(2), facts: { knownUntil: hoursAgo(2) } },
    ],
    [
      'more than two hours behind',
      { pull: 'refused', watermark: before(hoursAgo(2), seconds(1)) },
      {
        is: 'firing',
        stage: 'feed-silent',
        since: before(now, seconds(1)),
        facts: { knownUntil: before(hoursAgo(2), seconds(1)) },
      },
    ],
    ['a first sweep has no lag', { pull: 'refused' }, { is: 'firing', stage: 'feed-refused', since: now, facts: {} }],
    [
      'it says why, where the pull knows',
      { pull: 'refused', because: 'order search: HTTP 504' },
      { is: 'firing', stage: 'feed-refused', since: now, facts: { because: 'order search: HTTP 504' } },
    ],
    [
      'the credential has its own finding',
      { pull: 'credential', watermark: hoursAgo(9) },
      { is: 'unknown', because: 'credential-refused' },
    ],
  ];
  it.each(rows)('%s', (_, subject, expected) => expect(feedLagging.judge(subject, aSetting())).toEqual(expected));
});
