import { checkCards } from '../checks/registry.ts';
import { stageOf } from '../checks/check.ts';
import { findingKey, isLive, type Finding, type Subject } from '../domain/finding.ts';
import type { NoticeLine } from '../domain/notice.ts';
import { isClosed, lastMoved } from '../domain/order.ts';
import type { RemedyItem } from '../domain/remediation.ts';
import type { Instant } from '../domain/time.ts';
import type { Severity } from '../domain/verdict.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import type { WatchFinding } from '../ports/watch.ts';

/** A notice holds a hundred lines; beyond that it counts. */
const mostLines = 100;

export type TransitionCounts = Record<Finding['last']['kind'], number>;

/** What a run owes to people: collected while the book is read, bounded in memory. */
export interface Owed {
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

export function nothingOwed(): Owed {
  return {
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
  if (silent) {
    if (isLive(finding)) owed.inhibited += 1;
    return;
  }
  if (isLive(finding)) owed.live[severity] += 1;
  if (!(isNews ? wasHeardOf(finding, relevant) : becameAudible(finding, relevant))) return;
  owed.told[finding.last.kind] += 1;
  const remedy = isLive(finding) && finding.last.kind !== 'reminded' ? stage?.remedy : undefined;
  addLine(owed, lineOf(finding, severity, subject, watched, remedy));
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

/** By time to the line, what is over last; at most a hundred. */
export function firstLines(lines: readonly NoticeLine[]): NoticeLine[] {
  return lines.toSorted((a, b) => urgency(a) - urgency(b)).slice(0, mostLines);
}

function urgency(line: NoticeLine): number {
  const at = line.deadline?.at ?? line.since;
  return line.transition === 'resolved' ? at + Number.MAX_SAFE_INTEGER / 2 : at;
}

function lineOf(
  finding: Finding,
  severity: Severity,
  subject: Subject,
  watched: WatchedOrder | undefined,
  remedy: string | undefined,
): NoticeLine {
  return {
    transition: finding.last.kind,
    check: finding.check,
    stage: finding.stage,
    severity,
    subject,
    ...(watched && ofOrder(watched)),
    ...(watched?.order.amount !== undefined && { amount: watched.order.amount }),
    ...(watched?.order.currency !== undefined && { currency: watched.order.currency }),
    since: finding.since,
    ...(finding.deadline && { deadline: finding.deadline }),
    ...(finding.facts && { facts: finding.facts }),
    ...(finding.resolvedBecause && { resolvedBecause: finding.resolvedBecause }),
    ...(remedy !== undefined && { remedy }),
  };
}

function remedyItem(finding: Finding, subject: Subject, watched: WatchedOrder): RemedyItem {
  return {
    key: `${findingKey(subject, finding.check)}#${finding.episode}`,
    check: finding.check,
    stage: finding.stage,
    ...ofOrder(watched),
    since: finding.since,
    ...(finding.deadline && { deadline: finding.deadline }),
  };
}

function ofOrder({
  order,
  trace,
}: WatchedOrder): Pick<RemedyItem, 'order' | 'parcel' | 'carrier' | 'number' | 'lastEvent'> {
  const carrier = joined(order.parcels.map((parcel) => parcel.carrier)) ?? order.carrier;
  const parcel = joined(order.parcels.map(({ id }) => id));
  const number = joined(order.parcels.map((parcel) => parcel.number));
  const moved = lastMoved(order, trace);
  return {
    order: order.id,
    ...(parcel !== undefined && { parcel }),
    ...(carrier !== undefined && { carrier }),
    ...(number !== undefined && { number }),
    ...(moved !== undefined && {
      lastEvent: { at: moved, ...(trace.lastText !== undefined && { text: trace.lastText }) },
    }),
  };
}

/** A trace belongs to the order, so all its parcels are named; more than five would be a page, not a line. */
function joined(texts: readonly (string | undefined)[]): string | undefined {
  const known = [...new Set(texts.filter((text) => text !== undefined))];
  return known.length === 0 ? undefined : known.slice(0, 5).join(', ');
}
