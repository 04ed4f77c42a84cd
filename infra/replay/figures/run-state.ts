import type { Severity } from '../../../shared/domain/verdict.ts';
import type { LiveFinding } from './lines.ts';
import type { CheckFigures, DayFigures, ReceiverFigures, RunFigures } from './run-figures.ts';

type Growing<Of> = { -readonly [Key in keyof Of]: Of[Key] };

/** Sums of one check and one carrier while they grow. */
export type CheckSums = Omit<Growing<CheckFigures>, 'lead'> & { readonly lead: Record<string, number> };
export type DaySums = Omit<Growing<DayFigures>, 'live'> & { live: Record<Severity, number> };

/** What is known of a run while it goes on: live findings and sums, never a list of what is over. */
export interface RunState {
  sweeps: number;
  orders: number;
  standing: number;
  remedies: number;
  /** What the first sweep would have found by the usual thresholds, by `check/subject`: no figure counts it. */
  readonly begun: Set<string>;
  /** By `check/subject`. */
  readonly live: Map<string, LiveFinding>;
  readonly liveBy: Record<Severity, number>;
  /** By check and carrier. */
  readonly checks: Map<string, CheckSums>;
  readonly days: Map<string, DaySums>;
  readonly receivers: Map<string, Growing<ReceiverFigures>>;
}

export function newRunState(): RunState {
  return {
    sweeps: 0,
    orders: 0,
    standing: 0,
    remedies: 0,
    begun: new Set(),
    live: new Map(),
    liveBy: { warning: 0, breach: 0, critical: 0 },
    checks: new Map(),
    days: new Map(),
    receivers: new Map(),
  };
}

export function sumsOf(state: RunState, check: string, carrier: string): CheckSums {
  const key = `${check}\n${carrier}`;
  let sums = state.checks.get(key);
  if (!sums) {
    sums = { check, carrier, opened: 0, escalated: 0, told: 0, crossed: 0, missed: 0, kept: 0, lead: {} };
    state.checks.set(key, sums);
  }
  return sums;
}

export function dayOfState(state: RunState, day: string): DaySums {
  let sums = state.days.get(day);
  if (!sums) {
    sums = { day, messages: 0, opened: 0, live: { ...state.liveBy } };
    state.days.set(day, sums);
  }
  return sums;
}

export function receiverOf(state: RunState, receiver: string): Growing<ReceiverFigures> {
  let sums = state.receivers.get(receiver);
  if (!sums) state.receivers.set(receiver, (sums = { receiver, notices: 0, reports: 0 }));
  return sums;
}

/** Puts the finding in the place of what was known of it; undefined: it is over. */
export function setLive(state: RunState, key: string, next: LiveFinding | undefined): void {
  const before = state.live.get(key);
  if (before?.severity) state.liveBy[before.severity] -= 1;
  if (next?.severity) state.liveBy[next.severity] += 1;
  if (next) state.live.set(key, next);
  else state.live.delete(key);
}

/** By check, then carrier; days and receivers in order. */
export function figuresOf({ sweeps, orders, standing, remedies, checks, days, receivers }: RunState): RunFigures {
  return {
    sweeps,
    orders,
    standing,
    remedies,
    checks: [...checks.values()].toSorted(
      (one, other) => compare(one.check, other.check) || compare(one.carrier, other.carrier),
    ),
    days: [...days.values()].toSorted((one, other) => compare(one.day, other.day)),
    receivers: [...receivers.values()].toSorted((one, other) => compare(one.receiver, other.receiver)),
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
