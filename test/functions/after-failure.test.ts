import { describe, expect, it } from 'vitest';
import { afterFailure } from '../../functions/runtime/after-failure.ts';
import { hours, minutes } from '../../shared/domain/time.ts';

/** The waits of a message that fails at every try. */
function waitsOf(name: string): readonly number[] {
  const waits: number[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const fate = afterFailure({ name }, attempt);
    if (fate.is === 'aside') return waits;
    waits.push(fate.wait);
  }
}

describe('what fails for now', () => {
  it('is tried again after waits that double up to an hour', () => {
    const doubling = [1, 2, 4, 8, 16, 32].map((count) => minutes(count));
    expect(waitsOf('Transient').slice(0, 8)).toEqual([...doubling, hours(1), hours(1)]);
  });

  it('is tried for a day', () => {
    const whole = waitsOf('Transient').reduce((sum, wait) => sum + wait, 0);
    expect(whole).toBeGreaterThanOrEqual(hours(24));
    expect(whole).toBeLessThan(hours(25));
  });
});

it.each(['Rejected', 'Malformed'])('%s is put aside at once, for no further try would mend it', (name) => {
  expect(waitsOf(name)).toEqual([]);
});

it('a bug is put aside after a quarter of an hour', () => {
  expect(waitsOf('TypeError').reduce((sum, wait) => sum + wait, 0)).toBe(minutes(15));
});
