import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTraces } from '../../shared/domain/merge-traces.ts';
import { scansOnce, type SecondTrace } from '../../shared/domain/second-trace.ts';
import { after, hours, type Instant } from '../../shared/domain/time.ts';
import { aCarrierEvent, aSecondTrace } from '../support/a-second-trace.ts';
import { hoursAgo, now } from '../support/moments.ts';

const number = 'JD0002274300018';
const earlier = { askedAt: hoursAgo(9) };
const traced = aSecondTrace(number, [hoursAgo(80), hoursAgo(60)], { ...earlier, announced: true, carrier: 'Evri' });
const imported: SecondTrace = { ...aFile([hoursAgo(80), hoursAgo(50)]), ...earlier };

describe('an answer without scans', () => {
  it.each(['pending', 'not-found', 'unreadable'] as const)('that is %s leaves those that are known', (state) => {
    for (const known of [traced, imported]) {
      const merged = mergeTraces(known, aSecondTrace(number, [], { state, announced: true }));
      expect(merged).toMatchObject({ state: 'traced', source: known.source, events: known.events, announced: true });
    }
  });
  it('says with its status what the source thinks now', () => {
    const empty = aSecondTrace(number, [], { state: 'not-found', status: 'NotFound_Other' });
    expect(mergeTraces(traced, empty)).toMatchObject({ status: 'NotFound_Other', carrier: 'Evri', askedAt: now });
  });
  it('that is still to come leaves the time of the last one, so that it is asked for again at once', () => {
    const pending = aSecondTrace(number, [], { state: 'pending', announced: true });
    expect(mergeTraces(imported, pending).askedAt).toBe(earlier.askedAt);
  });
  it('of a source that was never told of the number makes it one to announce again', () => {
    const untold = aSecondTrace(number, [], { state: 'pending' });
    expect(mergeTraces(traced, untold)).not.toHaveProperty('announced');
  });
  it('takes the place of another without scans', () => {
    const empty = aSecondTrace(number, [], { state: 'not-found', announced: true });
    expect(mergeTraces(aSecondTrace(number, [], { state: 'pending' }), empty)).toEqual(empty);
    expect(mergeTraces(undefined, empty)).toBe(empty);
  });
});

describe('scans of one source', () => {
  it('are replaced by its next answer, which may have put its times right', () => {
    for (const times of [
      [hoursAgo(72), hoursAgo(52)],
      [hoursAgo(88), hoursAgo(68)],
    ]) {
      const corrected = aSecondTrace(number, times);
      expect(mergeTraces(traced, corrected)).toMatchObject({ events: corrected.events, askedAt: now });
    }
  });
  it('leave those that people imported', () => {
    const both = mergeTraces(traced, imported);
    const next = aSecondTrace(number, [hoursAgo(80), hoursAgo(60), hoursAgo(20)]);
    expect(timesOf(mergeTraces(both, next))).toEqual([80, 60, 50, 20].map(hoursAgo));
  });
  it('are added up when they are imported in parts, each once, in whatever order', () => {
    const part = aFile([hoursAgo(50), hoursAgo(30)]);
    const times = [hoursAgo(80), hoursAgo(50), hoursAgo(30)];
    expect(timesOf(mergeTraces(imported, part))).toEqual(times);
    expect(timesOf(mergeTraces(part, imported))).toEqual(times);
  });
});

describe('scans of two sources', () => {
  it('are joined where their clocks agree', () => {
    expect(mergeTraces(traced, imported)).toMatchObject({ source: '17track', carrier: 'Evri', announced: true });
    expect(mergeTraces(imported, traced)).toMatchObject({ source: '17track', askedAt: traced.askedAt });
    expect(timesOf(mergeTraces(traced, imported))).toEqual([hoursAgo(80), hoursAgo(60), hoursAgo(50)]);
    expect(mergeTraces(mergeTraces(traced, imported), imported).events).toHaveLength(3);
  });
  it('are not mixed where one runs hours apart, for one scan would be told twice', () => {
    const eightOff = [hoursAgo(72), hoursAgo(52)];
    const shifted = {
      ...imported,
      events: eightOff.map((at) => aCarrierEvent(at, { zone: 'assumed', imported: true })),
    };
    expect(timesOf(mergeTraces(traced, shifted))).toEqual(eightOff);
    expect(timesOf(mergeTraces(shifted, traced))).toEqual(eightOff);
    expect(mergeTraces(shifted, { ...traced, askedAt: now })).toMatchObject({ askedAt: now, source: 'csv' });
  });
  it('without a scan in common are joined only if both state their zones', () => {
    const stated = aFile([hoursAgo(20)]);
    const assumed = { ...stated, events: stated.events.map((event) => ({ ...event, zone: 'assumed' as const })) };
    expect(mergeTraces(traced, stated).events).toHaveLength(3);
    expect(mergeTraces(traced, assumed).events).toHaveLength(1);
  });
});

it('no merge ever loses the newest imported scan, or says the same thing differently the second time', () => {
  const times = fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 20 });
  fc.assert(
    fc.property(times, times, times, (file, one, other) => {
      const whole = aFile(ascending(file));
      const answers = [one, other].map((ago) => aSecondTrace(number, ascending(ago)));
      for (const [first, second] of [
        [whole, ...answers],
        [...answers, whole],
      ]) {
        if (!first || !second) continue;
        const merged = mergeTraces(first, second);
        const newest = [first, second].flatMap(({ events }) => events.filter((event) => event.imported)).at(-1);
        expect(timesOf(merged).at(-1) ?? 0).toBeGreaterThanOrEqual(newest?.at ?? 0);
        expect(mergeTraces(merged, second).events).toEqual(merged.events);
      }
    }),
  );
});

describe('the scans of a trace', () => {
  it('are kept once for a moment and a milestone, with words if there are any', () => {
    const scan = aCarrierEvent(hoursAgo(5));
    expect(scansOnce([scan, { ...scan, text: '' }, { ...scan, text: 'Arrived' }])).toEqual([
      { ...scan, text: 'Arrived' },
    ]);
    expect(scansOnce([scan, { ...scan, milestone: 'delivered' }])).toHaveLength(2);
  });
  it('are forty at most, the newest; ten of them keep their words', () => {
    const many = Array.from({ length: 60 }, (_, place) => aCarrierEvent(after(hoursAgo(90), hours(place))));
    const kept = scansOnce(many);
    expect(kept).toHaveLength(40);
    expect(kept.at(-1)).toBe(many.at(-1));
    expect(kept.filter(({ text }) => text !== '')).toEqual(many.slice(-10));
  });
});

function aFile(times: readonly Instant[]): SecondTrace {
  const events = times.map((at) => aCarrierEvent(at, { imported: true }));
  return aSecondTrace(number, [], { source: 'csv', events });
}

function ascending(ago: readonly number[]): readonly Instant[] {
  return ago.toSorted((one, other) => other - one).map(hoursAgo);
}

function timesOf({ events }: SecondTrace): readonly Instant[] {
  return events.map(({ at }) => at);
}
