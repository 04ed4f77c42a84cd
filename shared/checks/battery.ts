import { isCollected } from '../domain/order.ts';
import { instant } from '../domain/time.ts';
import { okBecause, unknown } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { atRest, beforeHandOver } from './clocks-apply.ts';
import { markOf, ruleFacts } from './mark-of.ts';

/**
 * "What holds a battery has to be declared so; wrong declarations are the commonest reason why clearance fails." A
 * product's name gives it away; that the goods are declared after all, or hold none, people can say.
 */
export const battery = {
  id: 'battery',
  on: 'order',
  stages: [{ id: 'battery-flag-missing', severity: 'breach' }],
  inhibitedBy: ['feed-lagging'],
  settledBy: 'battery',
  during: beforeHandOver,
  judge({ order, deeds }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    const rest = atRest(order);
    if (rest) return rest;
    if (isCollected(order)) return okBecause('collected');
    if (order.flags.battery !== 'suspected') return okBecause('nothing-wrong');
    if (deeds.battery !== undefined) return okBecause('attested');
    const since = instant(Math.min(order.createdAt, at.now));
    const facts = ruleFacts(markOf('battery-declaration', order, at));
    return { is: 'firing', stage: 'battery-flag-missing', since, facts };
  },
} as const satisfies Check<'order'>;
