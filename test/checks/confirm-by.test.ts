import { describe, expect, it } from 'vitest';
import { confirmBy } from '../../shared/checks/confirm-by.ts';
import type { Order } from '../../shared/domain/order.ts';
import { after, before, hours, seconds } from '../../shared/domain/time.ts';
import { anOrder } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { hoursAgo, hoursFromNow, minutesAgo, now } from '../support/moments.ts';

function stageAt(order: Order): string {
  const verdict = confirmBy.judge(subject(order), aSetting());
  return verdict.is === 'firing' ? verdict.stage : verdict.is === 'unknown' ? `unknown: ${verdict.because}` : 'ok';
}

describe('confirm within 24 hours', () => {
  const second = seconds(1);
  const rows: [string, Order, string][] = [
    ['placed two hours ago: plenty of time', anOrder(), 'ok'],
    ['exactly twelve hours left: not yet', anOrder({ createdAt: hoursAgo(12) }), 'ok'],
    ['a second into the last twelve hours', anOrder({ createdAt: before(hoursAgo(12), second) }), 'confirm-due-soon'],
    ['exactly 24 hours: the line itself is not passed', anOrder({ createdAt: hoursAgo(24) }), 'confirm-due-soon'],
    ['a second past 24 hours', anOrder({ createdAt: before(hoursAgo(24), second) }), 'confirm-overdue'],
    ['ship call made: confirmed', anOrder({ createdAt: hoursAgo(30), confirmedAt: hoursAgo(29) }), 'ok'],
    [
      'awaiting collection counts as confirmed',
      anOrder({ createdAt: hoursAgo(30), status: 'AWAITING_COLLECTION' }),
      'ok',
    ],
    ['partially shipped counts as confirmed', anOrder({ createdAt: hoursAgo(30), status: 'PARTIALLY_SHIPPING' }), 'ok'],
    ['in transit', anOrder({ createdAt: hoursAgo(30), status: 'IN_TRANSIT' }), 'ok'],
    ['cancelled', anOrder({ createdAt: hoursAgo(30), status: 'CANCELLED' }), 'ok'],
    ['unpaid: no clock runs', anOrder({ createdAt: hoursAgo(30), status: 'UNPAID' }), 'ok'],
    ['in its remorse hour: no clock runs', anOrder({ createdAt: hoursAgo(30), status: 'ON_HOLD' }), 'ok'],
    ['a free sample', anOrder({ createdAt: hoursAgo(30), sample: true }), 'ok'],
    ['TikTok ships it', anOrder({ createdAt: hoursAgo(30), fulfilledBy: 'tiktok' }), 'ok'],
    [
      'pre-order: the article has no rule for it',
      anOrder({ createdAt: hoursAgo(30), type: 'pre-order' }),
      'unknown: no-deadline-known',
    ],
    [
      'a status nobody knows',
      anOrder({ createdAt: hoursAgo(30), status: 'unrecognised' }),
      'unknown: status-unrecognised',
    ],
  ];
  it.each(rows)('%s', (_, order, expected) => expect(stageAt(order)).toBe(expected));

  it('believes the platform before the article, also for pre-orders', () => {
    const late = anOrder({ createdAt: hoursAgo(5), platform: { rts_sla_time: minutesAgo(1) } });
    expect(stageAt(late)).toBe('confirm-overdue');
    expect(stageAt(anOrder({ ...late, type: 'pre-order' }))).toBe('confirm-overdue');
    expect(stageAt(anOrder({ createdAt: hoursAgo(30), platform: { rts_sla_time: hoursFromNow(20) } }))).toBe('ok');
  });

  it('names the line, its source and since when', () => {
    const created = hoursAgo(25);
    expect(confirmBy.judge(subject(anOrder({ createdAt: created })), aSetting())).toEqual({
      is: 'firing',
      stage: 'confirm-overdue',
      since: after(created, hours(24)),
      deadline: { at: after(created, hours(24)), source: { kind: 'clause', pack: 'article', clause: 'confirm-by' } },
    });
    expect(
      confirmBy.judge(subject(anOrder({ platform: { rts_sla_time: hoursFromNow(1) } })), aSetting()),
    ).toMatchObject({
      deadline: { at: hoursFromNow(1), source: { kind: 'platform', field: 'rts_sla_time' } },
    });
  });

  it('says when to look again, and which line it keeps', () => {
    expect(confirmBy.judge(subject(anOrder({ createdAt: now })), aSetting())).toEqual({
      is: 'ok',
      reviewAt: hoursFromNow(12),
      deadline: { at: hoursFromNow(24), source: { kind: 'clause', pack: 'article', clause: 'confirm-by' } },
    });
  });
});
