import { describe, expect, it } from 'vitest';
import type { Setting } from '../../shared/checks/check.ts';
import { pickStart } from '../../shared/checks/pick-start.ts';
import type { Deeds } from '../../shared/domain/deed.ts';
import type { Order } from '../../shared/domain/order.ts';
import { before, seconds } from '../../shared/domain/time.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { hoursAgo, minutesAgo, now } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

const attests: Partial<Setting['shop']> = { attests: ['pick-start'] };
const fires = 'pick-start-slow by article/pick-start-by';

function confirmed(confirmedAt: Order['createdAt']): Order {
  return anOrderAwaitingCollection({ confirmedAt });
}

describe('picking begins within two hours of the confirmation', () => {
  const unknownStart = anOrderAwaitingCollection({ confirmedAt: undefined });
  const rows: [string, Order, Deeds, Partial<Setting['shop']>, string][] = [
    ['exactly two hours', confirmed(hoursAgo(2)), {}, attests, 'ok'],
    ['a second more', confirmed(before(hoursAgo(2), seconds(1))), {}, attests, fires],
    ['it has begun', confirmed(hoursAgo(9)), { pickStartedAt: hoursAgo(1) }, attests, 'ok'],
    ['it has left', anOrderInTransit(), {}, attests, 'ok'],
    ['not confirmed yet', anOrder({ createdAt: hoursAgo(9) }), {}, attests, 'ok'],
    ['confirmed nobody knows when', unknownStart, {}, attests, 'unknown: no-deadline-known'],
    ['nobody writes it down', confirmed(minutesAgo(5)), {}, {}, 'unknown: needs-attestations'],
    ['nobody does, yet here somebody did', confirmed(hoursAgo(9)), { pickStartedAt: hoursAgo(1) }, {}, 'ok'],
    ['not confirmed, and nobody would write it down', anOrder(), {}, {}, 'ok'],
    ['TikTok picks it', { ...confirmed(hoursAgo(9)), fulfilledBy: 'tiktok' }, {}, attests, 'ok'],
    ['a state nobody knows', anOrder({ status: 'unrecognised' }), {}, attests, 'unknown: status-unrecognised'],
  ];
  it.each(rows)('%s', (_, order, deeds, shop, expected) => {
    expect(toldVerdict(pickStart.judge({ ...subject(order), deeds }, aSetting('GB', now, shop)))).toBe(expected);
  });

  it('is for reports alone', () => expect(pickStart.stages.every(({ quiet }) => quiet)).toBe(true));
});
