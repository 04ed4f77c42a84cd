import { isLive, type Finding } from '../domain/finding.ts';
import type { KnownActs } from '../domain/known-acts.ts';
import { isClosed, lastMoved } from '../domain/order.ts';
import { withAnswers, type CaseEnd, type KnownCase, type RemedyCase } from '../domain/remedy-case.ts';
import { requestLinkLife } from '../domain/action-link.ts';
import { after, isPast, type Instant } from '../domain/time.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import type { WatchFinding } from '../ports/watch.ts';

/** The cases of a shop that are not over, while a run looks what has become of them. */
export interface OpenCases {
  readonly byOrder: ReadonlyMap<string, readonly KnownCase[]>;
  /** About no order. */
  readonly others: readonly KnownCase[];
  /** Orders with cases that the book still holds. */
  readonly met: Set<string>;
}

export function openCases(cases: readonly RemedyCase[], acts: KnownActs): OpenCases {
  const open = cases.filter(({ end }) => end === undefined).map((one) => withAnswers(one, acts));
  const ofOrders = open.filter(({ order }) => order !== undefined);
  return {
    byOrder: Map.groupBy(ofOrders, ({ order = '' }) => order),
    others: open.filter(({ order }) => order === undefined),
    met: new Set(),
  };
}

/** Those of an order's cases that are over, as they are to be stored; called for every order of the book. */
export function endedOf(open: OpenCases, watched: WatchedOrder, now: Instant): readonly RemedyCase[] {
  const cases = open.byOrder.get(watched.order.id);
  if (!cases) return [];
  open.met.add(watched.order.id);
  return cases.flatMap((one) => ended(one, isAppeal(one) ? endOfAppeal(one, now) : endOf(one, watched), now));
}

/** Those whose order has left the book, and those about keys: when the book has been read to its end. */
export function endedElsewhere(
  { byOrder, others, met }: OpenCases,
  findings: readonly WatchFinding[],
  now: Instant,
): readonly RemedyCase[] {
  const gone = [...byOrder].flatMap(([order, cases]) => (met.has(order) ? [] : cases));
  return [
    ...gone.flatMap((one) => ended(one, isAppeal(one) ? endOfAppeal(one, now) : 'closed', now)),
    ...others.flatMap((one) => {
      const own = findings.filter(({ subject }) => one.key.includes(`/${subject.id}#`)).map(({ finding }) => finding);
      return ended(one, endOfFinding(one, own), now);
    }),
  ];
}

/** What TikTok shows now and did not when it was asked; else what has become of the finding. */
function endOf(one: KnownCase, { order, trace, findings }: WatchedOrder): CaseEnd['is'] | undefined {
  const { seen } = one;
  const newest = lastMoved(order, trace);
  const isNew = seen && (trace.scans.length > seen.scans || (newest !== undefined && newest > (seen.newest ?? 0)));
  if (isNew || order.deliveredAt !== undefined) return 'verified';
  return isClosed(order) ? 'closed' : endOfFinding(one, findings);
}

function isAppeal({ remedy }: KnownCase): boolean {
  return remedy === 'appeal-pack';
}

/** Over for us when it is filed, or can be no more: a late order stays late whatever its parcel does. */
function endOfAppeal({ askedAt, answeredAt }: KnownCase, now: Instant): CaseEnd['is'] | undefined {
  return answeredAt !== undefined || isPast(after(askedAt, requestLinkLife), now) ? 'closed' : undefined;
}

function endOfFinding({ key }: KnownCase, findings: readonly Finding[]): CaseEnd['is'] | undefined {
  const finding = findings.find((one) => key.startsWith(`${one.check}/`) && key.endsWith(`#${one.episode}`));
  if (finding?.state === 'dismissed') return 'closed';
  if (finding && isLive(finding)) return undefined;
  return finding?.resolvedBecause === 'condition-cleared' ? 'verified' : 'closed';
}

function ended(one: KnownCase, is: CaseEnd['is'] | undefined, at: Instant): readonly RemedyCase[] {
  if (is === undefined) return [];
  const { answeredAt: _, ticket: __, by: ___, failedAt: ____, ...stored } = one;
  return [{ ...stored, end: { is, at } }];
}
