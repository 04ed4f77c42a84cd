import { describe, expect, it } from 'vitest';
import type { Setting } from '../../shared/checks/check.ts';
import { confirmBy } from '../../shared/checks/confirm-by.ts';
import { deliverBy } from '../../shared/checks/deliver-by.ts';
import { pickupBy } from '../../shared/checks/pickup-by.ts';
import { traceSilent } from '../../shared/checks/trace-silent.ts';
import type { Order } from '../../shared/domain/order.ts';
import { hours, type Instant } from '../../shared/domain/time.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import { createPolicy } from '../../shared/policies/create-policy.ts';
import { aClause, aPack } from '../support/a-clause.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { at, hoursAgo, hoursFromNow, now } from '../support/moments.ts';

type Shop = Partial<Setting['shop']>;

/** The stage and where its deadline comes from: `confirm-due-soon by article/confirm-by`. */
function told(verdict: Verdict): string {
  if (verdict.is !== 'firing') return verdict.is === 'unknown' ? `unknown: ${verdict.because}` : 'ok';
  const source = verdict.deadline?.source;
  const by =
    source?.kind === 'clause' ? `${source.pack}/${source.clause}` : source?.kind === 'platform' ? source.field : '';
  return `${verdict.stage} by ${by}`;
}

function reviewAt(verdict: Verdict): Instant | undefined {
  return verdict.is === 'ok' ? verdict.reviewAt : undefined;
}

describe('which deadline counts', () => {
  const thursday = at('2026-03-05T18:00:00Z');
  function judged(order: Partial<Order>, shop: Shop, when: string): string {
    const { market = 'US', sellerType = 'LOCAL' } = shop;
    const setting = aSetting(market, at(when), { sellerType, ...shop });
    return told(
      pickupBy.judge(
        subject(anOrderAwaitingCollection({ createdAt: thursday, confirmedAt: thursday, ...order })),
        setting,
      ),
    );
  }
  const official: Shop = { packs: ['us', 'article'] };
  const rows: [string, Partial<Order>, Shop, string, string][] = [
    [
      "the platform's own field wins over every pack",
      { platform: { tts_sla_time: at('2026-03-20T00:00:00Z') } },
      official,
      '2026-03-12T00:00:00Z',
      'ok',
    ],
    ['else the first pack of the list', {}, official, '2026-03-10T07:00:00Z', 'pickup-overdue by us/pickup-by'],
    [
      'and a second before its line that pack only warns',
      {},
      official,
      '2026-03-10T06:59:59Z',
      'pickup-due-soon by us/pickup-by',
    ],
    [
      'the list may begin with the article',
      {},
      { packs: ['article', 'us'] },
      '2026-03-08T18:00:01Z',
      'pickup-overdue by article/pickup-by',
    ],
    [
      'a pack that does not speak of the order is passed over',
      { type: 'unrecognised' },
      official,
      '2026-03-08T18:00:01Z',
      'pickup-overdue by article/pickup-by',
    ],
    [
      'no pack has a clause: nobody knows',
      {},
      { packs: ['us'], market: 'GB' },
      '2026-03-08T18:00:01Z',
      'unknown: no-deadline-known',
    ],
  ];
  it.each(rows)('%s', (_, order, shop, when, answer) => expect(judged(order, shop, when)).toBe(answer));

  it('relief of unpublished length: nobody knows, though the article would', () => {
    const order = anOrderAwaitingCollection({
      createdAt: at('2025-01-28T00:00:00Z'),
      confirmedAt: at('2025-01-28T01:00:00Z'),
    });
    const setting = aSetting('GB', at('2025-02-03T00:00:00Z'), { packs: ['gb', 'article'] });
    expect(told(pickupBy.judge(subject(order), setting))).toBe('unknown: no-deadline-known');
  });

  it('the clause in force when the clock started, though the rule has changed since', () => {
    const order = anOrderAwaitingCollection({
      createdAt: at('2026-01-23T20:00:00Z'),
      confirmedAt: at('2026-01-24T20:00:00Z'),
    });
    const shop = { packs: ['us'], sellerType: 'LOCAL' } as const;
    expect(told(pickupBy.judge(subject(order), aSetting('US', at('2026-01-30T07:59:59Z'), shop)))).toBe(
      'pickup-due-soon by us/pickup-by-phase-in',
    );
    expect(told(pickupBy.judge(subject(order), aSetting('US', at('2026-01-30T08:00:00Z'), shop)))).toBe(
      'pickup-overdue by us/pickup-by-phase-in',
    );
  });
});

describe('an order nobody has confirmed yet', () => {
  const order = anOrder({ createdAt: at('2026-03-05T18:00:00Z') });
  function judged(changes: Partial<Order>, packs: readonly string[]): string {
    const setting = aSetting('US', at('2026-03-10T08:00:00Z'), { packs, sellerType: 'LOCAL' });
    return told(pickupBy.judge(subject({ ...order, ...changes }), setting));
  }
  const rows: [string, Partial<Order>, readonly string[], string][] = [
    ['is late by a clock that runs from the order', {}, ['us'], 'pickup-overdue by us/pickup-by'],
    ['has no pick-up clock where that runs from the confirmation', {}, ['article'], 'ok'],
    [
      "is left to the platform's field once it is confirmed",
      { platform: { tts_sla_time: at('2026-03-09T00:00:00Z') } },
      ['us'],
      'ok',
    ],
    ['is not late when it was collected all the same', { collectedAt: at('2026-03-06T18:00:00Z') }, ['us'], 'ok'],
  ];
  it.each(rows)('%s', (_, changes, packs, answer) => expect(judged(changes, packs)).toBe(answer));
});

describe('what an order brings along', () => {
  const created = at('2026-03-02T12:00:00Z');
  function deliver(changes: Partial<Order>, shop: Shop, when: string): string {
    const { market = 'GB', ...rest } = shop;
    const order = anOrderInTransit({ createdAt: created, ...changes });
    return told(deliverBy.judge(subject(order), aSetting(market, at(when), rest)));
  }
  const gb: Shop = { packs: ['gb'] };
  const us: Shop = { market: 'US', packs: ['us'], sellerType: 'LOCAL' };
  const rows: [string, Partial<Order>, Shop, string, string][] = [
    [
      'shipped by the seller, the UK promise counts',
      { shipping: 'seller' },
      gb,
      '2026-03-07T00:00:00Z',
      'delivery-late-counted by gb/deliver-by',
    ],
    [
      'shipped by a local seller too',
      { shipping: 'seller' },
      { ...gb, sellerType: 'LOCAL' },
      '2026-03-07T00:00:00Z',
      'delivery-late-counted by gb/deliver-by',
    ],
    ['shipped by TikTok it does not', { shipping: 'tiktok' }, gb, '2026-03-07T00:00:00Z', 'unknown: no-deadline-known'],
    [
      'nor where nobody recognises who ships',
      { shipping: 'unrecognised' },
      gb,
      '2026-03-07T00:00:00Z',
      'unknown: no-deadline-known',
    ],
    [
      'express has three days',
      { deliveryOption: 'Express Shipping' },
      us,
      '2026-03-06T08:00:00Z',
      'delivery-late-counted by us/deliver-by-express',
    ],
    [
      'any other option six',
      { deliveryOption: 'Standard Shipping' },
      us,
      '2026-03-10T18:00:00Z',
      'delivery-due-soon by us/deliver-by',
    ],
    [
      'made to order counts from its own dispatch deadline',
      { type: 'made-to-order', platform: { rts_sla_time: at('2026-03-04T20:00:00Z') } },
      us,
      '2026-03-11T07:00:00Z',
      'delivery-late-counted by us/deliver-by-own-handling',
    ],
    ['without one nobody knows', { type: 'made-to-order' }, us, '2026-03-11T07:00:00Z', 'unknown: no-deadline-known'],
  ];
  it.each(rows)('%s', (_, changes, shop, when, answer) => expect(deliver(changes, shop, when)).toBe(answer));

  it("a clause's own stages move those of the check", () => {
    const stages = { 'confirm-due-soon': hours(-2) };
    const policy = createPolicy([
      aPack('p', aClause({ clock: 'confirm-by', deadline: { form: 'hours', length: hours(24) }, stages })),
    ]);
    const judge = (createdAt: Instant) =>
      told(confirmBy.judge(subject(anOrder({ createdAt })), { ...aSetting('GB', now, { packs: ['p'] }), policy }));
    expect([judge(hoursAgo(22)), judge(hoursAgo(23)), judge(hoursAgo(25))]).toEqual([
      'ok',
      'confirm-due-soon by p/c',
      'confirm-overdue by p/c',
    ]);
  });
});

describe("`article: 'also'`", () => {
  const platform = { rts_sla_time: hoursFromNow(72) };
  function judge(createdAt: Instant, changes: Partial<Order> = {}, shop: Shop = { article: 'also' }): Verdict {
    return confirmBy.judge(subject(anOrder({ createdAt, platform, ...changes })), aSetting('GB', now, shop));
  }
  it("warns by the article's clock beside the platform's", () => {
    expect(told(judge(hoursAgo(13)))).toBe('confirm-due-soon by article/confirm-by');
    expect(told(judge(hoursAgo(13), {}, {}))).toBe('ok');
  });
  it('warns and no more, however late by the article', () => {
    expect(told(judge(hoursAgo(60)))).toBe('confirm-due-soon by article/confirm-by');
  });
  it("is silent once the platform's own clock speaks", () => {
    expect(told(judge(hoursAgo(60), { platform: { rts_sla_time: hoursFromNow(11) } }))).toBe(
      'confirm-due-soon by rts_sla_time',
    );
    expect(told(judge(hoursAgo(60), { platform: { rts_sla_time: hoursAgo(1) } }))).toBe(
      'confirm-overdue by rts_sla_time',
    );
  });
  it('looks again when the first of the two begins to warn', () => {
    expect(reviewAt(judge(hoursAgo(2)))).toBe(hoursFromNow(10));
    expect(reviewAt(judge(hoursAgo(2), { platform: { rts_sla_time: hoursFromNow(15) } }))).toBe(hoursFromNow(3));
  });
  it('warns where nobody else knows a deadline', () => {
    const shop: Shop = { article: 'also', packs: ['us'] };
    expect(told(judge(hoursAgo(13), { platform: {} }, shop))).toBe('confirm-due-soon by article/confirm-by');
    expect(reviewAt(judge(hoursAgo(2), { platform: {} }, shop))).toBe(hoursFromNow(10));
  });
  it('changes nothing where the article counts anyway', () => {
    expect(told(judge(hoursAgo(25), { platform: {} }))).toBe('confirm-overdue by article/confirm-by');
    const trace = traceSilent.judge(
      subject(anOrderInTransit({ collectedAt: hoursAgo(80) })),
      aSetting('GB', now, { article: 'also' }),
    );
    expect(told(trace)).toBe('tracking-stale by article/trace-silent');
  });
  it('says nothing of a clock that the article does not know', () => {
    const setting = aSetting('DE', now, { article: 'also' });
    const order = anOrderInTransit({ createdAt: hoursAgo(200), platform: { delivery_sla_time: hoursFromNow(72) } });
    expect(told(deliverBy.judge(subject(order), setting))).toBe('ok');
  });
});

describe('a house with hours of its own', () => {
  // now is Thursday 15 January 2026, 12:00 in London.
  const zone = 'Europe/London';
  function judge(line: Instant, house: NonNullable<Shop['house']>, createdAt = hoursAgo(40)): Verdict {
    const order = anOrder({ createdAt, platform: { rts_sla_time: line } });
    return confirmBy.judge(subject(order), aSetting('GB', now, { zone, house }));
  }
  const monday = at('2026-01-19T10:00:00Z');

  it('is warned before its last cut-off, as long before it as before a line', () => {
    const friday = judge(at('2026-01-16T09:00:00Z'), { cutOff: '14:00' });
    expect(friday).toMatchObject({
      stage: 'confirm-due-soon',
      since: at('2026-01-15T02:00:00Z'),
      facts: { lastCall: at('2026-01-15T14:00:00Z') },
    });
    expect(told(judge(at('2026-01-16T09:00:00Z'), {}))).toBe('ok');
  });
  it('is warned before a weekend in which nobody works', () => {
    expect(reviewAt(judge(monday, { cutOff: '09:00', daysOff: [6, 7] }))).toBe(at('2026-01-18T21:00:00Z'));
    expect(reviewAt(judge(at('2026-01-18T10:00:00Z'), { cutOff: '16:00', daysOff: [6, 7] }))).toBe(
      at('2026-01-16T04:00:00Z'),
    );
  });
  it('is warned at once of an order that came after its last call', () => {
    const closed = { closures: [{ from: '2026-01-10', to: '2026-01-25' }] };
    expect(judge(monday, closed, hoursAgo(5))).toMatchObject({ stage: 'confirm-due-soon', since: hoursAgo(5) });
  });
  it('is never warned later than others', () => {
    expect(reviewAt(judge(at('2026-01-16T12:00:00Z'), { cutOff: '18:00' }, hoursFromNow(20)))).toBe(
      at('2026-01-16T00:00:00Z'),
    );
  });
  it('breaches when the platform says so, not before', () => {
    expect(told(judge(hoursAgo(1), { daysOff: [1, 2, 3] }))).toBe('confirm-overdue by rts_sla_time');
    expect(told(judge(hoursFromNow(1), { daysOff: [4] }))).toBe('confirm-due-soon by rts_sla_time');
  });
  it('has no say in what the carrier does', () => {
    const order = anOrderInTransit({ createdAt: hoursAgo(40), platform: { delivery_sla_time: monday } });
    const setting = aSetting('GB', now, { zone, house: { closures: [{ from: '2026-01-10', to: '2026-01-25' }] } });
    expect(told(deliverBy.judge(subject(order), setting))).toBe('ok');
  });
  it('closed for longer than two months it is warned like anybody', () => {
    expect(reviewAt(judge(monday, { closures: [{ from: '2025-10-01', to: '2026-02-01' }] }))).toBe(
      at('2026-01-18T22:00:00Z'),
    );
  });
});
