import { InvalidArgumentError } from 'commander';
import type { Duration } from '../../shared/domain/time.ts';

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A length of time as people type it, `30m`, `1h` or `3d`; never nothing. Throws what commander prints. */
export function parseSpan(text: string): Duration {
  const [, count, unit] = /^(\d+)([mhd])$/.exec(text) ?? [];
  const millis = Number(count) * (units[unit ?? ''] ?? Number.NaN);
  if (!(millis > 0)) throw new InvalidArgumentError('Give a number and a unit, e.g. 30m, 1h or 1d.');
  return millis as Duration;
}
