import type { Check, OrderSubject, Setting } from '../checks/check.ts';
import { checks, checksDuring } from '../checks/registry.ts';
import type { Finding } from '../domain/finding.ts';
import { isClosed } from '../domain/order.ts';
import { noActs, withActs } from '../domain/known-acts.ts';
import { reconcile, resolve, type Occasion } from '../domain/reconcile.ts';
import { ok, unknown, type Because } from '../domain/verdict.ts';
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
  if (isClosed(subject.order)) return known.map((finding) => resolve(finding, 'order-closed', on));
  if (subject.order.createdAt < oldestWatched(on.now)) return known.map((finding) => resolve(finding, 'abandoned', on));
  const asked = checksDuring(subject.order.status);
  // Most orders have no findings, and then nobody has to be asked who could not have any.
  const current = (known.length === 0 ? asked : checks.order).flatMap((check: Check<'order'>) => {
    const before = known.find((finding) => finding.check === check.id);
    const verdict = blind ? unknown(blind) : asked.includes(check) ? check.judge(subject, at) : ok;
    if (counts) countVerdict(counts, check.id, verdict);
    const after = reconcile(before, verdict, check, on);
    return after ? [after] : [];
  });
  return known.length === 0 ? current : [...current, ...retired(known, on)];
}

/** For an order that was judged and stored earlier in the same run, whose verdicts are no longer at hand. */
export function countOnly(subject: OrderSubject, at: Setting, counts: NotWatchedCounts): void {
  if (isClosed(subject.order) || subject.order.createdAt < oldestWatched(at.now)) return;
  for (const check of checksDuring(subject.order.status)) countVerdict(counts, check.id, check.judge(subject, at));
}

/** Findings of checks that no longer exist: nobody would ever resolve them. */
function retired(known: readonly Finding[], on: Occasion): readonly Finding[] {
  return known
    .filter((finding) => checks.order.every((check) => check.id !== finding.check))
    .map((finding) => resolve(finding, 'check-retired', on));
}
