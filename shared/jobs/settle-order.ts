import type { Check, OrderSubject, Setting } from '../checks/check.ts';
import { checks, checksDuring } from '../checks/registry.ts';
import type { Finding } from '../domain/finding.ts';
import { isClosed, type Order } from '../domain/order.ts';
import { noActs, withActs } from '../domain/known-acts.ts';
import { reconcile, resolve, type Occasion } from '../domain/reconcile.ts';
import type { Instant } from '../domain/time.ts';
import { okBecause, unknown, type Because, type Verdict } from '../domain/verdict.ts';
import { countVerdict, type NotWatchedCounts } from './not-watched.ts';
import { oldestWatched } from './sweeping.ts';

/**
 * The findings of one order after it was judged; the same array when nothing has to be stored.
 * `blind`: why nothing time-based may be said about it now. `counts`: where to note what cannot be watched.
 */
export function settleOrder(
  subject: OrderSubject,
  at: Setting,
  on: Occasion,
  blind?: Because,
  counts?: NotWatchedCounts,
): readonly Finding[] {
  const known = subject.findings;
  const about = { kind: 'order', id: subject.order.id } as const;
  const folded = known.map((finding) => withActs(finding, about, on.acts ?? noActs));
  const settled = judged(subject, folded, at, on, blind, counts);
  const changed = settled.length !== known.length || settled.some((finding, index) => finding !== known[index]);
  return changed ? settled : known;
}

function judged(
  subject: OrderSubject,
  known: readonly Finding[],
  at: Setting,
  on: Occasion,
  blind?: Because,
  counts?: NotWatchedCounts,
): readonly Finding[] {
  const over = endOfWatch(subject.order, on.now);
  if (over) return known.map((finding) => resolve(finding, over, on));
  const asked = checksDuring(subject.order.status);
  const current: Finding[] = [];
  // Most orders have no findings, and then nobody has to be asked who could not have any.
  for (const check of known.length === 0 ? asked : checks.order) {
    const before = known.find((finding) => finding.check === check.id);
    if (!before && !asked.includes(check)) continue;
    const verdict = verdictOf(check, asked, subject, at, blind);
    if (counts) countVerdict(counts, check.id, verdict);
    const after = reconcile(before, verdict, check, on);
    if (after) current.push(after);
  }
  return known.length === 0 ? current : [...current, ...retired(known, on)];
}

/** Why an order is judged no more; undefined = it still is. */
function endOfWatch(order: Order, now: Instant): 'order-closed' | 'abandoned' | undefined {
  if (isClosed(order)) return 'order-closed';
  return order.createdAt < oldestWatched(now) ? 'abandoned' : undefined;
}

function verdictOf(
  check: Check<'order'>,
  asked: readonly Check<'order'>[],
  subject: OrderSubject,
  at: Setting,
  blind: Because | undefined,
): Verdict {
  if (blind) return unknown(blind);
  return asked.includes(check) ? check.judge(subject, at) : okBecause('other-state');
}

/** What every check says of an order, by its id and in the order of the registry: what its findings are settled by. */
export function verdictsOn(subject: OrderSubject, at: Setting, blind?: Because): ReadonlyMap<string, Verdict> {
  const over = endOfWatch(subject.order, at.now);
  const asked = checksDuring(subject.order.status);
  return new Map(
    checks.order.map((check: Check<'order'>) => [
      check.id,
      over ? okBecause(over) : verdictOf(check, asked, subject, at, blind),
    ]),
  );
}

/** For an order that was judged and stored earlier in the same run, whose verdicts are no longer at hand. */
export function countOnly(subject: OrderSubject, at: Setting, counts: NotWatchedCounts): void {
  if (endOfWatch(subject.order, at.now)) return;
  for (const check of checksDuring(subject.order.status)) countVerdict(counts, check.id, check.judge(subject, at));
}

/** Findings of checks that no longer exist: nobody would ever resolve them. */
function retired(known: readonly Finding[], on: Occasion): readonly Finding[] {
  return known
    .filter((finding) => checks.order.every((check) => check.id !== finding.check))
    .map((finding) => resolve(finding, 'check-retired', on));
}
