import { hours } from '../../shared/domain/time.ts';
import type { Clause, Pack } from '../../shared/policies/policy.ts';

/** Baseline: pick-up within 72 hours, in every market, undated. */
export function aClause(changes: Partial<Clause> = {}): Clause {
  return {
    id: 'c',
    clock: 'pickup-by',
    deadline: { form: 'hours', length: hours(72) },
    rule: 'Have it picked up within 72 hours.',
    source: 'a page',
    confidence: 'unverified',
    ...changes,
  };
}

export function aPack(id: string, ...clauses: readonly Clause[]): Pack {
  return { id, clauses };
}
