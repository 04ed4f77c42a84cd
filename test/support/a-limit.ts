import { createPolicy } from '../../shared/policies/create-policy.ts';
import type { Limit } from '../../shared/policies/policy.ts';
import type { Setting } from '../../shared/checks/check.ts';
import { aSetting } from './a-setting.ts';

/** Baseline: at most one order in twenty may be late, over a week, undated. */
export function aLimit(changes: Partial<Limit> = {}): Limit {
  return {
    id: 'l',
    metric: 'late-dispatch-rate',
    must: 'at most',
    value: 0.05,
    rule: 'At most one order in twenty may be late.',
    source: 'a page',
    confidence: 'unverified',
    ...changes,
  };
}

/** A shop whose one pack sets these limits and no clauses. */
export function aSettingWith(...limits: readonly Limit[]): Setting {
  const policy = createPolicy([{ id: 'limits', clauses: [], limits }]);
  return { ...aSetting(), shop: { ...aSetting().shop, packs: ['limits'] }, policy };
}
