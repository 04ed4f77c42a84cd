import type { DeadlineSource } from '../domain/verdict.ts';
import type { Messages, RuleTold } from '../messages/messages.ts';
import { plain } from '../messages/plain.ts';
import type { Clause, Confidence } from '../policies/policy.ts';
import { clauseNamed } from '../policies/registry.ts';

const trust = {
  'developer-docs': 'tiktok',
  'seller-academy': 'tiktok',
  press: 'press',
  unverified: 'unverified',
} as const satisfies Record<Confidence, RuleTold['trust']>;

/** Where a deadline comes from, in words; of a clause also its source and validity. */
export function sourceText(messages: Messages, source: DeadlineSource): string {
  const clause = source.kind === 'clause' ? clauseNamed(source.pack, source.clause) : undefined;
  return plain(messages.source(source, clause && told(clause)), 300);
}

function told({ source, from, to, confidence }: Clause): RuleTold {
  return { source, trust: trust[confidence], ...(from && { from }), ...(to && { to }) };
}
