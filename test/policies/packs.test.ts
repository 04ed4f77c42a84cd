import { describe, expect, it } from 'vitest';
import { packs } from '../../shared/policies/registry.ts';

describe('what the packs say beside their lines', () => {
  const clauses = packs.flatMap((pack) => pack.clauses.map((clause) => ({ pack: pack.id, ...clause })));

  it('the official ones know no grace after a delivery promise', () => {
    const counted = clauses.filter(({ clock, pack }) => clock === 'deliver-by' && pack !== 'article');
    expect(
      counted.filter(({ confidence, stages }) => confidence !== 'press' && stages?.['delivery-late-counted'] !== 0),
    ).toEqual([]);
  });

  it('only limits have targets that a transition can ease', () => {
    const eased = clauses
      .flatMap(({ transitions = [] }) => transitions)
      .filter(({ passMark }) => passMark !== undefined);
    expect(eased).toEqual([]);
  });

  it('every limit is between what its figure can be', () => {
    for (const { limits = [] } of packs)
      for (const { metric, value } of limits) {
        expect(value, metric).toBeGreaterThan(0);
        expect(value, metric).toBeLessThanOrEqual(metric.endsWith('-rate') ? 1 : 100);
      }
  });
});
