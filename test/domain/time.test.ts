import { describe, expect, it } from 'vitest';
import { age, earliest, hours, isPast, iso, latest, seconds } from '../../shared/domain/time.ts';
import { at, hoursAgo, hoursFromNow, now } from '../support/moments.ts';

describe('time', () => {
  it('counts the age of what has happened, and gives an event after now the age 0', () => {
    expect(age(hoursAgo(3), now)).toBe(hours(3));
    expect(age(now, now)).toBe(0);
    expect(age(hoursFromNow(3), now)).toBe(0);
  });

  it('passes a line strictly after its instant', () => {
    expect([hoursAgo(1), now, hoursFromNow(1)].map((line) => isPast(line, now))).toEqual([true, false, false]);
  });

  it('names the first and the last of some moments, and neither of none', () => {
    expect(earliest(now, hoursAgo(2), hoursFromNow(2))).toBe(hoursAgo(2));
    expect(latest(now, hoursFromNow(2), hoursAgo(2))).toBe(hoursFromNow(2));
    expect([earliest(), latest()]).toEqual([undefined, undefined]);
  });

  it('is written in UTC', () => expect(iso(at('2026-11-22T20:00:00+02:00'))).toBe('2026-11-22T18:00:00.000Z'));

  it('knows how long an hour is', () => expect(hours(1)).toBe(seconds(3_600)));
});
