import type { Check, Stage } from '../checks/check.ts';
import { checkCards } from '../checks/registry.ts';
import { unwatchedByNeed } from '../checks/unwatched.ts';
import { isLasting, type NotWatched } from '../domain/not-watched.ts';
import type { Unwatched } from '../domain/notice.ts';
import { severities, type Verdict } from '../domain/verdict.ts';

/** Verdicts that nobody can give, by check and reason: no longer than there are checks and reasons. */
export type NotWatchedCounts = Map<string, NotWatched>;

export function countsFrom(before: readonly NotWatched[] = []): NotWatchedCounts {
  const counts: NotWatchedCounts = new Map();
  for (const one of before) add(counts, one);
  return counts;
}

export function countVerdict(counts: NotWatchedCounts, check: string, verdict: Verdict): void {
  if (verdict.is === 'unknown' && isLasting(verdict.because))
    add(counts, { check, because: verdict.because, count: 1 });
}

export function addCounts(counts: NotWatchedCounts, more: NotWatchedCounts): void {
  for (const one of more.values()) add(counts, one);
}

function add(counts: NotWatchedCounts, { check, because, count }: NotWatched): void {
  const key = keyOf({ check, because });
  counts.set(key, { check, because, count: (counts.get(key)?.count ?? 0) + count });
}

/** The most frequent first. */
export function notWatchedIn(counts: NotWatchedCounts): readonly NotWatched[] {
  return [...counts.values()].toSorted((one, other) => other.count - one.count || (keyOf(one) < keyOf(other) ? -1 : 1));
}

function keyOf({ check, because }: Pick<NotWatched, 'check' | 'because'>): string {
  return `${check}/${because}`;
}

/** What names a check in words: the first of its gravest stages. */
function firstOfWorst(stages: Check['stages']): Stage {
  return stages.reduce((worst, stage) => (rank(stage) > rank(worst) ? stage : worst));
}

function rank({ severity }: Stage): number {
  return severities.indexOf(severity);
}

/** The same as a notice tells it, together with the rules that no check watches. */
export function unwatchedOf(counted: readonly NotWatched[]): Unwatched {
  return {
    checks: counted.flatMap((one) => {
      const card = checkCards.find(({ id }) => id === one.check);
      const worst = card && firstOfWorst(card.stages);
      return card && worst ? [{ ...one, stage: worst.id, kind: card.on }] : [];
    }),
    rules: unwatchedByNeed,
  };
}
