import { article } from './article.ts';
import { createPolicy } from './create-policy.ts';
import { eu } from './eu.ts';
import { gb } from './gb.ts';
import { holidayCountries } from './holidays.ts';
import type { Pack, Policy, Rule } from './policy.ts';
import { sea } from './sea.ts';
import { us } from './us.ts';

/** Every policy pack there is; a shop names the ones it wants, in order. */
export const packs: readonly Pack[] = [article, us, gb, eu, sea];

export const policy: Policy = createPolicy(packs);

/** What the configuration of a shop may name: packs, and countries whose holidays its house keeps. */
export const knownToShops = { packs: packs.map(({ id }) => id), countries: holidayCountries };

/** The clause, limit or mark of that name, which its pack gives once. */
export function ruleNamed(pack: string, rule: string): Rule | undefined {
  const found = packs.find(({ id }) => id === pack);
  const rules: readonly Rule[] = [...(found?.clauses ?? []), ...(found?.limits ?? []), ...(found?.marks ?? [])];
  return rules.find(({ id }) => id === rule);
}
