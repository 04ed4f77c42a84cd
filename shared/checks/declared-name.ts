import { isCollected } from '../domain/order.ts';
import { okBecause, unknown } from '../domain/verdict.ts';
import { attests } from './attests.ts';
import type { Check } from './check.ts';
import { atRest, beforeHandOver } from './clocks-apply.ts';
import { markOf, packedSince, ruleFacts } from './mark-of.ts';

/** "Customs return what is declared under another name, and the shop loses credit." What was declared, people know. */
export const declaredName = {
  id: 'declared-name',
  on: 'order',
  stages: [{ id: 'declared-name-mismatch', severity: 'warning' }],
  inhibitedBy: ['feed-lagging'],
  settledBy: 'declared-name',
  during: beforeHandOver,
  judge({ order, deeds }, at) {
    if (order.status === 'unrecognised') return unknown('status-unrecognised');
    const rest = atRest(order);
    if (rest) return rest;
    if (isCollected(order)) return okBecause('collected');
    if (deeds.declaredName === 'differs') {
      const facts = ruleFacts(markOf('declared-name', order, at));
      return { is: 'firing', stage: 'declared-name-mismatch', since: packedSince(order, at.now), facts };
    }
    if (deeds.declaredName === 'matches') return okBecause('attested');
    // What does not cross a border is not declared.
    if (at.shop.sellerType === 'LOCAL') return okBecause('not-declared');
    return attests(at, 'declared-name') ? okBecause('to-be-attested') : unknown('needs-attestations');
  },
} as const satisfies Check<'order'>;
