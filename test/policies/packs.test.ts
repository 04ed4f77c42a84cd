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

  it('five weeks at 60 % follow the change of June 2026', () => {
    const transitions = clauses.filter(({ from }) => from === '2026-06-18').map((clause) => clause.transitions?.[0]);
    expect(transitions).toHaveLength(2);
    for (const window of transitions)
      expect(window).toMatchObject({ from: '2026-06-22', to: '2026-07-20', passMark: 0.6 });
  });

  it('every limit is between what its figure can be', () => {
    for (const { limits = [] } of packs)
      for (const { metric, value } of limits) {
        expect(value, metric).toBeGreaterThan(0);
        expect(value, metric).toBeLessThanOrEqual(metric.endsWith('-rate') ? 1 : 100);
      }
  });
});
