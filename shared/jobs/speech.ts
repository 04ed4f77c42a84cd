import { transitions, type Finding } from '../domain/finding.ts';
import type { NoticeLine } from '../domain/notice.ts';
import { byUrgency } from '../domain/risk.ts';
import { severities, type Severity } from '../domain/verdict.ts';

/** A notice holds a hundred lines; beyond that it counts. */
export const mostLines = 100;

/** So many go into the list beside it: nobody works through more, and memory is bounded (house rule, 2026-11). */
export const longestList = 2_000;

export type TransitionCounts = Record<Finding['last']['kind'], number>;

/** What people hear of: bounded in memory, whatever it counts. */
export interface Speech {
  readonly told: TransitionCounts;
  /** Live findings by severity, silent ones left out. */
  readonly live: Record<Severity, number>;
  spoken: number;
  lines: NoticeLine[];
}

export function silence(): Speech {
  return { told: noTransitions(), live: { warning: 0, breach: 0, critical: 0 }, spoken: 0, lines: [] };
}

export function noTransitions(): TransitionCounts {
  return { opened: 0, escalated: 0, reminded: 0, resolved: 0, reopened: 0 };
}

export function say(speech: Speech, line: NoticeLine): void {
  speech.told[line.transition] += 1;
  speech.spoken += 1;
  speech.lines.push(line);
  if (speech.lines.length >= 2 * longestList) speech.lines = firstLines(speech.lines, longestList);
}

/** The same state of things, with these lines to be said of it. */
export function saidOnly({ live }: Speech, lines: readonly NoticeLine[]): Speech {
  const speech: Speech = { told: noTransitions(), live, spoken: 0, lines: [] };
  for (const line of lines) say(speech, line);
  return speech;
}

/** Adds what was kept apart. */
export function join(speech: Speech, { told, live, spoken, lines }: Speech): void {
  for (const kind of transitions) speech.told[kind] += told[kind];
  for (const severity of severities) speech.live[severity] += live[severity];
  speech.spoken += spoken;
  speech.lines = firstLines([...speech.lines, ...lines], longestList);
}

/**
 * By urgency, what is over last; at most so many. What is critical, or about more than one order, is never left out
 * for something less.
 */
export function firstLines(lines: readonly NoticeLine[], most: number): NoticeLine[] {
  const ranked = lines.map((told) => ({
    told,
    isOver: told.transition === 'resolved',
    isMinor: told.severity !== 'critical' && told.subject.kind === 'order',
    line: told.deadline?.at ?? told.since,
    risk: told.risk,
    freeDays: Number(told.facts?.['freeDays'] ?? 0) + Number(told.facts?.['blindDays'] ?? 0),
  }));
  const inOrder = ranked.toSorted((one, other) => Number(one.isOver) - Number(other.isOver) || byUrgency(one, other));
  if (inOrder.length <= most) return inOrder.map(({ told }) => told);
  const kept = new Set(
    inOrder
      .toSorted((one, other) => Number(one.isOver || one.isMinor) - Number(other.isOver || other.isMinor))
      .slice(0, most),
  );
  return inOrder.filter((one) => kept.has(one)).map(({ told }) => told);
}
