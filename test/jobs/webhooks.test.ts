import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { tiktokWebhooks } from '../../shared/adapters/tiktok-shop/webhook.ts';
import { after, before, hours, iso, minutes, seconds } from '../../shared/domain/time.ts';
import { followHints } from '../../shared/jobs/follow-hints.ts';
import { takeWebhook } from '../../shared/jobs/take-webhook.ts';
import { aSeller, aShop } from '../support/a-shop.ts';
import { aRun, aWatch } from '../support/a-watch.ts';
import { now } from '../support/moments.ts';
import { Crash, CrashPlan } from '../support/crash-plan.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeHints } from '../support/fake-hints.ts';
import { FakeOutbox } from '../support/fake-outbox.ts';
import { FakeShops } from '../support/fake-shops.ts';
import { FakeWatches } from '../support/fake-watches.ts';

const secret = 'f4c770e4b45aa62e9b1d7c3a5e8820aa1133cc77';
const shop = aShop();
const app = shop.seller.appKey;

let plan: CrashPlan;
let clock: FakeClock;
let hints: FakeHints;
let watches: FakeWatches;
let outbox: FakeOutbox;
let shops: FakeShops;
beforeEach(() => {
  plan = new CrashPlan();
  clock = new FakeClock();
  hints = new FakeHints(plan);
  watches = new FakeWatches(plan);
  outbox = new FakeOutbox(plan);
  const foreign = aShop({ id: '88', seller: { appKey: 'other-app', openId: 'x' } });
  shops = new FakeShops([shop, aShop({ id: '77' }), foreign], plan);
});

interface Sent {
  readonly type?: number;
  readonly id?: string;
  readonly shop?: string;
  readonly seller?: string;
  readonly ago?: number;
  readonly by?: string;
}

function hear({ type = 1, id = 'n1', shop: of = shop.id, seller, ago = 0, by = secret }: Sent = {}) {
  const timestamp = Math.floor((clock.wallTime - ago) / 1_000);
  const about = seller === undefined ? { shop_id: of } : { seller_open_id: seller };
  const body = JSON.stringify({ type, tts_notification_id: id, ...about, timestamp, data: { order_status: 'CANCEL' } });
  const authorization = createHmac('sha256', by).update(`${app}${body}`).digest('hex');
  const webhooks = tiktokWebhooks({ readAppSecret: async () => secret });
  const request = { headers: { authorization }, body: new TextEncoder().encode(body) };
  return takeWebhook(app, request, { webhooks, hints, shops, clock });
}

function follow() {
  return followHints({ scheduledTime: iso(clock.wallTime) }, { hints, shops, watches, outbox, clock });
}

describe('what TikTok announces', () => {
  it.each([1, 3, 4, 6, 7, 11])('by type %i brings the next sweep forward, and says nothing itself', async (type) => {
    expect(await hear({ type })).toBe('hint');
    expect(await follow()).toEqual({ sent: 1, waiting: 0, dropped: 0 });
    expect(outbox.sweeps).toEqual([{ v: 1, kind: 'sweep', shop: shop.id, run: iso(clock.wallTime), step: 0 }]);
    expect(await follow()).toEqual({ sent: 0, waiting: 0, dropped: 0 });
  });

  it('about a seller is about all shops of the seller with this app', async () => {
    expect(await hear({ type: 6, seller: aSeller.openId })).toBe('hint');
    expect(hints.peek().map(({ shop: of }) => of)).toEqual(['77', shop.id].toSorted());
    expect(await hints.deauthorizedAt('77')).toBe(clock.wallTime);
  });

  it.each([1, 7])(
    'by type %i says nothing of a deauthorization; only type 6 does, as of when it was made',
    async (type) => {
      await hear({ type });
      expect(await hints.deauthorizedAt(shop.id)).toBeUndefined();
      await hear({ type: 6, id: 'n2', ago: hours(2) });
      expect(await hints.deauthorizedAt(shop.id)).toBe(before(clock.wallTime, hours(2)));
    },
  );

  it('as a deauthorization is noted whatever call the door died at', async () => {
    await hear({ type: 6 });
    const { points } = plan;
    for (let point = 1; point <= points; point += 1) {
      hints = new FakeHints(plan);
      plan.revive();
      plan.crashAt(point);
      await expect(hear({ type: 6 })).rejects.toThrow(Crash);
      plan.revive();
      // Whoever follows the hint finds it.
      if (hints.peek().length > 0) expect(await hints.deauthorizedAt(shop.id), `point ${point}`).toBeDefined();
      await hear({ type: 6 });
      expect([hints.peek().length, await hints.deauthorizedAt(shop.id)]).toEqual([1, clock.wallTime]);
    }
  });

  it.each([
    ['forged', { by: 'another' }, 'refused'],
    ['about chats', { type: 14 }, 'other'],
    ['of a shop that nobody watches', { shop: '99' }, 'unknown-shop'],
    ['of a shop that another app watches', { shop: '88' }, 'unknown-shop'],
    ['of a seller whom nobody knows', { type: 7, seller: 'nobody' }, 'unknown-shop'],
    ['older than TikTok goes on sending', { ago: hours(25) }, 'stale'],
    ['of the future', { ago: -6 * minutes(1) }, 'stale'],
    ['sent again half a day later', { ago: hours(15) }, 'hint'],
  ] as const)('that is %s: %o', async (_, sent, as) => {
    expect(await hear(sent)).toBe(as);
    expect(hints.peek()).toHaveLength(as === 'hint' ? 1 : 0);
  });

  it('twice hints once; out of order makes no difference', async () => {
    expect([await hear({ id: 'b' }), await hear({ id: 'a', ago: minutes(3) }), await hear({ id: 'b' })]).toEqual([
      'hint',
      'hint',
      'repeated',
    ]);
    expect(await follow()).toEqual({ sent: 1, waiting: 0, dropped: 0 });
  });

  it('is sent again by TikTok, and hints again, whatever call the door died at', async () => {
    await hear();
    const { points } = plan;
    expect(points).toBeGreaterThan(6);
    for (let point = 1; point <= points; point += 1) {
      hints = new FakeHints(plan);
      plan.revive();
      plan.crashAt(point);
      await expect(hear()).rejects.toThrow(Crash);
      plan.revive();
      await hear();
      expect(hints.peek(), `point ${point}`).toHaveLength(1);
      expect(await hear()).toBe('repeated');
    }
  });
});

describe('a hint', () => {
  it('waits until the last sweep began a minute ago', async () => {
    watches.seed(shop.id, aWatch({ handedOver: { run: iso(before(clock.wallTime, seconds(59))), requests: [] } }));
    await hear();
    expect(await follow()).toEqual({ sent: 0, waiting: 1, dropped: 0 });
    clock.wallTime = after(clock.wallTime, seconds(1));
    expect(await follow()).toEqual({ sent: 1, waiting: 0, dropped: 0 });
  });

  it('waits for a sweep that is under way, which may have read TikTok before', async () => {
    watches.seed(shop.id, aWatch({ run: aRun() }));
    await hear();
    expect(await follow()).toEqual({ sent: 0, waiting: 1, dropped: 0 });
  });

  it('that comes while another is being followed is followed next', async () => {
    await hear();
    plan.revive();
    await follow();
    const listed = plan.passed.indexOf('after outbox.sweep') + 1;
    clock.wallTime = after(clock.wallTime, minutes(2));
    await hear({ id: 'n2' });
    plan.revive();
    plan.meanwhileAt(listed, () => hints.note({ shop: shop.id, at: after(clock.wallTime, seconds(5)) }));
    await follow();
    expect(hints.peek()).toHaveLength(1);
  });

  it.each([
    ['paused', { paused: true }],
    ['removed', { leaving: { since: now, until: now } }],
  ] as const)('of a shop that is %s is forgotten', async (_, state) => {
    shops.put(aShop(state));
    await hear();
    expect(await follow()).toEqual({ sent: 0, waiting: 0, dropped: 1 });
    expect(outbox.sweeps).toEqual([]);
  });

  it('of a shop that is watched no longer is forgotten', async () => {
    await hints.note({ shop: 'gone', at: clock.wallTime });
    expect(await follow()).toEqual({ sent: 0, waiting: 0, dropped: 1 });
    expect(hints.peek()).toEqual([]);
    expect(outbox.sweeps).toEqual([]);
  });

  it('is followed whatever call the function dies at, the sweep asked for again at most', async () => {
    await hear();
    plan.revive();
    await follow();
    const { points } = plan;
    for (let point = 1; point <= points; point += 1) {
      hints = new FakeHints(plan);
      outbox = new FakeOutbox(plan);
      await hear({ id: `n${point}` });
      plan.revive();
      plan.crashAt(point);
      await expect(follow()).rejects.toThrow(Crash);
      plan.revive();
      await follow();
      expect(hints.peek(), `point ${point}`).toEqual([]);
      expect(new Set(outbox.sweeps.map(({ shop: of }) => of))).toEqual(new Set([shop.id]));
    }
  });
});
