import { describe, expect, it } from 'vitest';
import { incident } from '../../shared/checks/incident.ts';
import { secondSource } from '../../shared/checks/second-source.ts';
import { causeKey, causeOf, laneOf, type IncidentSubject } from '../../shared/domain/incident.ts';
import { aFinding } from '../support/a-finding.ts';
import { anOrderAwaitingCollection, anOrderInTransit, aParcel } from '../support/an-order.ts';
import { aSetting } from '../support/a-setting.ts';
import { daysAgo, hoursAgo, now } from '../support/moments.ts';

const cause = { stage: 'carrier-stalled', carrier: 'YunExpress', place: 'export-customs', lane: 'yunexpress/transit' };

function judged(changes: Partial<IncidentSubject>) {
  return incident.judge({
    cause,
    members: 37,
    parcels: 120,
    usual: 0.04,
    since: daysAgo(2),
    ...changes,
  });
}

describe('an incident', () => {
  it('is more than chance makes of what is usual', () => {
    expect(judged({})).toEqual({
      is: 'firing',
      stage: 'many-parcels-one-cause',
      since: daysAgo(2),
      facts: {
        cause: 'carrier-stalled',
        carrier: 'YunExpress',
        place: 'export-customs',
        members: 37,
        parcels: 120,
        usual: 0.04,
        told: 37,
      },
    });
    expect(judged({ members: 40, parcels: 1_000 }).is).toBe('ok');
    expect(judged({ members: 14 }).is).toBe('firing');
    expect(judged({ members: 13 }).is).toBe('ok');
  });
  it('begins with five', () => {
    expect(judged({ members: 4, parcels: 4 }).is).toBe('ok');
    expect(judged({ members: 5, parcels: 5 }).is).toBe('firing');
  });
  it('ends when there are about as many as usual, or hardly any', () => {
    expect(judged({ told: 7, members: 7 }).is).toBe('firing');
    expect(judged({ told: 7, members: 6 }).is).toBe('firing');
    expect(judged({ told: 7, members: 5 }).is).toBe('ok');
    expect(judged({ told: 7, members: 3, parcels: 5 }).is).toBe('firing');
    expect(judged({ told: 7, members: 2, parcels: 5 }).is).toBe('ok');
    expect(judged({ told: 7, members: 0, parcels: 0 }).is).toBe('ok');
  });
});

it('an incident that is four times as large as people were told is news again', () => {
  const facts = (members: number) => expect.objectContaining({ facts: expect.objectContaining({ told: members }) });
  expect(judged({ told: 10, members: 39 })).toEqual(facts(10));
  expect(judged({ told: 10, members: 40 })).toEqual(facts(40));
});

describe('what parcels have in common', () => {
  const order = anOrderInTransit({ carrier: 'Yun Express' });
  const finding = aFinding({ check: 'silence-cause', stage: 'carrier-stalled', facts: { place: 'origin' } });
  it('is why they are silent, whose they are and where they stand', () => {
    const found = causeOf(finding, order);
    expect(found).toEqual({
      stage: 'carrier-stalled',
      carrier: 'Yun Express',
      place: 'origin',
      lane: 'yunexpress/transit',
    });
    expect(found && causeKey(found)).toBe('carrier-stalled/yunexpress/transit/origin');
    expect(causeOf({ ...finding, facts: {} }, order)).toMatchObject({ place: 'unclear' });
  });
  it('is nothing where nobody names the carrier, or another check speaks', () => {
    const nameless = { ...order, carrier: undefined, parcels: [] } as unknown as typeof order;
    expect(causeOf(finding, nameless)).toBeUndefined();
    expect(laneOf(nameless)).toBeUndefined();
    expect(causeOf({ ...finding, check: 'trace-silent' }, order)).toBeUndefined();
  });
  it('is compared among parcels of the same carrier before or after the pick-up', () => {
    expect(laneOf(anOrderAwaitingCollection({ carrier: 'YunExpress' }))).toBe('yunexpress/collection');
    const byParcel = {
      ...order,
      carrier: undefined,
      parcels: [aParcel({ carrier: '4PX' })],
    } as unknown as typeof order;
    expect(laneOf(byParcel)).toBe('4px/transit');
  });
});

describe('a second source that does not answer', () => {
  const judge = (changes: object) => secondSource.judge({ pull: 'complete', ...changes }, aSetting('GB', now));
  it('is told of after three hours', () => {
    expect(judge({ secondFailingSince: hoursAgo(3) })).toEqual({ is: 'ok', reviewAt: now });
    expect(judge({ secondFailingSince: hoursAgo(4) })).toMatchObject({
      stage: 'second-source-silent',
      since: hoursAgo(4),
    });
    expect(judge({})).toEqual({ is: 'ok' });
  });
  it('is unknown while TikTok is', () => {
    expect(judge({ pull: 'refused', secondFailingSince: hoursAgo(4) })).toEqual({
      is: 'unknown',
      because: 'pull-incomplete',
    });
  });
});
