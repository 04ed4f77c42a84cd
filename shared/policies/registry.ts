import { instant } from '../domain/time.ts';
import { article } from './article.ts';
import type { Clause, Clock, Pack, Policy } from './policy.ts';

/** Every policy pack there is; a shop names the ones it wants, in order. */
export const packs: readonly Pack[] = [article];

export function createPolicy(known: readonly Pack[]): Policy {
  return {
    clause(clock, where) {
      for (const id of where.packs) {
        const pack = known.find((candidate) => candidate.id === id);
        const clause = pack?.clauses.find((candidate) => isInForce(candidate, clock, where));
        if (pack && clause) return { pack: pack.id, clause };
      }
      return undefined;
    },
  };
}

export const policy: Policy = createPolicy(packs);

type Where = Parameters<Policy['clause']>[1];

function isInForce(clause: Clause, clock: Clock, where: Where): boolean {
  return (
    clause.clock === clock &&
    (clause.markets === undefined || clause.markets.includes(where.market)) &&
    (clause.sellerTypes === undefined || clause.sellerTypes.includes(where.sellerType)) &&
    (clause.from === undefined || where.startedAt >= instant(Date.parse(clause.from))) &&
    (clause.to === undefined || where.startedAt < instant(Date.parse(clause.to)))
  );
}
