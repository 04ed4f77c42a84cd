import type { SweepRequest } from '../../shared/ports/messaging.ts';
import { hoursAgo, now } from './moments.ts';

type Step = Extract<SweepRequest, { kind: 'sweep' }>;

/** Baseline: the first step of the noon sweep. */
export function aSweep(changes: Partial<Step> = {}): Step {
  return { v: 1, kind: 'sweep', shop: 'shop-a', run: '2026-01-15T12:00:00.000Z', step: 0, ...changes };
}

/** A silent backfill that has come two thirds of its way. */
export const aBackfill = {
  v: 1,
  kind: 'backfill',
  shop: 'shop-a',
  run: 'backfill-1',
  step: 3,
  from: hoursAgo(900),
  to: hoursAgo(300),
  reached: hoursAgo(500),
  notify: false,
  now,
} as const satisfies SweepRequest;
