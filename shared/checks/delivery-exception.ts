import { lastTold } from '../domain/last-told.ts';
import type { Milestone } from '../domain/milestone.ts';
import { isInTransit } from '../domain/order.ts';
import { earlierOf } from '../domain/time.ts';
import { ok, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { clocksApply } from './clocks-apply.ts';

const stages: { readonly [milestone in Milestone]?: 'delivery-trouble' | 'delivery-exception' } = {
  'delivery-attempt-failed': 'delivery-trouble',
  'exception-other': 'delivery-trouble',
  'exception-address': 'delivery-exception',
  'exception-lost-damaged': 'delivery-exception',
  'returned-to-sender': 'delivery-exception',
};

/**
 * "Parcels that are refused, returned, damaged or lost count against the shop." What the newest scan says; a carrier
 * tries again by itself after a failed attempt, so that alone is a warning.
 */
export const deliveryException = {
  id: 'delivery-exception',
  on: 'order',
  stages: [
    { id: 'delivery-trouble', severity: 'warning' },
    { id: 'delivery-exception', severity: 'breach' },
  ],
  inhibitedBy: ['feed-lagging', 'silence-cause'],
  during: ['IN_TRANSIT'],
  judge({ order, trace }, { now }) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    if (!clocksApply(order) || !isInTransit(order)) return ok;
    const told = lastTold(trace);
    const stage = told && stages[told.milestone];
    if (!told || !stage) return ok;
    return { is: 'firing', stage, since: earlierOf(told.at, now), facts: { milestone: told.milestone } };
  },
} as const satisfies Check<'order'>;
