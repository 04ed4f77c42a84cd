import { checkCards } from '../checks/registry.ts';
import { stageOf } from '../checks/check.ts';
import type { StageCount } from '../domain/digest.ts';
import type { Finding } from '../domain/finding.ts';
import type { Order } from '../domain/order.ts';
import { isPast, type Instant } from '../domain/time.ts';

/** Counts by stage: no more than there are stages. */
export type StageCounts = Map<string, StageCount>;

/** Of these TikTok says when they happened; of the others it is known when a sweep saw that they were over. */
const doneAt: Readonly<Record<string, (order: Order) => Instant | undefined>> = {
  'confirm-by': ({ confirmedAt }) => confirmedAt,
  'pickup-by': ({ collectedAt }) => collectedAt,
  'deliver-by': ({ deliveredAt }) => deliveredAt,
};

/**
 * Counts a finding that this run resolved, if it opened before its line and its condition was over before it. What a
 * cancellation ended was not prevented, nor what is listed only.
 */
export function countNearMiss(counts: StageCounts, finding: Finding, run: string, order?: Order): void {
  const { check, stage, last, openedAt, deadline, resolvedBecause } = finding;
  if (last.run !== run || last.kind !== 'resolved' || !deadline || isPast(deadline.at, openedAt)) return;
  if (resolvedBecause !== 'condition-cleared' && resolvedBecause !== 'order-closed') return;
  if (order?.status === 'CANCELLED' || isQuiet(finding)) return;
  const over = (order && doneAt[check]?.(order)) ?? last.at;
  if (!isPast(deadline.at, over)) addToStage(counts, { check, stage, count: 1 });
}

export function addToStage(counts: StageCounts, { check, stage, count }: StageCount): void {
  const key = `${check}/${stage}`;
  counts.set(key, { check, stage, count: (counts.get(key)?.count ?? 0) + count });
}

/** The most frequent first. */
export function stageCounts(counts: StageCounts): readonly StageCount[] {
  return [...counts.values()].toSorted(
    (one, other) => other.count - one.count || (`${one.check}/${one.stage}` < `${other.check}/${other.stage}` ? -1 : 1),
  );
}

function isQuiet({ check, stage }: Finding): boolean {
  const card = checkCards.find(({ id }) => id === check);
  return !card || stageOf(card, stage)?.quiet === true;
}
