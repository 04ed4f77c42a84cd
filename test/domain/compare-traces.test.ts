import { describe, expect, it } from 'vitest';
import { compareTraces, type Opinion } from '../../shared/domain/compare-traces.ts';
import type { Order, Trace } from '../../shared/domain/order.ts';
import type { CarrierEvent, SecondTrace } from '../../shared/domain/second-trace.ts';
import { after, before, hours, minutes } from '../../shared/domain/time.ts';
import { aCarrierEvent, aSecondTrace } from '../support/a-second-trace.ts';
import { anOrderAwaitingCollection, anOrderInTransit, aParcel } from '../support/an-order.ts';
import { hoursAgo, minutesAgo, now } from '../support/moments.ts';

const number = 'JD0002274300018';
const scans = [hoursAgo(100), hoursAgo(91), hoursAgo(80)];
const silent = anOrderInTransit({ createdAt: hoursAgo(120), collectedAt: hoursAgo(100) });
const waiting = anOrderAwaitingCollection({ createdAt: hoursAgo(60), confirmedAt: hoursAgo(55) });

function compared(seconds: readonly SecondTrace[], order: Order = silent, trace: Trace = { scans }): Opinion {
  return compareTraces(order, trace, seconds, now);
}

function carrier(ago: readonly number[], changes: Partial<CarrierEvent> = {}): SecondTrace {
  return aSecondTrace(number, [], { events: ago.map((hour) => aCarrierEvent(hoursAgo(hour), changes)) });
}

describe('a parcel in transit', () => {
  const rows: readonly [string, readonly SecondTrace[], object][] = [
    ['nobody has answered for it', [], { is: 'pending' }],
    ['the source has only been told of it', [aSecondTrace(number, [], { state: 'pending' })], { is: 'pending' }],
    [
      'the source does not follow it',
      [aSecondTrace(number, [], { state: 'unreadable' })],
      { is: 'unreadable', because: 'not-followed' },
    ],
    [
      'the source does not find it',
      [aSecondTrace(number, [], { state: 'not-found' })],
      { is: 'unreadable', because: 'not-found' },
    ],
    ['the source finds it and knows no scan', [carrier([])], { is: 'unreadable', because: 'not-found' }],
    ['the carrier knows what TikTok knows', [carrier([100, 91, 80])], { is: 'silent' }],
    [
      'the carrier knows a scan more',
      [carrier([100, 91, 80, 30])],
      { is: 'newer', first: { at: hoursAgo(30) }, shift: 0 },
    ],
    [
      'and the first of several is the proof',
      [carrier([100, 91, 80, 60, 30])],
      { is: 'newer', first: { at: hoursAgo(60) } },
    ],
    ['a scan that may still be on its way to TikTok accuses nobody', [carrier([100, 91, 80, 6])], { is: 'pending' }],
    ['a little later it does', [carrier([100, 91, 80, 6.1])], { is: 'newer' }],
    ['one scan told twice within the hour is one', [carrier([100, 91, 80, 79.1])], { is: 'silent' }],
    ['to the very hour', [carrier([100, 91, 80, 79])], { is: 'silent' }],
    ['beyond the hour it is another', [carrier([100, 91, 80, 78.9])], { is: 'newer' }],
    [
      'events of last year are another parcel’s',
      [carrier([9_000, 8_990])],
      { is: 'unreadable', because: 'other-parcel' },
    ],
    [
      'other scans at the same time are nobody knows whose',
      [carrier([97.3, 85.7, 60.1])],
      { is: 'unreadable', because: 'nothing-in-common' },
    ],
    [
      'and if some are older than the order, another parcel’s',
      [carrier([150.2, 97.3, 60.1])],
      { is: 'unreadable', because: 'other-parcel' },
    ],
  ];
  it.each(rows)('%s', (_, seconds, opinion) => {
    expect(compared(seconds)).toMatchObject(opinion);
  });

  it('papers alone are no scan, and what nobody understands is no proof', () => {
    const paper = aCarrierEvent(hoursAgo(30), { milestone: 'information-only' });
    const odd = aCarrierEvent(hoursAgo(30), { milestone: 'unrecognised' });
    const { events } = carrier([100, 91, 80]);
    expect(compared([aSecondTrace(number, [], { events: [...events, paper] })])).toMatchObject({ is: 'silent' });
    expect(compared([aSecondTrace(number, [], { events: [...events, odd] })])).toEqual({
      is: 'unreadable',
      because: 'unclear',
    });
  });
  it('the pick-up is a scan, also where the trace leaves it out', () => {
    expect(compared([carrier([100, 30])], silent, { scans: [] })).toMatchObject({
      is: 'newer',
      first: { at: hoursAgo(30) },
    });
    const unscanned = { ...silent, collectedAt: undefined } as unknown as Order;
    expect(compared([carrier([100, 30])], unscanned, { scans: [] })).toEqual({
      is: 'unreadable',
      because: 'nothing-in-common',
    });
  });
  it('a source eight hours off is put right, and that is said', () => {
    const off = [100, 91, 80, 40].map((ago) => aCarrierEvent(after(hoursAgo(ago), hours(8)), { zone: 'assumed' }));
    expect(compared([aSecondTrace(number, [], { events: off })])).toMatchObject({
      is: 'newer',
      first: { at: hoursAgo(40) },
      shift: hours(-8),
    });
  });
  it('events of up to two days before the order are laid beside its trace', () => {
    const early = { ...silent, createdAt: hoursAgo(52), collectedAt: hoursAgo(100) };
    const alone = { scans: [hoursAgo(100)] };
    expect(compared([carrier([100])], early, alone)).toMatchObject({ is: 'silent' });
    expect(compared([carrier([100])], { ...early, createdAt: hoursAgo(51) }, alone)).toEqual({
      is: 'unreadable',
      because: 'other-parcel',
    });
  });
  it('of bare times and stated ones only those are moved that are off', () => {
    const bare = [100, 91].map((ago) => aCarrierEvent(before(hoursAgo(ago), hours(8)), { zone: 'assumed' }));
    const mixed = (ago: number) => aSecondTrace(number, [], { events: [...bare, aCarrierEvent(hoursAgo(ago))] });
    expect(compared([mixed(80)])).toMatchObject({ is: 'silent' });
    expect(compared([mixed(30)])).toEqual({ is: 'unreadable', because: 'nothing-in-common' });
  });
  it('a fresh scan does not lend its meaning to an older one that nobody understands', () => {
    const odd = aCarrierEvent(hoursAgo(7), { milestone: 'unrecognised' });
    const events = [...carrier([100, 91, 80]).events, odd, aCarrierEvent(hoursAgo(1))];
    expect(compared([aSecondTrace(number, [], { events })])).toEqual({ is: 'unreadable', because: 'unclear' });
  });
  it('that nothing is newer holds for a day after it was asked; a scan that TikTok lacks holds on', () => {
    expect(compared([{ ...carrier([100, 91, 80]), askedAt: hoursAgo(24) }])).toMatchObject({ is: 'silent' });
    expect(compared([{ ...carrier([100, 91, 80]), askedAt: hoursAgo(25) }])).toEqual({ is: 'pending' });
    expect(compared([{ ...carrier([100, 91, 80, 30]), askedAt: hoursAgo(25) }])).toMatchObject({ is: 'newer' });
  });
  it('a parcel without a number speaks for nobody', () => {
    const { number: _, ...nameless } = aParcel({ id: '2' });
    const both = { ...silent, parcels: [aParcel(), nameless] };
    expect(compared([carrier([100, 91, 80, 30])], both)).toEqual({ is: 'unreadable', because: 'no-number' });
  });
  it('without a number nobody can be asked', () => {
    expect(compared([], { ...silent, parcels: [] })).toEqual({ is: 'unreadable', because: 'no-number' });
  });
  it('of several parcels the one that stands still decides', () => {
    const other = 'JD0002274300019';
    const parcels = [aParcel(), aParcel({ id: '2', number: other })];
    const split = { ...silent, parcels };
    const still = carrier([100, 91, 80]);
    const moving = { ...carrier([100, 91, 80, 30]), number: other };
    expect(compared([still, moving], split)).toMatchObject({ is: 'silent' });
    expect(compared([{ ...moving, number }, moving], split)).toMatchObject({ is: 'newer' });
    expect(compared([moving], split)).toEqual({ is: 'pending' });
    expect(
      compared(
        [
          { ...moving, number },
          { ...moving, state: 'unreadable' },
        ],
        split,
      ),
    ).toMatchObject({ is: 'unreadable' });
  });
});

describe('a parcel that TikTok has not seen picked up', () => {
  function waited(second: SecondTrace): Opinion {
    return compared([second], waiting, { scans: [] });
  }
  const taken = { milestone: 'picked-up' } as const;
  it.each([
    ['nobody has scanned it', aSecondTrace(number, [], { state: 'not-found' }), { is: 'unscanned' }],
    ['there is but a label', carrier([50], { milestone: 'label-created' }), { is: 'unscanned' }],
    ['the carrier has it', carrier([40], taken), { is: 'newer', first: { at: hoursAgo(40) } }],
    ['since a moment ago', carrier([5], taken), { is: 'pending' }],
    [
      'a text that nobody understands',
      carrier([40], { milestone: 'unrecognised' }),
      { is: 'unreadable', because: 'unclear' },
    ],
    ['the number was somebody else’s before', carrier([90, 40], taken), { is: 'unreadable', because: 'other-parcel' }],
    ['its label a day before TikTok had the order', carrier([84, 40], taken), { is: 'newer' }],
    ['a label made before TikTok had the order is its own', carrier([83, 40], taken), { is: 'newer' }],
    [
      'another carrier has the number',
      { ...carrier([40], taken), carrier: 'Flash Express' },
      { is: 'unreadable', because: 'other-parcel' },
    ],
    ['its own carrier, spelled otherwise', { ...carrier([40], taken), carrier: 'ROYALMAIL Group' }, { is: 'newer' }],
  ] as const)('%s', (_, second, opinion) => {
    expect(waited(second)).toMatchObject(opinion);
  });
  it('where the zone is assumed, only what is long past in every zone counts', () => {
    expect(waited(carrier([19.9], { ...taken, zone: 'assumed' }))).toEqual({ is: 'pending' });
    expect(waited(carrier([20.1], { ...taken, zone: 'assumed' }))).toMatchObject({ is: 'newer' });
    expect(
      waited(aSecondTrace(number, [minutesAgo(361)], { events: [aCarrierEvent(minutesAgo(361), taken)] })),
    ).toMatchObject({ is: 'newer' });
    expect(waited(aSecondTrace(number, [], { events: [aCarrierEvent(minutesAgo(360), taken)] }))).toEqual({
      is: 'pending',
    });
    expect(minutes(360)).toBe(hours(6));
  });
});
