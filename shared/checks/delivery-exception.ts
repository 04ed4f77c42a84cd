import { lastTold, type Told } from '../domain/last-told.ts';
import type { Milestone, ToldMilestone } from '../domain/milestone.ts';
import { isInTransit, type Trace } from '../domain/order.ts';
import { earlierOf } from '../domain/time.ts';
import { okBecause, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { atRest } from './clocks-apply.ts';
import { lookFacts } from './look-facts.ts';

const stages: { readonly [milestone in Milestone]?: 'delivery-trouble' | 'delivery-exception' } = {
  'delivery-attempt-failed': 'delivery-trouble',
  'exception-other': 'delivery-trouble',
  'exception-address': 'delivery-exception',
  'exception-lost-damaged': 'delivery-exception',
  'returned-to-sender': 'delivery-exception',
};

/** The hubs on its way back do not end a return. A round may be the sender's or the buyer's: nobody can tell. */
function goingBack({ scans, milestones = [] }: Trace): Told | undefined {
  const place = milestones.lastIndexOf('returned-to-sender');
  const at = scans[place];
  if (at === undefined) return undefined;
  const doubtful = milestones.slice(place + 1).some((told) => rounds.has(told));
  return { milestone: 'returned-to-sender', at, doubtful };
}

const rounds: ReadonlySet<ToldMilestone> = new Set(['out-for-delivery', 'available-for-pickup', 'delivered']);

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
  judge({ order, trace }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    const rest = atRest(order);
    if (rest) return rest;
    if (!isInTransit(order)) return okBecause('not-in-transit');
    const told = goingBack(trace) ?? lastTold(trace);
    const stage = told && stages[told.milestone];
    if (!told || !stage) return okBecause('nothing-wrong');
    if (told.doubtful) return unknown('trace-unclear');
    return {
      is: 'firing',
      stage,
      since: earlierOf(told.at, at.now),
      facts: { milestone: told.milestone, ...lookFacts(at) },
    };
  },
} as const satisfies Check<'order'>;
