/** A point in time: epoch milliseconds. Branded, so that no bare number or duration passes for one. */
export type Instant = number & { readonly __brand: 'Instant' };

/** A length of time in milliseconds. Made by `hours(72)`, never by a number with a unit in its name. */
export type Duration = number & { readonly __brand: 'Duration' };

export function instant(epochMillis: number): Instant {
  return epochMillis as Instant;
}

export function seconds(count: number): Duration {
  return (count * 1_000) as Duration;
}

export function minutes(count: number): Duration {
  return seconds(count * 60);
}

export function hours(count: number): Duration {
  return minutes(count * 60);
}

export function days(count: number): Duration {
  return hours(count * 24);
}

export function after(start: Instant, wait: Duration): Instant {
  return instant(start + wait);
}

export function before(end: Instant, lead: Duration): Instant {
  return instant(end - lead);
}

/** Age of an event at `now`; an event after `now` counts as age 0 (carriers' clocks run ahead). */
export function age(event: Instant, now: Instant): Duration {
  return Math.max(0, now - event) as Duration;
}

/** A line is passed strictly after its instant: at 72 h 00 min 00 s exactly nothing has happened yet. */
export function isPast(line: Instant, now: Instant): boolean {
  return now > line;
}

/** Carriers' clocks run ahead, but nothing has begun before it is. */
export function earlierOf(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}

export function earliest(...instants: readonly Instant[]): Instant | undefined {
  return instants.length === 0 ? undefined : instant(Math.min(...instants));
}

export function latest(...instants: readonly Instant[]): Instant | undefined {
  return instants.length === 0 ? undefined : instant(Math.max(...instants));
}

/** ISO 8601 in UTC, e.g. `2026-11-22T18:00:00.000Z`. */
export function iso(at: Instant): string {
  return new Date(at).toISOString();
}
