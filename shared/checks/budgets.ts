import type { Budget, RateMetric } from '../domain/digest.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Setting, ShopSubject } from './check.ts';
import { confirmRateNow } from './confirm-rate.ts';
import { deliveryRateNow } from './delivery-rate.ts';
import { dispatchNow } from './dispatch-kpi.ts';
import { rateFacts, type RateNow } from './late-budget.ts';
import { logisticsScoreNow } from './logistics-score.ts';
import { completenessNow } from './trace-completeness.ts';

/** Every figure of a shop that a rule limits, as it stands, whether or not its check fires. */
export function budgetsOf(subject: ShopSubject, at: Setting): readonly Budget[] {
  const dispatch = dispatchNow(subject, at);
  return [
    rate('confirm-late-rate', confirmRateNow(subject, at)),
    rate('late-dispatch-rate', 'is' in dispatch ? dispatch : dispatch.last),
    rate('late-delivery-rate', deliveryRateNow(subject, at)),
    logisticsBudget(subject, at),
    completenessBudget(subject, at),
  ];
}

function rate(metric: RateMetric, now: RateNow | Verdict | undefined): Budget {
  if (!now || 'is' in now) return { is: 'unknown', metric };
  const { late, orders, left, limit, days } = rateFacts(now);
  // 1 − 0.8 is a little less than 0.2.
  return { is: 'rate', metric, late, orders, limit: Math.round(limit * 1e6) / 1e6, left, days };
}

function logisticsBudget(subject: ShopSubject, at: Setting): Budget {
  const now = logisticsScoreNow(subject, at);
  const metric = 'logistics-score';
  if ('is' in now) return { is: 'unknown', metric };
  return { is: 'score', metric, score: now.score.value, limit: now.limit.value, origin: 'imported' };
}

function completenessBudget(subject: ShopSubject, at: Setting): Budget {
  const now = completenessNow(subject, at);
  const metric = 'trace-completeness';
  if ('is' in now) return { is: 'unknown', metric };
  return { is: 'score', metric, score: now.value, limit: now.limit.value, origin: now.origin };
}
