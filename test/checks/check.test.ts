import { expect, it } from 'vitest';
import { stageOf } from '../../shared/checks/check.ts';
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
