import { describe, expect, it } from 'vitest';
import { pickupCutoff } from '../../shared/checks/pickup-cutoff.ts';
import type { Order } from '../../shared/domain/order.ts';
import { before, hours, seconds, type Instant } from '../../shared/domain/time.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { at, hoursAgo, hoursFromNow, now } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

const soon = 'sea-cutoff-soon by pick_up_cut_off_time';
const passed = 'sea-cutoff-passed by pick_up_cut_off_time';

function awaiting(cutOff: Instant, changes: Partial<Order> = {}): Order {
  return anOrderAwaitingCollection({ platform: { pick_up_cut_off_time: cutOff }, ...changes });
}

describe('picked up before the cut-off, a parcel stays out of the late dispatch rate', () => {
  const near = hoursFromNow(9);
  const rows: [string, Order, string][] = [
    ['nine hours left', awaiting(near), soon],
    ['exactly 24 hours left: not yet', awaiting(hoursFromNow(24)), 'ok'],
    ['a second into the last 24 hours', awaiting(before(hoursFromNow(24), seconds(1))), soon],
    ['at the cut-off', awaiting(now), soon],
    ['a second past it', awaiting(before(now, seconds(1))), passed],
    ['past it and still not picked up', awaiting(hoursAgo(30)), passed],
    ['not even confirmed', anOrder({ platform: { pick_up_cut_off_time: near } }), soon],
    ['picked up', anOrderInTransit({ platform: { pick_up_cut_off_time: near } }), 'ok'],
    ['picked up, though the status lags', awaiting(near, { collectedAt: hoursAgo(1) }), 'ok'],
    ['no cut-off, as outside South-East Asia', anOrderAwaitingCollection({ confirmedAt: hoursAgo(500) }), 'ok'],
    ['on hold', awaiting(near, { status: 'ON_HOLD' }), 'ok'],
    ['a free sample', awaiting(near, { sample: true }), 'ok'],
    ['a status nobody knows', awaiting(near, { status: 'unrecognised' }), 'unknown: status-unrecognised'],
  ];
  it.each(rows)('%s', (_, order, answer) =>
    expect(toldVerdict(pickupCutoff.judge(subject(order), aSetting('TH')))).toBe(answer),
  );

  it('names the cut-off, and since when it is near', () => {
    expect(pickupCutoff.judge(subject(awaiting(near)), aSetting('TH'))).toMatchObject({
      since: before(near, hours(24)),
      deadline: { at: near },
    });
  });

  it('knows when the house closes before it', () => {
    const shop = { house: { daysOff: [6, 7], cutOff: '18:00' } };
    const monday = awaiting(at('2026-01-19T08:00:00Z'));
    expect(toldVerdict(pickupCutoff.judge(subject(monday), aSetting('TH', at('2026-01-16T06:00:00Z'), shop)))).toBe(
      soon,
    );
    expect(toldVerdict(pickupCutoff.judge(subject(monday), aSetting('TH', at('2026-01-16T06:00:00Z'))))).toBe('ok');
  });
});
