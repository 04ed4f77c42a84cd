import { describe, expect, it } from 'vitest';
import { fastDispatch } from '../../shared/checks/fast-dispatch.ts';
import type { Order } from '../../shared/domain/order.ts';
import { before, hours, seconds, type Instant } from '../../shared/domain/time.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { at, hoursAgo, hoursFromNow } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

const soon = 'fast-dispatch-soon by fast_dispatch_sla_time';

function awaiting(line: Instant, changes: Partial<Order> = {}): Order {
  return anOrderAwaitingCollection({ platform: { fast_dispatch_sla_time: line }, ...changes });
}

describe('scanned in time to count as fast', () => {
  const near = hoursFromNow(3);
  const rows: [string, Order, string][] = [
    ['three hours left', awaiting(near), soon],
    ['exactly six hours left: the day has its pick-ups still', awaiting(hoursFromNow(6)), 'ok'],
    ['a second into the last six hours', awaiting(before(hoursFromNow(6), seconds(1))), soon],
    ['missed', awaiting(hoursAgo(3)), soon],
    ['not even confirmed', anOrder({ platform: { fast_dispatch_sla_time: near } }), soon],
    ['picked up', anOrderInTransit({ platform: { fast_dispatch_sla_time: near } }), 'ok'],
    ['no such line, as in most markets', anOrderAwaitingCollection({ confirmedAt: hoursAgo(500) }), 'ok'],
    ['on hold', awaiting(near, { status: 'ON_HOLD' }), 'ok'],
    ['a status nobody knows', awaiting(near, { status: 'unrecognised' }), 'unknown: status-unrecognised'],
  ];
  it.each(rows)('%s', (_, order, answer) =>
    expect(toldVerdict(fastDispatch.judge(subject(order), aSetting('TH')))).toBe(answer),
  );

  it('names the line, and since when it is near', () => {
    expect(fastDispatch.judge(subject(awaiting(near)), aSetting('TH'))).toMatchObject({
      since: before(near, hours(6)),
      deadline: { at: near },
    });
  });
});

describe('Thailand, where TikTok sends no line: before noon the same working day, else the next', () => {
  // A Monday, 08:30 and 15:00 in Bangkok.
  const morning = anOrder({ createdAt: at('2026-03-16T01:30:00Z') });
  const afternoon = anOrder({ createdAt: at('2026-03-16T08:00:00Z') });
  const byClause = 'fast-dispatch-soon by sea/fast-dispatch-by-th';
  const rows: [string, Order, string, string][] = [
    ['ordered in the morning, at 17:59 of that day', morning, '2026-03-16T10:59:00Z', 'ok'],
    ['ordered in the morning, at 18:30 of that day', morning, '2026-03-16T11:30:00Z', byClause],
    ['ordered in the afternoon, at 18:30 of that day', afternoon, '2026-03-16T11:30:00Z', 'ok'],
    ['ordered in the afternoon, at 18:30 of the next', afternoon, '2026-03-17T11:30:00Z', byClause],
    ['a pre-order has its own time', { ...morning, type: 'pre-order' }, '2026-03-16T11:30:00Z', 'ok'],
  ];
  it.each(rows)('%s', (_, order, when, answer) => {
    const setting = aSetting('TH', at(when), { packs: ['sea'], sellerType: 'LOCAL' });
    expect(toldVerdict(fastDispatch.judge(subject(order), setting))).toBe(answer);
  });
});
