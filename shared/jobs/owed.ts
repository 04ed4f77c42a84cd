import { stageOf, type Setting } from '../checks/check.ts';
import { checkCards } from '../checks/registry.ts';
import { isLive, type Finding, type Subject } from '../domain/finding.ts';
import type { NoticeLine } from '../domain/notice.ts';
import { isClosed } from '../domain/order.ts';
import type { RemedyItem } from '../domain/remediation.ts';
import { byUrgency } from '../domain/risk.ts';
import type { Instant } from '../domain/time.ts';
import type { Severity } from '../domain/verdict.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import type { WatchFinding } from '../ports/watch.ts';
import { lineOf, remedyItem } from './line-of.ts';

/** A notice holds a hundred lines; beyond that it counts. */
const mostLines = 100;

export type TransitionCounts = Record<Finding['last']['kind'], number>;

/** What a run owes to people: collected while the book is read, bounded in memory. */
export interface Owed {
  /** What the penalties of the shop are looked up by. */
  readonly setting: Setting;
  /** Every transition of the run, silent ones included. */
  readonly transitions: TransitionCounts;
  /** Those that people hear of. */
  readonly told: TransitionCounts;
  /** Live findings by severity, silent ones left out. */
  readonly live: Record<Severity, number>;
  inhibited: number;
  open: number;
  spoken: number;
  lines: NoticeLine[];
  readonly remedies: { readonly remedy: string; readonly item: RemedyItem }[];
}

/** When a check that silences others was open: still is, or until this run. */
export interface Silence {
  readonly check: string;
  readonly from: Instant;
  readonly lifted: boolean;
}

export function nothingOwed(setting: Setting): Owed {
  return {
    setting,
    transitions: noTransitions(),
    told: noTransitions(),
    live: { warning: 0, breach: 0, critical: 0 },
    inhibited: 0,
    open: 0,
    spoken: 0,
    lines: [],
    remedies: [],
  };
}

function noTransitions(): TransitionCounts {
  return { opened: 0, escalated: 0, reminded: 0, resolved: 0, reopened: 0 };
}

/** The open findings that silence others, and those that stopped doing so in this run. */
export function silencesOf(findings: readonly WatchFinding[], run: string): readonly Silence[] {
  return findings.flatMap(({ finding }) => {
    if (!checkCards.some((check) => check.inhibitedBy.includes(finding.check))) return [];
    const lifted = !isLive(finding) && finding.last.run === run;
    return isLive(finding) || lifted ? [{ check: finding.check, from: finding.openedAt, lifted }] : [];
  });
}

export function oweOrder(owed: Owed, watched: WatchedOrder, run: string, silences: readonly Silence[]): void {
  if (!isClosed(watched.order)) owed.open += 1;
  for (const finding of watched.findings) {
    owe(owed, finding, { kind: 'order', id: watched.order.id }, run, silences, watched);
  }
}

export function owe(
  owed: Owed,
  finding: Finding,
  subject: Subject,
  run: string,
  silences: readonly Silence[],
  watched?: WatchedOrder,
): void {
  const card = checkCards.find((check) => check.id === finding.check);
  const stage = card && stageOf(card, finding.stage);
  const severity = stage?.severity ?? 'warning';
  const relevant = silences.filter((silence) => card?.inhibitedBy.includes(silence.check));
  const silent = relevant.some((silence) => !silence.lifted);
  const isNews = finding.last.run === run;
  if (isNews) owed.transitions[finding.last.kind] += 1;
  if (stage?.quiet) return;
  if (silent) {
    if (isLive(finding)) owed.inhibited += 1;
    return;
  }
  if (isLive(finding)) owed.live[severity] += 1;
  if (!(isNews ? wasHeardOf(finding, relevant) : becameAudible(finding, relevant))) return;
  owed.told[finding.last.kind] += 1;
  const remedy = isLive(finding) && finding.last.kind !== 'reminded' ? stage?.remedy : undefined;
  addLine(owed, lineOf({ finding, severity, subject, watched, remedy }, owed.setting));
  if (remedy && watched) owed.remedies.push({ remedy, item: remedyItem(finding, subject, watched) });
}

/** Nobody is told of the end of what was never said: opened and resolved under the same silence. */
function wasHeardOf(finding: Finding, relevant: readonly Silence[]): boolean {
  return isLive(finding) || relevant.every((silence) => finding.openedAt < silence.from);
}

/** Changed while its cause kept it silent, and the cause has just been resolved. */
function becameAudible(finding: Finding, relevant: readonly Silence[]): boolean {
  return relevant.some(
    ({ lifted, from }) => lifted && finding.last.at >= from && (isLive(finding) || finding.openedAt < from),
  );
}

function addLine(owed: Owed, line: NoticeLine): void {
  owed.spoken += 1;
  owed.lines.push(line);
  if (owed.lines.length >= 4 * mostLines) owed.lines = firstLines(owed.lines);
}

/** By urgency, what is over last; at most a hundred. */
export function firstLines(lines: readonly NoticeLine[]): NoticeLine[] {
  return lines
    .map((told) => ({
      told,
      isOver: told.transition === 'resolved',
      line: told.deadline?.at ?? told.since,
      risk: told.risk,
      freeDays: Number(told.facts?.['freeDays'] ?? 0),
    }))
    .toSorted((one, other) => Number(one.isOver) - Number(other.isOver) || byUrgency(one, other))
    .slice(0, mostLines)
    .map(({ told }) => told);
}
