import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { published } from '../../functions/environment.ts';
import { type AlarmDesk, hour } from './alarm-desk.ts';
import type { Naming } from './naming.ts';

/**
 * Rings when even the shop that is best off lags two hours behind TikTok. One shop that lags is its seller's to
 * mend and is told as a finding; all of them at once is the app's key, TikTok, or Tidewatch.
 */
export function raiseDarkAlarm(scope: Construct, alarms: AlarmDesk, named: Naming): void {
  alarms.raise(scope, {
    article: 'sweep-dark',
    impact:
      'No shop could be read to the present for two hours: verdicts that depend on time stand still for everyone.',
    metric: new Metric({
      namespace: published.namespace,
      metricName: published.lagSeconds,
      dimensionsMap: { [published.dimension]: named('sweep') },
      statistic: 'Minimum',
      period: hour,
    }),
    threshold: Duration.hours(2).toSeconds(),
    comparison: ComparisonOperator.GREATER_THAN_THRESHOLD,
    missingData: TreatMissingData.NOT_BREACHING,
  });
}
