import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTraces } from '../../shared/domain/align-traces.ts';
import type { CarrierEvent } from '../../shared/domain/second-trace.ts';
import { after, before, hours, minutes, type Duration, type Instant } from '../../shared/domain/time.ts';
import { hoursAgo } from '../support/moments.ts';

function events(times: readonly Instant[]): readonly CarrierEvent[] {
  return times.map((at) => ({
    at,
    text: 'Arrived at facility',
    milestone: 'arrived-destination-facility',
    zone: 'assumed',
  }));
}

const scans = [100, 91, 80, 74].map((ago) => hoursAgo(ago));

describe('two traces are laid side by side', () => {
  const rows: readonly [string, readonly Instant[], ReturnType<typeof alignTraces>][] = [
    ['as they are', scans, { shift: 0 as Duration, shared: 4 }],
    ['a minute apart', scans.map((at) => after(at, minutes(1))), { shift: 0 as Duration, shared: 4 }],
    ['in a zone eight hours ahead', scans.map((at) => after(at, hours(8))), { shift: hours(-8), shared: 4 }],
    [
      'in a zone behind, with a half hour',
      scans.map((at) => before(at, minutes(210))),
      { shift: minutes(210), shared: 4 },
    ],
    ['with more on the carrier’s side', [...scans, hoursAgo(50), hoursAgo(20)], { shift: 0 as Duration, shared: 4 }],
    [
      'with most of it missing at TikTok, yet half',
      [100, 95, 91, 80].map((ago) => hoursAgo(ago)),
      { shift: 0 as Duration, shared: 3 },
    ],
  ];
  it.each(rows)('%s', (_, times, expected) => {
    expect(alignTraces(scans, events(times))).toEqual(expected);
  });

  it('not at all when they share one scan under a shift: that can be chance', () => {
    expect(alignTraces(scans.slice(0, 1), events([before(hoursAgo(100), hours(8)), hoursAgo(30)]))).toBeUndefined();
  });
  it('not at all when they have nothing in common', () => {
    expect(alignTraces(scans, events([103.37, 88.41, 61.7].map((ago) => hoursAgo(ago))))).toBeUndefined();
  });
  it('not at all when one of them is empty', () => {
    expect(alignTraces([], events(scans))).toBeUndefined();
    expect(alignTraces(scans, [])).toBeUndefined();
  });
});

it('finds every zone there is, whatever else the carrier knows', () => {
  const gaps = fc.array(fc.integer({ min: 20, max: 2_000 }), { minLength: 4, maxLength: 20 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: -56, max: 56 }), (minutesBetween, quarters) => {
      let at = hoursAgo(500);
      const times = minutesBetween.map((gap) => (at = after(at, minutes(gap))));
      const shift = minutes(quarters * 15);
      const found = alignTraces(times, events(times.map((time) => before(time, shift))));
      expect(found?.shared).toBe(times.length);
      expect(found?.shift).toBe(shift);
    }),
  );
});
