import { describe, expect, it } from 'vitest';
import type { ShopSubject } from '../../shared/checks/check.ts';
import { orderSync } from '../../shared/checks/order-sync.ts';
import { watchGap } from '../../shared/checks/watch-gap.ts';
import { before, hours, minutes, seconds } from '../../shared/domain/time.ts';
import { aSetting } from '../support/a-setting.ts';
import { hoursAgo, hoursFromNow, now } from '../support/moments.ts';

describe('the watch itself', () => {
  const gap = (from = hoursAgo(2)): ShopSubject => ({ pull: 'complete', lastComplete: from });
  const longer = before(hoursAgo(2), seconds(1));
  const rows: [string, ShopSubject, object][] = [
    ['ran an hour ago', gap(hoursAgo(1)), { is: 'ok', reviewAt: hoursFromNow(1) }],
    ['ran two hours ago', gap(), { is: 'ok', reviewAt: now }],
    [
      'ran a second longer ago',
      gap(longer),
      { stage: 'monitor-heartbeat-missed', since: longer, facts: { gap: 7_201_000 } },
    ],
    ['never ran before', { pull: 'complete' }, { is: 'ok' }],
    ['was kept from reading, and said so', { ...gap(hoursAgo(9)), outageTold: true }, { is: 'ok' }],
    ['is kept from reading', { ...gap(hoursAgo(9)), pull: 'refused' }, { is: 'unknown', because: 'pull-incomplete' }],
  ];
  it.each(rows)('%s', (_, subject, expected) => expect(watchGap.judge(subject, aSetting())).toMatchObject(expected));
});

describe('orders that come late', () => {
  const met = (late: number): ShopSubject => ({
    pull: 'complete',
    firstSeen: { orders: 9, late, longest: minutes(140) },
  });
  const rows: [string, ShopSubject, object][] = [
    ['none is new', { pull: 'complete', firstSeen: { orders: 0, late: 0, longest: hours(0) } }, { is: 'ok' }],
    ['all new ones in time', met(0), { is: 'ok' }],
    [
      'one that was to be had before',
      met(1),
      {
        stage: 'order-sync-lag',
        since: before(now, minutes(140)),
        facts: { late: 1, orders: 9, longest: minutes(140) },
      },
    ],
    ['a first look meets them all', { pull: 'complete' }, { is: 'ok' }],
    ['more may be to come', { ...met(1), pull: 'refused' }, { is: 'unknown', because: 'pull-incomplete' }],
  ];
  it.each(rows)('%s', (_, subject, expected) => expect(orderSync.judge(subject, aSetting())).toMatchObject(expected));
});
