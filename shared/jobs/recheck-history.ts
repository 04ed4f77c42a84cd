import { stageOf } from '../checks/check.ts';
import { checkCards } from '../checks/registry.ts';
import type { Act } from '../domain/act.ts';
import type { Deed } from '../domain/deed.ts';
import type { Finding } from '../domain/finding.ts';
import { isSnoozed } from '../domain/known-acts.ts';
import { laneOf } from '../domain/incident.ts';
import type { Recheck, RecheckedDeed, RecheckedFinding, RecheckedRemedy } from '../domain/recheck.ts';
import { stateOf, type KnownCase } from '../domain/remedy-case.ts';
import { channelsOf, type Shop } from '../domain/shop.ts';
import { instant, iso, type Instant } from '../domain/time.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import type { LedgerMark, RunRecord } from '../ports/records.ts';
import { audienceOf, type Hearing } from './audience.ts';

/** Its findings, the latest to change first. */
export function findingRows(watched: WatchedOrder, of: Hearing): readonly RecheckedFinding[] {
  return watched.findings
    .toSorted((one, other) => other.last.at - one.last.at)
    .map((finding) => {
      const card = checkCards.find(({ id }) => id === finding.check);
      const { kind, at, run } = finding.last;
      return {
        check: finding.check,
        stage: finding.stage,
        severity: (card && stageOf(card, finding.stage)?.severity) ?? 'warning',
        state: finding.state,
        episode: finding.episode,
        since: iso(finding.since),
        openedAt: iso(finding.openedAt),
        last: { kind, at: iso(at), run },
        resolvedBecause: finding.resolvedBecause ?? null,
        quiet: finding.quiet === true,
        actedAt: finding.actedAt === undefined ? null : iso(finding.actedAt),
        heard: audienceOf(finding, watched, of),
      };
    });
}

/** The runs in which its findings opened or changed last. `runs`: those since the first of them, as far as kept. */
export function runsBehind(findings: readonly Finding[], runs: ReadonlyMap<string, RunRecord>): readonly string[] {
  const opened = new Set(findings.map(({ openedAt }) => openedAt));
  const openers = [...runs].flatMap(([id, { now }]) => (opened.has(now) ? [id] : []));
  return [...new Set([...openers, ...findings.map(({ last }) => last.run)])].toSorted();
}

/** Keys in the ledger of the notices that those runs may have sent. */
export function noticeKeys(shop: Shop, runs: readonly string[]): readonly string[] {
  return runs.flatMap((run) => channelsOf(shop).map(({ id }) => `${shop.id}#${run}#${id}`));
}

/** The other way round: what the ledger says was sent, by run and channel. */
export function noticeRows(marks: readonly LedgerMark[]): Recheck['notices'] {
  return marks
    .map(({ key, at }) => {
      const [, run = '', ...channel] = key.split('#');
      return { run, channel: channel.join('#'), at: iso(at) };
    })
    .toSorted((one, other) => (`${one.run}#${one.channel}` < `${other.run}#${other.channel}` ? -1 : 1));
}

/** What people wrote down about the order, and what they did about its findings, in the order in which they did. */
export function deedRows(
  deeds: readonly Deed[],
  acts: readonly Act[],
  watched: WatchedOrder,
): readonly RecheckedDeed[] {
  const written = deeds.map(({ kind, value, at, by }) => ({ at, kind, value: valueTold(value), by }));
  const done = acts
    .filter((act) => concerns(act, watched))
    .map((act) => ({ at: act.at, kind: act.kind, value: actTold(act), by: act.by ?? act.via }));
  return [...written, ...done].toSorted((one, other) => one.at - other.at).map((row) => ({ ...row, at: iso(row.at) }));
}

function valueTold(value: Deed['value']): string {
  return typeof value === 'number' ? iso(value) : value;
}

function actTold(act: Act): string | null {
  switch (act.kind) {
    case 'acknowledge':
      return act.finding.check;
    case 'snooze':
      return `${act.scope.kind} until ${iso(act.until)}`;
    case 'filed':
      return `${act.finding.check}: ${act.ticket}`;
    case 'extended':
      return iso(act.until);
    case 'not-a-problem':
      return `${act.finding.check}: ${act.reason}`;
    case 'answer':
      return act.reference === undefined ? act.outcome : `${act.outcome}: ${act.reference}`;
  }
}

/** Done about this order, or about something that holds for it as well. Answers stand with their remedies. */
function concerns(act: Act, { order }: WatchedOrder): boolean {
  if (act.kind === 'answer') return false;
  const isOwn = act.finding.subject.kind === 'order' && act.finding.subject.id === order.id;
  if (act.kind !== 'snooze' || isOwn) return isOwn;
  const names = [order.carrierId, order.carrier, ...order.parcels.map(({ carrier }) => carrier)];
  const about = {
    subject: { kind: 'order', id: order.id },
    carriers: names.filter((name) => name !== undefined),
    lane: laneOf(order),
  } as const;
  return isSnoozed(about, act.scope);
}

/** What was asked for to mend its findings, the latest first. */
export function remedyRows(cases: readonly KnownCase[], now: Instant): readonly RecheckedRemedy[] {
  return cases
    .toSorted((one, other) => other.askedAt - one.askedAt)
    .map((one) => ({
      remedy: one.remedy,
      key: one.key,
      state: stateOf(one, now),
      request: one.request,
      askedAt: iso(one.askedAt),
      answeredAt: one.answeredAt === undefined ? null : iso(one.answeredAt),
      ticket: one.ticket ?? null,
      by: one.by ?? null,
      endedAt: one.end ? iso(instant(one.end.at)) : null,
    }));
}
