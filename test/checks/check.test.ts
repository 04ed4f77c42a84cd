import { expect, it } from 'vitest';
import { stageOf } from '../../shared/checks/check.ts';
import { attestations } from '../../shared/domain/deed.ts';
import { checkCards } from '../../shared/checks/registry.ts';
import { traceSilent } from '../../shared/checks/trace-silent.ts';

it('finds a stage of a check by its id, and none by an id it never had', () => {
  expect(stageOf(traceSilent, 'tracking-stale')).toEqual({
    id: 'tracking-stale',
    severity: 'critical',
    remedy: 'supplement-tracking',
  });
  expect(stageOf(traceSilent, 'trace-gap-48')?.severity).toBe('warning');
  expect(stageOf(traceSilent, 'retired')).toBeUndefined();
});

it('whatever people can write down settles one check', () => {
  const settling = checkCards.flatMap(({ settledBy }) => settledBy ?? []);
  expect(settling.toSorted()).toEqual(attestations.toSorted());
});
