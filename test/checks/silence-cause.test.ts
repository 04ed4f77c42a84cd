import { describe, expect, it } from 'vitest';
import type { OrderSubject, Setting } from '../../shared/checks/check.ts';
import { longSilence, silenceCause } from '../../shared/checks/silence-cause.ts';
import type { SecondTrace } from '../../shared/domain/second-trace.ts';
import { minutes } from '../../shared/domain/time.ts';
import { aCarrierEvent, aSecondTrace } from '../support/a-second-trace.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { hoursAgo, hoursFromNow, now } from '../support/moments.ts';

const number = 'JD0002274300018';
const connected = aSetting('BR', now, { secondOpinion: { source: '17track', dailyRegistrations: 1 } });
const scans = [hoursAgo(100), hoursAgo(90), hoursAgo(80)];

function silent(second: readonly SecondTrace[] | undefined, last = 80): OrderSubject {
  const trace = { scans: [...scans.slice(0, -1), hoursAgo(last)] };
  const asked = subject(anOrderInTransit({ createdAt: hoursAgo(120), collectedAt: hoursAgo(100) }), trace);
  return second ? { ...asked, second } : asked;
}

function judged(of: OrderSubject, at: Setting = connected) {
  return silenceCause.judge(of, at);
}

const carrier = (milestone: Parameters<typeof aCarrierEvent>[1], ...later: readonly number[]) =>
  aSecondTrace(number, [], {
    events: [
      ...scans.slice(0, -1).map((at) => aCarrierEvent(at)),
      aCarrierEvent(hoursAgo(80), milestone),
      ...later.map((ago) => aCarrierEvent(hoursAgo(ago), { text: 'Left the hub' })),
    ],
  });

describe('the cause of a silence', () => {
  it('is looked for once the line is passed, not before', () => {
    expect(judged(silent(undefined, 71))).toMatchObject({ is: 'ok', reviewAt: hoursFromNow(1) });
    expect(judged(silent(undefined, 40))).toMatchObject({ is: 'ok', reviewAt: hoursFromNow(8) });
  });
  it('is unknown while the source has not answered, and says what a shop without one needs', () => {
    expect(judged(silent(undefined))).toEqual({ is: 'unknown', because: 'second-opinion-pending' });
    expect(judged(silent([]))).toEqual({ is: 'unknown', because: 'second-opinion-pending' });
    expect(judged(silent(undefined), aSetting('BR'))).toEqual({ is: 'unknown', because: 'needs-second-source' });
  });
  it('names TikTok with the first scan it lacks, by the line of the silence', () => {
    expect(judged(silent([carrier({}, 50, 30)]))).toMatchObject({
      is: 'firing',
      stage: 'api-sync-failure',
      since: hoursAgo(8),
      deadline: { at: hoursAgo(8), source: { clause: 'trace-silent' } },
      facts: { missing: 'Left the hub', missingAt: hoursAgo(50), source: '17track', place: 'destination' },
    });
  });
  it('says who tells of that scan, and its milestone where the words are not kept', () => {
    const missing = aCarrierEvent(hoursAgo(50), { imported: true, text: '', milestone: 'out-for-delivery' });
    const joined = { ...carrier({}), events: [...carrier({}).events, missing] };
    expect(judged(silent([joined]))).toMatchObject({ facts: { source: 'csv', missing: 'out-for-delivery' } });
  });
  it('is unknown for want of a budget where a parcel is still to be announced, and only there', () => {
    const spent = { ...connected, isSecondSpent: true } as const;
    const because = (second: readonly SecondTrace[]) => judged(silent(second), spent);
    expect(because([])).toEqual({ is: 'unknown', because: 'second-budget-spent' });
    const waiting = aSecondTrace(number, [], { state: 'pending', announced: true });
    expect(because([waiting])).toEqual({ is: 'unknown', because: 'second-opinion-pending' });
  });
  it('says which shift of the clock it assumes', () => {
    const { events } = carrier({}, 50);
    const off = events.map((event) => ({ ...event, at: (event.at + minutes(480)) as typeof event.at }));
    expect(judged(silent([aSecondTrace(number, [], { events: off })]))).toMatchObject({
      facts: { shiftMinutes: -480 },
    });
    expect(judged(silent([carrier({}, 50)]))).not.toHaveProperty('facts.shiftMinutes');
  });
  it('names the carrier, and where the parcel stands', () => {
    expect(judged(silent([carrier({ milestone: 'export-customs-held', text: 'Held' })]))).toMatchObject({
      stage: 'carrier-stalled',
      facts: { place: 'export-customs', last: 'Held' },
    });
  });
  it('names nobody where somebody has to look', () => {
    expect(judged(silent([aSecondTrace(number, [], { state: 'unreadable' })]))).toMatchObject({
      stage: 'carrier-check-needed',
      facts: { reason: 'not-followed' },
    });
  });
  it('before the pick-up is asked for when its line is passed', () => {
    const waiting = (confirmed: number) =>
      subject(anOrderAwaitingCollection({ createdAt: hoursAgo(confirmed + 1), confirmedAt: hoursAgo(confirmed) }));
    const nobody = [aSecondTrace(number, [], { state: 'not-found' })];
    const has = [aSecondTrace(number, [], { events: [aCarrierEvent(hoursAgo(40), { milestone: 'picked-up' })] })];
    expect(judged({ ...waiting(70), second: nobody }).is).toBe('ok');
    expect(judged({ ...waiting(73), second: nobody })).toMatchObject({
      stage: 'not-picked-up',
      facts: { place: 'origin' },
    });
    expect(judged({ ...waiting(73), second: has })).toMatchObject({
      stage: 'api-sync-failure',
      facts: { place: 'origin' },
    });
    expect(longSilence(waiting(73), connected).is).toBe('firing');
  });
  it('is nobody’s question where no clock runs', () => {
    expect(judged(subject(anOrder({ status: 'DELIVERED' }))).is).toBe('ok');
    expect(
      judged(
        silent(
          [carrier({}, 50)].map((trace) => trace),
          80,
        ),
        connected,
      ).is,
    ).toBe('firing');
    expect(judged({ ...silent([carrier({}, 50)]), traceRead: false })).toEqual({
      is: 'unknown',
      because: 'second-opinion-pending',
    });
  });
});

it('says whether the parcel had been picked up, for only parcels in the same phase are compared', () => {
  expect(judged(silent([carrier({})]))).toMatchObject({ facts: { phase: 'transit' } });
  const waiting = anOrderAwaitingCollection({ createdAt: hoursAgo(120), confirmedAt: hoursAgo(110) });
  const unseen = aSecondTrace(number, [], { state: 'not-found', askedAt: hoursAgo(1) });
  const verdict = judged({ ...subject(waiting, { scans: [] }), second: [unseen] });
  expect(verdict).toMatchObject({ stage: 'not-picked-up', facts: { phase: 'collection' } });
});
