import { wasInHandsBy } from '../domain/compare-traces.ts';
import { isCollected } from '../domain/order.ts';
import type { OrderItem } from '../domain/remediation.ts';
import type { CaseFile } from './remedy.ts';

/** The grounds on which TikTok takes an appeal against a late order (its sellers' university, Thailand, read 2026-11). */
export const scenarios = ['force-majeure', 'late-scan', 'platform-fault', 'buyer', 'logistics'] as const;
export type Scenario = (typeof scenarios)[number];

/** Which of them the data speak for; never more than a hint. Force majeure is in nobody's data. */
export function likelyScenario({ check, deadline }: OrderItem, { watched, second }: CaseFile): Scenario | undefined {
  const { order, findings } = watched;
  const line = deadline?.at;
  if (check === 'pickup-by' && line !== undefined && wasInHandsBy(order, second, line)) return 'late-scan';
  const exception = findings.find((one) => one.check === 'delivery-exception')?.facts?.['milestone'];
  if (exception === 'exception-address') return 'buyer';
  if (exception === 'exception-lost-damaged') return 'logistics';
  if (findings.some(({ stage, state }) => stage === 'api-sync-failure' && state !== 'resolved'))
    return 'platform-fault';
  return order.shipping === 'tiktok' && isCollected(order) ? 'logistics' : undefined;
}
