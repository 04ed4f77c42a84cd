import { describe, expect, it } from 'vitest';
import type { Setting } from '../../shared/checks/check.ts';
import { confirmBy } from '../../shared/checks/confirm-by.ts';
import { deliverBy } from '../../shared/checks/deliver-by.ts';
import { pickupBy } from '../../shared/checks/pickup-by.ts';
import { traceSilent } from '../../shared/checks/trace-silent.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { unknown, type Verdict } from '../../shared/domain/verdict.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { at, hoursAgo, hoursFromNow, minutesAgo, minutesFromNow, now } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

type Shop = Partial<Setting['shop']>;

function reviewAt(verdict: Verdict): Instant | undefined {
  return verdict.is === 'ok' ? verdict.reviewAt : undefined;
}

describe("`article: 'also'`", () => {
  const platform = { rts_sla_time: hoursFromNow(72) };
  function judge(createdAt: Instant, changes: Partial<Order> = {}, shop: Shop = { article: 'also' }): Verdict {
    return confirmBy.judge(subject(anOrder({ createdAt, platform, ...changes })), aSetting('GB', now, shop));
  }
  it("warns by the article's clock beside the platform's", () => {
    expect(toldVerdict(judge(hoursAgo(13)))).toBe('confirm-due-soon by article/confirm-by');
    expect(toldVerdict(judge(hoursAgo(13), {}, {}))).toBe('ok');
  });
  it('warns and no more, however late by the article', () => {
    expect(toldVerdict(judge(hoursAgo(60)))).toBe('confirm-due-soon by article/confirm-by');
  });
  it("is silent once the platform's own clock speaks", () => {
    expect(toldVerdict(judge(hoursAgo(60), { platform: { rts_sla_time: hoursFromNow(11) } }))).toBe(
      'confirm-due-soon by rts_sla_time',
    );
    expect(toldVerdict(judge(hoursAgo(60), { platform: { rts_sla_time: hoursAgo(1) } }))).toBe(
      'confirm-overdue by rts_sla_time',
    );
  });
  it('looks again when the first of the two begins to warn', () => {
    expect(reviewAt(judge(hoursAgo(2)))).toBe(hoursFromNow(10));
    expect(reviewAt(judge(hoursAgo(2), { platform: { rts_sla_time: hoursFromNow(15) } }))).toBe(hoursFromNow(3));
  });
  it('warns where nobody else knows a deadline', () => {
    const shop: Shop = { article: 'also', packs: ['us'] };
    expect(toldVerdict(judge(hoursAgo(13), { platform: {} }, shop))).toBe('confirm-due-soon by article/confirm-by');
  });
  it('and does not hide before that warning that nobody knows one', () => {
    const shop: Shop = { article: 'also', packs: ['us'] };
    expect(judge(hoursAgo(2), { platform: {} }, shop)).toEqual(unknown('no-deadline-known'));
  });
  it('warns beside the clause of another pack', () => {
    const thursday = at('2026-03-05T18:00:00Z');
    const order = anOrderAwaitingCollection({ createdAt: thursday, confirmedAt: thursday });
    const shop: Shop = { article: 'also', packs: ['us'], sellerType: 'LOCAL' };
    const verdict = pickupBy.judge(subject(order), aSetting('US', at('2026-03-08T00:00:00Z'), shop));
    expect(toldVerdict(verdict)).toBe('pickup-due-soon by article/pickup-by');
  });
  it('changes nothing where the article counts anyway', () => {
    expect(toldVerdict(judge(hoursAgo(25), { platform: {} }))).toBe('confirm-overdue by article/confirm-by');
    const trace = traceSilent.judge(
      subject(anOrderInTransit({ collectedAt: hoursAgo(80) })),
      aSetting('GB', now, { article: 'also' }),
    );
    expect(toldVerdict(trace)).toBe('tracking-stale by article/trace-silent');
  });
  it('says nothing of a clock that the article does not know', () => {
    const setting = aSetting('DE', now, { article: 'also' });
    const order = anOrderInTransit({ createdAt: hoursAgo(200), platform: { delivery_sla_time: hoursFromNow(72) } });
    expect(toldVerdict(deliverBy.judge(subject(order), setting))).toBe('ok');
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
    expect(toldVerdict(judge(at('2026-01-16T09:00:00Z'), {}))).toBe('ok');
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
  it('that works up to the line hears nothing of its own hours', () => {
    expect(judge(hoursFromNow(1), {})).not.toHaveProperty('facts');
    expect(judge(hoursFromNow(1), { cutOff: '12:30' })).toMatchObject({
      since: minutesAgo(11.5 * 60),
      facts: { lastCall: minutesFromNow(30) },
    });
  });
  it('breaches when the platform says so, not before', () => {
    expect(toldVerdict(judge(hoursAgo(1), { daysOff: [1, 2, 3] }))).toBe('confirm-overdue by rts_sla_time');
    expect(toldVerdict(judge(hoursFromNow(1), { daysOff: [4] }))).toBe('confirm-due-soon by rts_sla_time');
  });
  it('has no say in what the carrier does', () => {
    const order = anOrderInTransit({ createdAt: hoursAgo(40), platform: { delivery_sla_time: monday } });
    const setting = aSetting('GB', now, { zone, house: { closures: [{ from: '2026-01-10', to: '2026-01-25' }] } });
    expect(toldVerdict(deliverBy.judge(subject(order), setting))).toBe('ok');
  });
  it('closed for longer than two months it is warned like anybody', () => {
    expect(reviewAt(judge(monday, { closures: [{ from: '2025-10-01', to: '2026-02-01' }] }))).toBe(
      at('2026-01-18T22:00:00Z'),
    );
  });
});
