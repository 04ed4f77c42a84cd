import type { Finding } from '../domain/finding.ts';
import type { Order } from '../domain/order.ts';
import type { Risk } from '../domain/risk.ts';
import { ruleBehind, type RuleName } from '../domain/rule-behind.ts';
import type { DeadlineSource } from '../domain/verdict.ts';
import { atRisk, shareAtRisk } from '../policies/at-risk.ts';
import { cancellingFields, platformClocks } from '../policies/platform-clocks.ts';
import { ruleNamed } from '../policies/registry.ts';
import type { Setting } from './check.ts';
import { beforeRules } from './deadline-of.ts';

/**
 * What a finding about an order puts at stake. TikTok says when its deadlines are, not what missing them costs: for
 * those the penalty of the shop's own clause for the same clock is assumed, and `rule` says which one it was.
 */
export function riskOf(
  finding: Pick<Finding, 'deadline' | 'facts'>,
  order: Order,
  at: Pick<Setting, 'shop' | 'policy'>,
): Risk | undefined {
  const source = finding.deadline?.source;
  if (source?.kind === 'platform' && cancellingFields.has(source.field)) return shareAtRisk(1, order);
  const rule = source?.kind === 'platform' ? sameClock(source, order, at) : ruleBehind(finding);
  if (!rule) return undefined;
  const risk = atRisk(ruleNamed(rule.pack, rule.clause)?.penalty, order);
  return risk && { ...risk, rule };
}

type PlatformSource = Extract<DeadlineSource, { kind: 'platform' }>;

function sameClock(
  { field }: PlatformSource,
  order: Order,
  at: Pick<Setting, 'shop' | 'policy'>,
): RuleName | undefined {
  const clock = platformClocks[field];
  const asked = beforeRules(order, at.shop);
  const found = clock && at.policy.clause(clock, asked, asked);
  return found && { pack: found.source.pack, clause: found.clause.id };
}
