import type { Setting } from '../checks/check.ts';
import { riskOf } from '../checks/risk-of.ts';
import { comesAndGoes, findingKey, isLive, type Finding, type Subject } from '../domain/finding.ts';
import { laneOf } from '../domain/incident.ts';
import type { NoticeLine } from '../domain/notice.ts';
import { lastMoved } from '../domain/order.ts';
import type { OrderItem } from '../domain/remediation.ts';
import { instant } from '../domain/time.ts';
import type { Severity } from '../domain/verdict.ts';
import type { WatchedOrder } from '../ports/order-book.ts';

/** A finding to be told of, and the order it is about. */
interface Told {
  readonly finding: Finding;
  readonly severity: Severity;
  readonly subject: Subject;
  readonly watched: WatchedOrder | undefined;
  readonly remedy: string | undefined;
  readonly folded: NoticeLine['folded'] | undefined;
}

/** A finding as a line of a notice; money is at risk only while it lives. */
export function lineOf({ finding, severity, subject, watched, remedy, folded }: Told, at: Setting): NoticeLine {
  const risk = watched && isLive(finding) ? riskOf(finding, watched.order, at) : undefined;
  return {
    transition: finding.last.kind,
    check: finding.check,
    stage: finding.stage,
    severity,
    subject,
    ...(watched && ofOrder(watched)),
    ...(watched?.order.amount !== undefined && { amount: watched.order.amount }),
    ...(watched?.order.currency !== undefined && { currency: watched.order.currency }),
    ...(risk && { risk }),
    since: finding.since,
    ...(finding.deadline && { deadline: finding.deadline }),
    ...(finding.facts && { facts: finding.facts }),
    ...(finding.resolvedBecause && { resolvedBecause: finding.resolvedBecause }),
    ...(isLive(finding) && comesAndGoes(finding) && { comesAndGoes: true as const }),
    ...(isLive(finding) && { handle: handleOf(finding, watched) }),
    ...(remedy !== undefined && { remedy }),
    ...(folded && { folded }),
  };
}

function handleOf({ episode, last }: Finding, watched: WatchedOrder | undefined): NonNullable<NoticeLine['handle']> {
  const lane = watched && laneOf(watched.order);
  return { episode, at: last.at, ...(lane !== undefined && { lane }) };
}

export function remedyItem(finding: Finding, subject: Subject, watched: WatchedOrder): OrderItem {
  return {
    kind: 'order',
    key: `${findingKey(subject, finding.check)}#${finding.episode}`,
    check: finding.check,
    stage: finding.stage,
    ...ofOrder(watched),
    since: finding.since,
    ...(finding.deadline && { deadline: finding.deadline }),
    ...proofIn(finding),
  };
}

function proofIn({ facts }: Finding): Pick<OrderItem, 'proof'> {
  const { missing, missingAt, source } = facts ?? {};
  if (typeof missing !== 'string' || typeof missingAt !== 'number' || typeof source !== 'string') return {};
  return { proof: { at: instant(missingAt), text: missing, source } };
}

export function ofOrder({
  order,
  trace,
}: WatchedOrder): Pick<OrderItem, 'order' | 'parcel' | 'carrier' | 'number' | 'lastEvent'> {
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
