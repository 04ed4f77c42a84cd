import type { Duration } from '../domain/time.ts';

/** A length of time in the two largest units a person would name; the rest is cut, never rounded up. */
export interface Span {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

export function spanOf(length: Duration): Span {
  const minutes = Math.floor(Math.max(0, length) / 60_000);
  const days = Math.floor(minutes / 1_440);
  return { days, hours: Math.floor((minutes % 1_440) / 60), minutes: days > 0 ? 0 : minutes % 60 };
}
