import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { FunctionName } from '../../functions/environment.ts';
import type { AlarmDesk } from './alarm-desk.ts';
import type { MonitoredFunction } from './monitored-function.ts';

export interface AddressProps {
  readonly article: string;
  /** What it means for a seller that it answers with errors. */
  readonly impact: string;
  readonly alarms: AlarmDesk;
}

/**
 * Gives a function an address that anybody may call: it believes nothing of a request that is not signed. A request
 * that fails is answered with 500, which Lambda does not count among the function's errors, so the statuses of the
 * address ring by themselves.
 */
export function openAddress(
  scope: Construct,
  { function: door }: MonitoredFunction<FunctionName>,
  { article, impact, alarms }: AddressProps,
): string {
  const { url } = door.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
  alarms.raise(scope, {
    article,
    impact,
    metric: door.metric('Url5xxCount', { statistic: 'Sum', period: Duration.minutes(15) }),
    threshold: 3,
    comparison: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    missingData: TreatMissingData.NOT_BREACHING,
  });
  return url;
}
