import { before } from '../domain/time.ts';
import { ok, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';

/**
 * "An order reaches the seller's systems within seconds." One that was paid more than a quarter of an hour before an
 * earlier sweep asked, and was not there then, has lost part of its time to be confirmed before anybody saw it.
 */
export const orderSync = {
  id: 'order-sync',
  on: 'shop',
  stages: [{ id: 'order-sync-lag', severity: 'warning' }],
  inhibitedBy: [],
  judge({ pull, firstSeen }, { now }) {
    if (pull !== 'complete' || firstSeen === 'lost') return unknown('pull-incomplete');
    if (firstSeen === undefined || firstSeen.late === 0) return ok;
    const { late, orders, longest } = firstSeen;
    return { is: 'firing', stage: 'order-sync-lag', since: before(now, longest), facts: { late, orders, longest } };
  },
} as const satisfies Check<'shop'>;
