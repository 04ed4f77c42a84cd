import { describe, expect, it } from 'vitest';
import { cancelRequest } from '../../shared/checks/cancel-request.ts';
import type { Setting } from '../../shared/checks/check.ts';
import type { Order } from '../../shared/domain/order.ts';
import { after, hours } from '../../shared/domain/time.ts';
import { anOrder, anOrderAwaitingCollection } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { hoursAgo, hoursFromNow, now } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

const asked = { buyerAskedToCancel: true, cancelRequestedAt: hoursAgo(3) } as const;
const us: Partial<Setting['shop']> = { packs: ['us'], sellerType: 'LOCAL' };

function judge(order: Order, shop: Partial<Setting['shop']> = us): ReturnType<typeof cancelRequest.judge> {
  return cancelRequest.judge(subject(order), aSetting('US', now, shop));
}

describe("a buyer's request to cancel wants an answer", () => {
  const due = 'cancel-request-due by us/cancel-answer-by';
  const rows: [string, Order, string][] = [
    ['asked three hours ago', anOrder(asked), due],
    ['asked with the parcel packed', anOrderAwaitingCollection(asked), due],
    ['asked in the remorse hour', anOrder({ ...asked, status: 'ON_HOLD' }), due],
    ['a sample is asked about like any other', anOrder({ ...asked, sample: true }), due],
    ['nobody asked', anOrder(), 'ok'],
    ['answered: the request is no longer pending', anOrder({ cancelRequestedAt: hoursAgo(3) }), 'ok'],
    ['cancelled', anOrder({ ...asked, status: 'CANCELLED' }), 'ok'],
    ['TikTok ships it, and answers', anOrder({ ...asked, fulfilledBy: 'tiktok' }), 'ok'],
    ['a status nobody knows', anOrder({ ...asked, status: 'unrecognised' }), 'unknown: status-unrecognised'],
  ];
  it.each(rows)('%s', (_, order, answer) => expect(toldVerdict(judge(order))).toBe(answer));

  it('says since when, and when it is approved without an answer', () => {
    expect(judge(anOrder(asked))).toEqual({
      is: 'firing',
      stage: 'cancel-request-due',
      since: hoursAgo(3),
      deadline: {
        at: after(hoursAgo(3), hours(24)),
        source: { kind: 'clause', pack: 'us', clause: 'cancel-answer-by' },
      },
    });
  });

  it('fires without a line where no pack knows one; when TikTok cancels unshipped orders is another line', () => {
    const order = anOrder({ ...asked, platform: { cancel_order_sla_time: hoursFromNow(100) } });
    expect(judge(order, { packs: ['article'] })).toEqual({
      is: 'firing',
      stage: 'cancel-request-due',
      since: hoursAgo(3),
    });
  });

  it('asked at an unknown time: at the latest when the order last changed, and never after now', () => {
    expect(judge(anOrder({ buyerAskedToCancel: true, updatedAt: hoursAgo(5) }))).toEqual({
      is: 'firing',
      stage: 'cancel-request-due',
      since: hoursAgo(5),
    });
    expect(judge(anOrder({ ...asked, cancelRequestedAt: hoursFromNow(1) }))).toMatchObject({ since: now });
  });
});
