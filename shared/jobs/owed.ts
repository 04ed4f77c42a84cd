import { clocksApply } from '../checks/clocks-apply.ts';
import { stageOf, type Setting } from '../checks/check.ts';
import { checkCards } from '../checks/registry.ts';
import { findingKey, isLive, type Finding, type Subject } from '../domain/finding.ts';
import { causeKey, causeOf, laneOf } from '../domain/incident.ts';
import { isClosed } from '../domain/order.ts';
import type { RemedyItem } from '../domain/remediation.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import type { OwedRemedy } from '../remedies/plan-remedies.ts';
import { credentialItem } from './credential-item.ts';
import { addMember, newGroup, type CauseGroup } from './cause-group.ts';
import { keepOpen, type DigestBook } from './digest-book.ts';
import { addFolded, type Folded } from './folded.ts';
import { remedyItem } from './line-of.ts';
import { isTold, isWoken, mutedBy, ownSilences, relevantTo, type Silence } from './silences.ts';
import { speak } from './speak.ts';
import { join, noTransitions, silence, type Speech, type TransitionCounts } from './speech.ts';
import type { Voice } from './voices.ts';

/** What a run owes to people: collected while the book is read, bounded in memory. */
export interface Owed {
  /** What the penalties of the shop are looked up by. */
  readonly setting: Setting;
  /** Every transition of the run, silent ones included. */
  readonly transitions: TransitionCounts;
  /** Who is told, and beside each of them what. */
  readonly voices: readonly Voice[];
  readonly speeches: readonly Speech[];
  /** Findings that may belong to an incident, by cause: whether there is one is known when the book has been read. */
  readonly causes: Map<string, CauseGroup>;
  /** Open parcels by carrier and phase, among which those are. */
  readonly lanes: Map<string, number>;
  /** Orders that are silent because of a finding, by its key. */
  readonly folded: Map<string, Folded>;
  /** Causes of parcels that are silent because of something else, with their lanes: nobody can count their members. */
  readonly hidden: Map<string, string>;
  /** Findings about the shop and its keys that are silent because of another. */
  unsaidOfShop: number;
  /** Live findings that somebody has snoozed. */
  snoozed: number;
  open: number;
  readonly remedies: OwedRemedy[];
  /** What a digest tells of the book, where one is due. */
  readonly digest?: DigestBook;
}

export function nothingOwed(setting: Setting, voices: readonly Voice[], digest?: DigestBook): Owed {
  return {
    setting,
    transitions: noTransitions(),
    voices,
    speeches: voices.map(silence),
    causes: new Map(),
    lanes: new Map(),
    folded: new Map(),
    hidden: new Map(),
    unsaidOfShop: 0,
    snoozed: 0,
    open: 0,
    remedies: [],
    ...(digest && { digest }),
  };
}

export function oweOrder(owed: Owed, watched: WatchedOrder, run: string, silences: readonly Silence[]): void {
  const { order, findings } = watched;
  if (!isClosed(order)) owed.open += 1;
  const lane = clocksApply(order) ? laneOf(order) : undefined;
  if (lane !== undefined) owed.lanes.set(lane, (owed.lanes.get(lane) ?? 0) + 1);
  if (findings.length === 0) return;
  const all = [...silences, ...ownSilences(watched, run)];
  for (const finding of findings) owe(owed, finding, { kind: 'order', id: order.id }, run, all, watched);
}

const cards = new Map(checkCards.map((check) => [check.id, check]));

/** Adds what is owed of one finding: a line to people, a remedy, or its place under what explains it. */
export function owe(
  owed: Owed,
  finding: Finding,
  subject: Subject,
  run: string,
  silences: readonly Silence[],
  watched?: WatchedOrder,
): void {
  const card = cards.get(finding.check);
  const stage = card && stageOf(card, finding.stage);
  const isNews = finding.last.run === run;
  if (isNews) owed.transitions[finding.last.kind] += 1;
  if (stage?.quiet || finding.state === 'dismissed') return;
  const relevant = relevantTo({ finding, subject, watched }, silences);
  const reason = mutedBy(relevant);
  if (reason) {
    if (isLive(finding)) leaveUnsaid(owed, reason, finding, watched);
    return;
  }
  const group = watched && groupOf(owed, finding, watched);
  const below = owed.folded.get(findingKey(subject, finding.check));
  const severity = stage?.severity ?? 'warning';
  const peak = isLive(finding) || finding.peak === undefined ? undefined : card && stageOf(card, finding.peak);
  const heardAs = peak?.severity ?? severity;
  const news = { finding, subject, watched, severity, heardAs, remedy: stage?.remedy, below };
  if (owed.digest && isLive(finding)) keepOpen(owed.digest, news, owed.setting, group && causeKey(group.cause));
  speak(news, relevant, owed, group?.speeches ?? owed.speeches, run);
  if (!stage?.remedy || !isLive(finding) || finding.last.kind === 'reminded') return;
  if (!isTold(finding, relevant, run) && !isWoken(finding, relevant)) return;
  const of = itemOf(finding, subject, watched);
  if (!of) return;
  const item = { remedy: stage.remedy, item: of };
  if (!group) owed.remedies.push(item);
  else (isNews ? group.asked : group.askedLater).push(item);
}

function itemOf(finding: Finding, subject: Subject, watched: WatchedOrder | undefined): RemedyItem | undefined {
  if (watched) return remedyItem(finding, subject, watched);
  return subject.kind === 'credential' ? credentialItem(finding, subject) : undefined;
}

/** The open findings with the same cause, with this one among them. */
function groupOf(owed: Owed, finding: Finding, watched: WatchedOrder): CauseGroup | undefined {
  const cause = isLive(finding) ? causeOf(finding, watched.order) : undefined;
  if (!cause) return undefined;
  const key = causeKey(cause);
  let group = owed.causes.get(key);
  if (!group) owed.causes.set(key, (group = newGroup(cause, owed.voices.length)));
  addMember(group, finding, watched);
  return group;
}

/** What explains an order's other findings stands in their stead: of that, nothing is kept back. */
function leaveUnsaid(
  owed: Owed,
  { by, own, byPerson }: Silence,
  finding: Finding,
  watched: WatchedOrder | undefined,
): void {
  if (own) return;
  if (byPerson) owed.snoozed += 1;
  if (byPerson === 'one') return;
  if (!watched) {
    if (!byPerson) owed.unsaidOfShop += 1;
    return;
  }
  if (!byPerson) addFolded(owed.folded, by, watched);
  const cause = causeOf(finding, watched.order);
  if (cause) owed.hidden.set(causeKey(cause), cause.lane);
}

/**
 * Of causes that have become, or still are, an incident (its finding's key by cause) the members are folded; of the
 * others everything is said. Remedies of what is new are asked for either way.
 */
export function settleCauses(owed: Owed, incidents: ReadonlyMap<string, string>): void {
  for (const [cause, group] of owed.causes) {
    const by = incidents.get(cause);
    owed.remedies.push(...group.asked);
    if (by === undefined) {
      for (const [place, speech] of owed.speeches.entries()) {
        const own = group.speeches[place];
        if (own) join(speech, withShare(own, group, owed.lanes.get(group.cause.lane)));
      }
      owed.remedies.push(...group.askedLater);
    } else {
      owed.folded.set(by, group.members);
    }
  }
}

/** How much is live and said of nothing, because something else explains it: orders, and findings about the shop. */
export function unsaidIn({ folded, unsaidOfShop }: Owed): number {
  return [...folded.values()].reduce((sum, { count }) => sum + count, unsaidOfShop);
}

/** How many of the carrier's parcels fare alike, which tells a broken feed from one lost scan. */
function withShare(speech: Speech, { members }: CauseGroup, parcels = members.count): Speech {
  const share = { alike: members.count, among: Math.max(parcels, members.count) };
  return { ...speech, lines: speech.lines.map((line) => ({ ...line, facts: { ...line.facts, ...share } })) };
}
