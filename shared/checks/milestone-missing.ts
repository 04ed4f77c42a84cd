import { lastTold } from '../domain/last-told.ts';
import type { ToldMilestone } from '../domain/milestone.ts';
import { isInTransit, type Trace } from '../domain/order.ts';
import { after, isPast, type Duration, type Instant } from '../domain/time.ts';
import { okBecause, okUntil, unknown } from '../domain/verdict.ts';
import { laneTemplateOf } from '../lanes/lane-of.ts';
import type { LaneNode } from '../lanes/lane-template.ts';
import type { Check } from './check.ts';
import { atRest } from './clocks-apply.ts';
import { lookFacts } from './look-facts.ts';

/**
 * "The key nodes of a trace have to be complete." Judged by the lane's template: a node that is overdue, and everything
 * behind it as well, is missing. A trace with a text that nobody understands accuses nobody, for that may be the node;
 * and as traces are looked at once in `lookEvery`, so much more time is given.
 */
export const milestoneMissing = {
  id: 'milestone-missing',
  on: 'order',
  stages: [{ id: 'milestone-missing', severity: 'warning' }],
  inhibitedBy: ['feed-lagging', 'trace-silent', 'silence-cause', 'customs-hold', 'delivery-exception'],
  during: ['IN_TRANSIT'],
  judge({ order, trace }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    const rest = atRest(order);
    if (rest) return rest;
    if (!isInTransit(order) || order.collectedAt === undefined) return okBecause('not-in-transit');
    if (!trace.milestones) return okBecause('nothing-told');
    const template = laneTemplateOf(order, at.shop);
    if (!template || (template.origin !== 'market' && !crossesBorder(trace))) return okBecause('no-lane');
    const lineOf = ({ by }: LaneNode): Instant => after(order.collectedAt ?? at.now, add(by, at.shop.lookEvery));
    const first = lineOf(template.nodes[0]);
    if (!isPast(first, at.now)) return okUntil(first);
    // A feed that tells of the pick-up alone tells of no nodes at all: that is a silence, and judged as one.
    if (!hasWay(trace)) return okBecause('nothing-told');
    const next = firstMissing(template.nodes, trace);
    if (!next) return okBecause('all-told');
    const line = lineOf(next);
    if (!isPast(line, at.now)) return okUntil(line);
    if (trace.milestones.includes('unrecognised')) return unknown('trace-unclear');
    return {
      is: 'firing',
      stage: 'milestone-missing',
      since: line,
      facts: { node: next.node, lane: template.id, ...lookFacts(at) },
    };
  },
} as const satisfies Check<'order'>;

/** A cross-border shop may send from stock in the market, and its orders do not say so: only the trace does. */
function crossesBorder({ milestones = [] }: Trace): boolean {
  return milestones.some((told) => atBorder.has(told));
}

const atBorder: ReadonlySet<ToldMilestone> = new Set([
  'export-customs-started',
  'export-customs-held',
  'export-customs-cleared',
  'departed-origin-country',
  'arrived-destination-country',
  'import-customs-started',
  'import-customs-held',
  'import-customs-cleared',
]);

function hasWay(trace: Trace): boolean {
  const told = lastTold(trace)?.milestone;
  return told !== undefined && told !== 'label-created' && told !== 'picked-up';
}

/** In the order of the way: what comes later is later still. */
function firstMissing(nodes: readonly LaneNode[], { milestones = [] }: Trace): LaneNode | undefined {
  return nodes.find(
    ({ node, or = [] }) => !milestones.some((told) => told === node || or.some((other) => other === told)),
  );
}

function add(wait: Duration, more: Duration | undefined): Duration {
  return (wait + (more ?? 0)) as Duration;
}
