import { describe, expect, it } from 'vitest';
import type { Setting } from '../../shared/checks/check.ts';
import { numberEdit } from '../../shared/checks/number-edit.ts';
import type { Order } from '../../shared/domain/order.ts';
import { after, before, hours, seconds } from '../../shared/domain/time.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { hoursAgo, now } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

const open = 'number-edit-window by gb/number-edit-by';

function shipped(hoursBack: number, changes: Partial<Order> = {}): Order {
  return anOrderAwaitingCollection({
    createdAt: hoursAgo(hoursBack + 5),
    confirmedAt: hoursAgo(hoursBack),
    shipping: 'seller',
    ...changes,
  });
}

function judge(order: Order, shop: Partial<Setting['shop']> = { packs: ['gb'] }): ReturnType<typeof numberEdit.judge> {
  return numberEdit.judge(subject(order), aSetting('GB', now, shop));
}

describe('a number can be corrected within 72 hours of shipment', () => {
  const second = seconds(1);
  const rows: [string, Order, string][] = [
    ['shipped a day ago: the carrier may still scan it', shipped(24), 'ok'],
    ['exactly 48 hours', shipped(48), 'ok'],
    ['a second into the last day', shipped(0, { confirmedAt: before(hoursAgo(48), second) }), open],
    ['exactly 72 hours: it can still be corrected', shipped(72), open],
    ['a second past 72 hours: nothing left to do', shipped(0, { confirmedAt: before(hoursAgo(72), second) }), 'ok'],
    ['partly shipped', shipped(60, { status: 'PARTIALLY_SHIPPING' }), open],
    ['scanned, so the number is right', anOrderInTransit({ confirmedAt: hoursAgo(60), shipping: 'seller' }), 'ok'],
    ['TikTok Shipping gives its own numbers', shipped(60, { shipping: 'tiktok' }), 'ok'],
    ['not shipped yet', anOrder({ createdAt: hoursAgo(60), shipping: 'seller' }), 'ok'],
    ['cancelled', shipped(60, { status: 'CANCELLED' }), 'ok'],
    ['a status nobody knows', shipped(60, { status: 'unrecognised' }), 'unknown: status-unrecognised'],
  ];
  it.each(rows)('%s', (_, order, answer) => expect(toldVerdict(judge(order))).toBe(answer));

  it('is no rule where no pack of the shop knows a limit', () => {
    expect(judge(shipped(60), { packs: ['article'] })).toEqual({ is: 'ok', because: 'no-line' });
  });

  it('says until when, and when to look again', () => {
    expect(judge(shipped(60))).toMatchObject({
      since: after(hoursAgo(60), hours(48)),
      deadline: { at: after(hoursAgo(60), hours(72)) },
    });
    expect(judge(shipped(24))).toMatchObject({ is: 'ok', reviewAt: after(hoursAgo(24), hours(48)) });
  });
});
