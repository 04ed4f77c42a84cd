import type { OrderSubject, Setting } from '../checks/check.ts';
import { checks } from '../checks/registry.ts';
import type { Finding } from '../domain/finding.ts';
import { isClosed } from '../domain/order.ts';
import { reconcile, resolve, type Occasion } from '../domain/reconcile.ts';
import { unknown, type Because } from '../domain/verdict.ts';
import { oldestWatched } from './sweeping.ts';

/**
 * The findings of one order after it was judged; the same array when nothing has to be stored.
 * `blind`: why nothing time-based may be said about it now.
 */
export function settleOrder(subject: OrderSubject, at: Setting, on: Occasion, blind?: Because): readonly Finding[] {
  const known = subject.findings;
  const settled = judged(subject, known, at, on, blind);
  const changed = settled.length !== known.length || settled.some((finding, index) => finding !== known[index]);
  return changed ? settled : known;
}

function judged(
  subject: OrderSubject,
  known: readonly Finding[],
  at: Setting,
  on: Occasion,
  blind?: Because,
): readonly Finding[] {
  if (isClosed(subject.order)) return known.map((finding) => resolve(finding, 'order-closed', on));
  if (subject.order.createdAt < oldestWatched(on.now)) return known.map((finding) => resolve(finding, 'abandoned', on));
  const current = checks.order.flatMap((check) => {
    const before = known.find((finding) => finding.check === check.id);
    const verdict = blind ? unknown(blind) : check.judge(subject, at);
    const after = reconcile(before, verdict, { check: check.id, stages: check.stages }, on);
    return after ? [after] : [];
  });
  return [...current, ...retired(known, on)];
}

/** Findings of checks that no longer exist: nobody would ever resolve them. */
function retired(known: readonly Finding[], on: Occasion): readonly Finding[] {
  return known
    .filter((finding) => checks.order.every((check) => check.id !== finding.check))
    .map((finding) => resolve(finding, 'check-retired', on));
}
