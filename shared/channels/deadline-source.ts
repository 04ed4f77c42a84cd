import { ruleBehind } from '../domain/rule-behind.ts';
import type { Deadline, DeadlineSource, Facts } from '../domain/verdict.ts';
import type { Messages, RuleTold } from '../messages/messages.ts';
import { plain } from '../messages/plain.ts';
import type { Confidence, Rule } from '../policies/policy.ts';
import { ruleNamed } from '../policies/registry.ts';

const trust = {
  'developer-docs': 'tiktok',
  'seller-academy': 'tiktok',
  press: 'press',
  unverified: 'unverified',
} as const satisfies Record<Confidence, RuleTold['trust']>;

/** Where a deadline comes from, in words; of a clause also its source and validity. */
export function sourceText(messages: Messages, source: DeadlineSource): string {
  const rule = source.kind === 'clause' ? ruleNamed(source.pack, source.clause) : undefined;
  return plain(messages.source(source, rule && told(rule)), 300);
}

/** The rule that a finding without a deadline rests on, in the same words; undefined where it names none. */
export function ruleText(
  messages: Messages,
  finding: { readonly deadline?: Deadline; readonly facts?: Facts },
): string | undefined {
  const rule = finding.deadline ? undefined : ruleBehind(finding);
  return rule && sourceText(messages, { kind: 'clause', ...rule });
}

function told({ source, from, to, confidence }: Rule): RuleTold {
  return { source, trust: trust[confidence], ...(from && { from }), ...(to && { to }) };
}
