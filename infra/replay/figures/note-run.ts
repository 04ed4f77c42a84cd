import { stageOf, type Setting } from '../../../shared/checks/check.ts';
import { checkCards } from '../../../shared/checks/registry.ts';
import { findingKey, isLive, type Finding } from '../../../shared/domain/finding.ts';
import type { NoticeLine } from '../../../shared/domain/notice.ts';
import { days, hours, type Instant } from '../../../shared/domain/time.ts';
import { isoDate, wallDay } from '../../../shared/policies/wall-days.ts';
import type { WatchedOrder } from '../../../shared/ports/order-book.ts';
import type { Watch } from '../../../shared/ports/watch.ts';
import { endOf, hasOwnLine, type End } from './endings.ts';
import { carrierOf, crossedNow, crossedUnseen, firing, outcomeOf, signOfLife } from './lines.ts';
import type { LiveFinding, Measure, Outcome } from './lines.ts';
import { dayOfState, receiverOf, setLive, sumsOf, type RunState } from './run-state.ts';

const cards = new Map(checkCards.map((card) => [card.id, card]));

/** Told so much sooner or later than that is told as soon or as late as that. */
const longestLead = days(30);

/**
 * An order as a sweep wrote it, beside what was known of it. Whether a line was crossed unseen is told by the rules as
 * they are usually: with a changed threshold the first word may come long after the line.
 */
export function noteOrder(
  state: RunState,
  next: WatchedOrder,
  previous: WatchedOrder | undefined,
  at: Setting,
  measure: Measure,
): void {
  if (!previous) state.orders += 1;
  const subject = { kind: 'order', id: next.order.id } as const;
  const hasMoved = previous !== undefined && signOfLife(next) > signOfLife(previous);
  const unseen = hasMoved ? new Set(crossedUnseen(previous, next, at, measure)) : undefined;
  const around = { carrier: carrierOf(next.order), at, endOf: (of: LiveFinding) => endOf(of, next, previous) };
  for (const finding of next.findings) {
    const key = findingKey(subject, finding.check);
    if (state.live.has(key) || isLive(finding)) unseen?.delete(finding.check);
    if (previous?.findings.includes(finding)) continue;
    const lastSign = { at: signOfLife(next), isCancelled: false };
    noteFinding(state, key, finding, { ...around, lastSign });
  }
  for (const check of unseen ?? []) {
    const carrier = carrierOf((previous ?? next).order);
    if (!state.begun.has(findingKey(subject, check))) count(state, { check, carrier }, 'missed');
  }
  if (hasMoved) letGoOfBegun(state, next, at, measure);
}

/** A scan ends no delivery that was overdue: what goes on is no figure still. */
function letGoOfBegun(state: RunState, next: WatchedOrder, at: Setting, measure: Measure): void {
  const keyOf = (check: string): string => findingKey({ kind: 'order', id: next.order.id }, check);
  const begun = checkCards.filter(({ id }) => state.begun.has(keyOf(id)));
  if (begun.length === 0) return;
  const goesOn = new Set(firing(next, at, measure).map(({ check }) => check));
  for (const { id } of begun) if (!goesOn.has(id)) state.begun.delete(keyOf(id));
}

/** An order that the first sweep met: what would have been found of it by the usual thresholds began before. */
export function noteBegun(state: RunState, watched: WatchedOrder, at: Setting, measure: Measure): void {
  for (const { check } of firing(watched, at, measure)) {
    state.begun.add(findingKey({ kind: 'order', id: watched.order.id }, check));
  }
}

/** What a sweep says of the shop itself and its keys, which no order is behind. */
export function noteWatch(state: RunState, next: Watch, previous: Watch | undefined, at: Setting): void {
  const known = new Set(previous?.findings.map(({ finding }) => finding));
  const lastSign = { at: at.now, isCancelled: false };
  for (const { subject, finding } of next.findings) {
    if (known.has(finding)) continue;
    noteFinding(state, findingKey(subject, finding.check), finding, {
      carrier: '',
      at,
      endOf: () => undefined,
      lastSign,
    });
  }
}

interface Around {
  readonly carrier: string;
  readonly at: Setting;
  /** When the order was done with the line; undefined: it is not. */
  readonly endOf: (of: LiveFinding) => End | undefined;
  /** What ended a finding whose line the order is not done with. */
  readonly lastSign: End;
}

function noteFinding(state: RunState, key: string, finding: Finding, around: Around): void {
  const known = state.live.get(key);
  if (!isLive(finding)) {
    if (known) count(state, known, outcomeOf(known, endAround(known, finding, around)));
    setLive(state, key, undefined);
    return;
  }
  const { carrier, at } = around;
  const stage = stageOf(cards.get(finding.check) ?? { id: finding.check, stages: noStages }, finding.stage);
  const standing = known?.standing ?? (finding.quiet === true || state.begun.has(key));
  if (!known && standing) state.standing += 1;
  if (!known && !standing) {
    sumsOf(state, finding.check, carrier).opened += 1;
    dayOfState(state, dayAt(at)).opened += 1;
  }
  const isNew = known?.stage !== finding.stage;
  const hasNextLine = isNew && hasOwnLine(finding.stage);
  if (known && hasNextLine) count(state, known, outcomeOf(known, endAround(known, finding, around)));
  if (known && isNew && !standing && finding.last.kind === 'escalated') {
    sumsOf(state, known.check, known.carrier).escalated += 1;
  }
  setLive(state, key, {
    check: finding.check,
    stage: finding.stage,
    // What is counted of one finding stands in one place, though its parcel finds a carrier meanwhile.
    carrier: known?.carrier ?? carrier,
    standing,
    severity: stage?.quiet ? undefined : stage?.severity,
    deadline: finding.deadline?.at,
    toldAt: hasNextLine ? undefined : known?.toldAt,
  });
}

/** What was abandoned is not done. */
function endAround(of: LiveFinding, { resolvedBecause }: Finding, { at, endOf: ended, lastSign }: Around): End {
  if (resolvedBecause === 'abandoned') return { at: at.now, isCancelled: false };
  return ended(of) ?? lastSign;
}

const noStages = [{ id: '', severity: 'warning' }] as const;

function count(state: RunState, { check, carrier }: Pick<LiveFinding, 'check' | 'carrier'>, outcome?: Outcome): void {
  if (!outcome) return;
  const sums = sumsOf(state, check, carrier);
  if (outcome === 'kept') sums.kept += 1;
  else sums.crossed += 1;
  if (outcome === 'missed') sums.missed += 1;
}

/** One notice; `lines` are all of it, those beside the message included. */
export function noteNotice(state: RunState, receiver: string, lines: readonly NoticeLine[], at: Setting): void {
  receiverOf(state, receiver).notices += 1;
  dayOfState(state, dayAt(at)).messages += 1;
  for (const line of lines) {
    if (line.transition === 'resolved') continue;
    tell(state, findingKey(line.subject, line.check), at.now);
    for (const { order } of line.folded?.rows ?? []) tellFolded(state, order, line.check, at.now);
  }
}

export function noteReport(state: RunState, receiver: string, at: Setting): void {
  receiverOf(state, receiver).reports += 1;
  dayOfState(state, dayAt(at)).messages += 1;
}

/** What a line explains is told with it. */
function tellFolded(state: RunState, order: string | undefined, by: string, now: Instant): void {
  if (order === undefined) return;
  for (const { id, inhibitedBy } of checkCards) {
    if (inhibitedBy.includes(by)) tell(state, findingKey({ kind: 'order', id: order }, id), now);
  }
}

function tell(state: RunState, key: string, now: Instant): void {
  const known = state.live.get(key);
  if (!known || known.toldAt !== undefined) return;
  setLive(state, key, { ...known, toldAt: now });
  if (known.standing) return;
  const sums = sumsOf(state, known.check, known.carrier);
  sums.told += 1;
  if (known.deadline === undefined) return;
  const lead = Math.max(0 - longestLead, Math.min(longestLead, known.deadline - now));
  const hour = String(Math.floor(lead / hours(1)));
  sums.lead[hour] = (sums.lead[hour] ?? 0) + 1;
}

/** A sweep is over: what is open now is open at the end of its day, unless a later sweep of the day says otherwise. */
export function noteSweep(state: RunState, remedies: number, at: Setting): void {
  state.sweeps += 1;
  state.remedies += remedies;
  dayOfState(state, dayAt(at)).live = { ...state.liveBy };
}

/** An order that is open when the time is over: a line that it crossed without a finding counts too. */
export function noteStillOpen(state: RunState, watched: WatchedOrder, at: Setting, measure: Measure): void {
  const { order } = watched;
  for (const check of crossedNow(watched, at, measure)) {
    const key = findingKey({ kind: 'order', id: order.id }, check);
    if (!state.live.has(key) && !state.begun.has(key)) count(state, { check, carrier: carrierOf(order) }, 'missed');
  }
}

/** The time is over: lines that were crossed and never came to an end count too. */
export function noteEnd(state: RunState, now: Instant): void {
  for (const [key, finding] of state.live) {
    const outcome = outcomeOf(finding, { at: now, isCancelled: false });
    if (outcome !== 'kept') count(state, finding, outcome);
    setLive(state, key, undefined);
  }
}

function dayAt({ now, shop }: Setting): string {
  return isoDate(wallDay(now, shop.zone));
}
